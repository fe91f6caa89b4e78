import type { InstantInput } from "../../core/index.js";
import { parseMoment, refusal } from "../../core/shared.js";
import type { FactSchema, Facts } from "../../model/index.js";
import type { Plan } from "../planning/plan.js";
import { type RunClock, runClock } from "../planning/run-clock.js";
import { TRUE, truthOf } from "../reading/compare-readings.js";
import { makeRowCompiler } from "../rows/make-row-compiler.js";
import { plainSource, plainSubject } from "../rows/plain-source.js";
import type { RowCompiler, RowSubject } from "../rows/subject.js";
import type { Truth } from "../truth.js";

/**
 * A condition ready to judge subjects of schema `S` in one run. {@link explainCondition}, {@link evaluateTable}, {@link membersOf} and
 * {@link nextChangeAt} ask more of it.
 * @category Conditions
 */
export interface CompiledCondition<S extends FactSchema> {
  /** True, false or `"unknown"`, which is truthy: ask {@link CompiledCondition.matches} for a boolean. @throws INVALID_FACTS */
  evaluate(facts: Facts<S>): Truth;
  /** Whether it is certainly true. @throws INVALID_FACTS */
  matches(facts: Facts<S>): boolean;
  /** Whether the moment matters: windows, ages, days since, and events, since none after `asOf` is read. */
  readonly looksAtClock: boolean;
  /** The same condition at another moment, without planning it anew. @throws INVALID_INSTANT */
  at(asOf: InstantInput): CompiledCondition<S>;
}

/** What is known of a compiled condition, for functions that ask more of it. */
export interface Compiled {
  readonly plan: Plan;
  /** Where its condition stands in what was compiled. */
  readonly path: string;
  readonly looksAtClock: boolean;
  readonly schema: FactSchema;
  readonly rows: RowCompiler;
  /** What it is asked about: a subject as a whole, or one item of it. */
  subjectOf(facts: Facts, index: number | undefined): RowSubject;
}

// Kept beside the face of a condition, so that a bundle holds only the functions that are used.
const known = new WeakMap<object, Compiled>();

/** What stands behind a compiled condition. @throws INVALID_OPTIONS for anything else */
export function compiledOf(rule: unknown): Compiled {
  const compiled = known.get(Object(rule) as object);
  if (compiled !== undefined) return compiled;
  throw refusal("INVALID_OPTIONS", ["rule"], "a compiled condition", rule, "Compile it with compileCondition");
}

/** Says what stands behind a face. */
export function remember<Face extends object>(face: Face, compiled: Compiled): Face {
  known.set(face, compiled);
  return face;
}

/** The face of a condition on a subject as a whole. */
export function faceOf<S extends FactSchema>(compiled: Compiled): CompiledCondition<S> {
  const { plan, rows, looksAtClock } = compiled;
  const judge = rows.judgeOf(plan);
  const face: CompiledCondition<S> = {
    evaluate: (facts) => truthOf(judge(plainSubject(facts as Facts))),
    matches: (facts) => judge(plainSubject(facts as Facts)) === TRUE,
    looksAtClock,
    at: (asOf) => faceOf(movedTo(asOf, compiled)),
  };
  return remember(face, compiled);
}

/** A compiled condition at another moment. Where the moment does not matter, its judges stay as they are. */
export function movedTo(asOf: InstantInput, compiled: Compiled): Compiled {
  const { rows, looksAtClock } = compiled;
  const clock = clockAt(asOf, rows.clock);
  return { ...compiled, rows: looksAtClock ? rowsAt(clock) : { ...rows, clock } };
}

/** Judges of plain facts. */
export const rowsAt = (clock: RunClock): RowCompiler => makeRowCompiler(clock, plainSource(clock));

/** The clock of another moment in the same zone. @throws INVALID_INSTANT */
export const clockAt = (asOf: InstantInput, { zone }: RunClock): RunClock =>
  runClock(parseMoment(asOf, { timeZone: zone.timeZone, dayAs: "end", path: ["asOf"] }), zone);

import { formatInstant } from "../../core/index.js";
import type { FactSchema, Facts } from "../../model/index.js";
import { type CompiledCondition, clockAt, compiledOf, rowsAt } from "../compiling/compiled-condition.js";
import type { Plan } from "../planning/plan.js";
import { plainSubject } from "../rows/plain-source.js";
import type { RowCompiler } from "../rows/subject.js";
import { NEVER, type Timer } from "./crossings.js";
import { nextTurn, timersOf } from "./timers.js";

/** After so many possible changes that were none, the next one is told. */
export const MOST_STEPS = 64;

/**
 * The next instant at which the answer is another though nothing new has happened, as an event leaves a window or a birthday comes;
 * null where there is none. Nothing changes before it; after 64 possible changes that were none, it is the next possible one.
 * @throws INVALID_FACTS, INVALID_OPTIONS for what is no compiled condition
 * @example
 * import { compileCondition, conditions, last, nextChangeAt } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const schema = customerSchema("EUR");
 * const quiet = conditions(schema).each("order").within(last({ days: 90 })).none();
 * const rule = compileCondition(quiet, schema, { asOf: "2026-04-01T00:00:00Z" });
 * nextChangeAt({ attributes: {}, collections: { order: [{ at: "2026-03-01T10:00:00Z" }] } }, rule); // => "2026-05-30T10:00:00.000Z"
 * @category Conditions
 */
export function nextChangeAt<S extends FactSchema>(facts: Facts<S>, rule: CompiledCondition<S>): string | null {
  const { plan, rows } = compiledOf(rule);
  const judge = (at: RowCompiler): number => at.judgeOf(plan)(plainSubject(facts as Facts));
  const first = judge(rows);
  let now = rows;
  // From one possible change of a leaf to the next: a whole cannot change before one of its leaves does.
  for (let step = 0; ; step++) {
    const next = soonestOf(plan, now)(plainSubject(facts as Facts));
    if (next === NEVER) return null;
    now = rowsAt(clockAt(next, now.clock));
    if (step === MOST_STEPS || judge(now) !== first) return formatInstant(next);
  }
}

/** The first of all possible changes of a plan. */
export function soonestOf(plan: Plan, rows: RowCompiler): Timer {
  const timers = timersOf(plan, rows);
  if (timers.length === 0) return () => NEVER;
  const turn = nextTurn(rows.clock);
  return (subject) => timers.reduce((least, timer) => Math.min(least, timer(subject)), turn);
}

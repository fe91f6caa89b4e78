import type { Plan, ValuePlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import type { Code } from "../reading/kleene.js";
import type { Reading } from "../reading/reading.js";
import type { FactSource, RowSubject } from "./subject.js";

/** Judges one subject; never throws. */
export type Judge = (subject: RowSubject) => Code;

/** Reads a value of one subject; never throws. */
export type ValueReader = (subject: RowSubject) => Reading;

/** What makes closures of plans: handed to all of them, since judges and readers contain each other. */
export interface RowCompiler {
  readonly clock: RunClock;
  readonly source: FactSource;
  /** The judge of a plan, made once. */
  judgeOf(plan: Plan): Judge;
  readerOf(plan: ValuePlan): ValueReader;
}

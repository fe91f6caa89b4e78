import { formatInstant } from "../../core/index.js";
import type { Facts } from "../../model/index.js";
import type { Plan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { makeRowCompiler } from "../rows/make-row-compiler.js";
import { plainSource, plainSubject } from "../rows/plain-source.js";
import { NEVER } from "./crossings.js";
import { timersOf, turnBackTimer } from "./timers.js";

/** A plan and the clock it was made for. */
export interface PlannedMoment {
  readonly plan: Plan;
  readonly clock: RunClock;
}

const MOST_STEPS = 64;

/**
 * The next moment at which the answer is another though nothing new has happened: from one possible change of a leaf to the next, judged
 * again at each. A whole cannot change before one of its leaves does. After so many steps without a change, the last moment reached: it
 * is not known to be different there, but nothing is before.
 */
export function nextChange(now: PlannedMoment, planAt: (asOf: number) => PlannedMoment, facts: Facts): string | null {
  let moment = now;
  const first = judgeAt(moment, facts);
  for (let step = 0; ; step++) {
    const next = nextTimer(moment, facts);
    if (next === NEVER) return null;
    if (step === MOST_STEPS) return formatInstant(next);
    moment = planAt(next);
    if (judgeAt(moment, facts) !== first) return formatInstant(next);
  }
}

function judgeAt({ plan, clock }: PlannedMoment, facts: Facts): number {
  return makeRowCompiler(clock, plainSource(clock)).judgeOf(plan)(plainSubject(facts));
}

function nextTimer({ plan, clock }: PlannedMoment, facts: Facts): number {
  const rows = makeRowCompiler(clock, plainSource(clock));
  const timers = timersOf(plan, rows);
  const subject = plainSubject(facts);
  const soonest = timers.reduce((least, timer) => Math.min(least, timer(subject)), NEVER);
  return timers.length === 0 ? NEVER : Math.min(soonest, turnBackTimer(clock)(subject));
}

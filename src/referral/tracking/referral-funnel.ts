import { type Assessed, type InstantInput, known, parseInstant, unknown } from "../../core/index.js";
import { anything, checkOptions, parseMoment } from "../../core/shared.js";
import type { ReferralLedger, ReferralStep } from "../stream/referral-state.js";
import { referralsIn } from "../stream/referral-state.js";

/** Which referrals are counted: those of which something was first known within `[from, to)`. */
export interface FunnelOptions {
  readonly from?: InstantInput | undefined;
  readonly to?: InstantInput | undefined;
  /** The zone of bare days; default `"UTC"`. */
  readonly timeZone?: string | undefined;
}

/** A step, how many referrals ever reached it, and their share of those that reached the step before it. */
export interface FunnelStep {
  readonly step: ReferralStep;
  readonly referrals: number;
  readonly rate: Assessed<number>;
}

/** Each step with the one it is a share of. */
const STEPS: readonly (readonly [step: ReferralStep, of: ReferralStep])[] = [
  ["touched", "touched"],
  ["signed-up", "touched"],
  ["held", "signed-up"],
  ["qualified", "signed-up"],
  ["granted", "qualified"],
  ["reversed", "granted"],
];

/**
 * How far referrals came: touched, signed up, held for review, qualified, granted, and of those, taken back.
 *
 * A referral counts for every step that it ever reached, whatever became of it. A rate is a share of the step that comes before: of those
 * touched, of those signed up (held, qualified), of those qualified (granted), of those granted (reversed); unknown where that is empty.
 * @throws INVALID_OPTIONS, INVALID_INSTANT
 * @example
 * import { referralFunnel } from "clientele/referral";
 * referralFunnel([]).map(({ step, referrals }) => `${step} ${referrals}`)[0]; // => "touched 0"
 * @category Referral tracking
 */
export function referralFunnel(
  referrals: Iterable<ReferralLedger>,
  options: FunnelOptions = {},
): readonly FunnelStep[] {
  checkOptions<FunnelOptions>(options, { from: anything, to: anything, timeZone: anything });
  const { from, to, timeZone } = options;
  const start = from === undefined ? -Infinity : parseMoment(from, { timeZone, path: ["from"] });
  const end = to === undefined ? Number.MAX_VALUE : parseMoment(to, { timeZone, path: ["to"] });
  const counts = new Map<ReferralStep, number>();
  for (const { current } of referralsIn(referrals)) {
    const first = Math.min(...Object.values(current.reached).map((at) => parseInstant(at)));
    if (!(first >= start && first < end)) continue;
    for (const step of Object.keys(current.reached) as ReferralStep[]) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return STEPS.map(([step, of]) => {
    const reached = counts.get(step) ?? 0;
    const before = counts.get(of) ?? 0;
    return { step, referrals: reached, rate: before === 0 ? unknown([of]) : known(reached / before) };
  });
}

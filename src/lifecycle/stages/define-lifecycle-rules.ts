import type { Duration, Issue, Localized } from "../../core/index.js";
import { completed } from "../../core/shared.js";
import { checkLifecycleRules } from "./check-lifecycle-rules.js";
import { defaultLifecycleRules } from "./default-lifecycle-rules.js";
import type { LifecycleRules, SeasonRules, StageThresholds } from "./lifecycle-rules.js";

/** What {@link defineLifecycleRules} takes: what is left out is as in {@link defaultLifecycleRules}. */
export interface LifecycleRulesInput {
  readonly kind?: "lifecycle-rules" | undefined;
  readonly schemaVersion?: number | undefined;
  readonly id: string;
  readonly version: number;
  readonly label?: Localized | undefined;
  readonly thresholds: StageThresholds;
  readonly newFor?: LifecycleRules["newFor"] | undefined;
  readonly wonBackFor?: Duration | undefined;
  readonly hysteresis?: number | undefined;
  readonly seasons?: SeasonRules | null | undefined;
  readonly contractEndsWithin?: Duration | undefined;
}

/**
 * Defines lifecycle rules: fills in what is left out and checks them whole. The result is JSON, to be stored under its id and version.
 *
 * Bounds may not fall from active to at-risk to dormant; multiples are above 0, shares lie between 0 and 1, a survival curve goes forward in
 * days and never up. Every fault is reported at once.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineLifecycleRules } from "clientele/lifecycle";
 * const rules = defineLifecycleRules({
 *   id: "quarterly-shop", version: 1,
 *   thresholds: { mode: "fixed", upTo: { active: { days: 90 }, atRisk: { days: 180 }, dormant: { days: 365 } } },
 *   newFor: { atLeast: { days: 30 }, medianGaps: 0 },
 * });
 * rules.wonBackFor; // => { days: 90 }
 * @category Lifecycle
 */
export function defineLifecycleRules(input: LifecycleRulesInput): LifecycleRules {
  const rules = completed(input, filledIn);
  checkLifecycleRules(rules).refuseFaults();
  return rules as unknown as LifecycleRules;
}

const { id: _id, version: _version, thresholds: _thresholds, ...filledIn } = defaultLifecycleRules;

/**
 * Checks stored lifecycle rules: all faults at once, none where they are sound.
 * @example
 * import { defaultLifecycleRules, validateLifecycleRules } from "clientele/lifecycle";
 * validateLifecycleRules(defaultLifecycleRules); // => []
 * validateLifecycleRules({ ...defaultLifecycleRules, hysteresis: 1 }).map(({ path }) => path); // => [["hysteresis"]]
 * @category Lifecycle
 */
export function validateLifecycleRules(json: unknown): readonly Issue[] {
  return checkLifecycleRules(json).issues;
}

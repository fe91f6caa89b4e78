import { refusal } from "../../core/shared.js";
import { defineSchema, type FactSchema, type NumberField } from "../../model/index.js";

/** Every signal. */
export const signalNames = [
  "churn.daysSinceLast",
  "churn.gapsSinceLast",
  "churn.ownGapDays",
  "churn.overdueRatio",
  "churn.overduePercentile",
  "churn.silentChance",
  "churn.recentSpendRatio",
  "churn.frequencyTail",
  "churn.spendTrend",
  "churn.basketChange",
  "churn.categoryChange",
  "churn.contactTail",
  "churn.engagementChange",
  "churn.openComplaint",
  "churn.satisfaction",
  "churn.returnRate",
  "churn.pointsLapsing",
  "churn.unsubscribed",
  "churn.contractEnding",
  "churn.tenureDays",
] as const;

/** The name of a signal among the facts: `churn.overdueRatio`. */
export type ChurnSignal = (typeof signalNames)[number];
/** The signals as fields of a schema. */
export type ChurnFields = { readonly [K in ChurnSignal]: NumberField };
/** A schema with the signals beside its own facts. */
export type ChurnSchema<S extends FactSchema> = FactSchema<S["attributes"] & ChurnFields, S["collections"]>;
/** The schema of the signals alone. */
export type PlainChurnSchema = FactSchema<ChurnFields, Record<never, never>>;

/**
 * The schema that churn rules are written against: the signals alone, or beside facts of the host's own.
 *
 * Each signal compares a customer with their own past, and is unknown where there is too little of it:
 * - `churn.daysSinceLast` days since the last purchase; `churn.gapsSinceLast` the same in median gaps of the base.
 * - `churn.ownGapDays` the own median gap; `churn.overdueRatio` days since the last purchase over it, unknown where the horizon is shorter than
 *   three of them; `churn.overduePercentile` the share of the own gaps that were shorter, equal ones half.
 * - `churn.silentChance` how likely no purchase in the horizon is at the customer's own pace: e^(−rate × horizon), rate = purchase days ÷ (tenure + the
 *   base's median gap); `churn.recentSpendRatio` the net of the last three median gaps of the base, in whole months, over the median of those who
 *   bought in that time.
 * - `churn.frequencyTail` how likely so few purchase days are by chance: the Poisson tail against the customer's own window before, times the
 *   base's change between the same windows; the smallest of 90, 180 and 365 days that expects three or more. `churn.contactTail` the same for days
 *   with a contact that the customer had.
 * - `churn.spendTrend` (later − earlier) / (later + earlier) of two equal windows, −1 to 1; `churn.basketChange` the mean order of the later over that of
 *   the earlier, less 1; `churn.categoryChange` as the trend, for the number of categories bought.
 * - `churn.engagementChange` points of the engagement index gained in 90 days; `churn.openComplaint` complaints that are open or at most 90 days
 *   old; `churn.satisfaction` the last score on its scale, 0 to 1; `churn.returnRate` refunded over bought, from three orders on;
 *   `churn.pointsLapsing` points about to lapse; `churn.unsubscribed` and `churn.contractEnding` 1 or 0; `churn.tenureDays` days since the first purchase.
 * @throws FACT_NAME_TAKEN where the given schema has a fact of such a name
 * @example
 * import { conditions } from "clientele/conditions";
 * import { churnSchema } from "clientele/churn";
 * const { attr } = conditions(churnSchema());
 * attr("churn.overdueRatio").gte(2).type; // => "compare"
 * @category Churn
 */
export function churnSchema(): PlainChurnSchema;
export function churnSchema<S extends FactSchema>(schema: S): ChurnSchema<S>;
export function churnSchema(schema: FactSchema = { attributes: {}, collections: {} }): FactSchema {
  const taken = signalNames.find((name) => Object.hasOwn(schema.attributes, name));
  if (taken !== undefined) {
    throw refusal("FACT_NAME_TAKEN", ["schema", "attributes", taken], "no fact named like a signal", taken);
  }
  const signals = Object.fromEntries(signalNames.map((name) => [name, { type: "number" } as const]));
  return defineSchema({ attributes: { ...schema.attributes, ...signals }, collections: schema.collections });
}

import type { CustomerBase } from "../../history/index.js";
import type { CustomerSchema, FactSchema, FactTable } from "../../model/index.js";
import { churnInputs } from "./churn-inputs.js";
import { type ChurnSignalOptions, readSignalOptions } from "./churn-options.js";
import type { ChurnSchema } from "./churn-schema.js";

/**
 * The signals of churn of every customer, as facts beside those of the host: what {@link churnSchema} lists, in base order.
 *
 * For whoever wants to look at them, to join them to others or to ask for them in segments. Signals of a customer's own rhythm are unknown under a
 * contract, and where the own gap is longer than the horizon.
 * @throws INVALID_BASE, INVALID_OPTIONS, CHURN_FACTS_MISMATCH, FACT_NAME_TAKEN
 * @example
 * import { churnSignals } from "clientele/churn";
 * import { summarizePurchases } from "clientele/history";
 * const order = (id: string, at: string) => ({ id, customerId: "ann", at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases([order("1", "2026-01-01"), order("2", "2026-01-11"), order("3", "2026-01-21")], { asOf: "2026-02-20" });
 * churnSignals(base, { horizon: { days: 90 } }).at(0).attributes["churn.overdueRatio"]; // => 3
 * @category Churn
 */
export function churnSignals<S extends FactSchema = CustomerSchema<string>>(
  base: CustomerBase,
  options: ChurnSignalOptions<S> = {},
): FactTable<ChurnSchema<S>> {
  return churnInputs(base, readSignalOptions(options)).factTable() as unknown as FactTable<ChurnSchema<S>>;
}

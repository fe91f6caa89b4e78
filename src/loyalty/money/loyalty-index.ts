import {
  type Assessed,
  type CustomerTable,
  customerTable,
  known,
  type MaybeColumn,
  type MaybeList,
  unknown,
} from "../../core/index.js";
import { checkOptions, finite, inWords, maybeTexts, refusal } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";

/** Buys again and is attached; attached without buying; buys without being attached; neither. */
export type LoyaltyKind = "true" | "latent" | "spurious" | "none";

/** What counts as much. */
export interface LoyaltyIndexOptions {
  /** From this share of purchase days that were repeats on, 0 to 1; default the median of the base's buyers. */
  readonly repeatRate?: number | undefined;
  /** From this attitude on; default 0.7 of its scale from 0 to 1. */
  readonly attitude?: number | undefined;
}

/** One customer's loyalty with its two grounds. */
export interface LoyaltyIndexRow {
  readonly customerId: string;
  readonly class: Assessed<LoyaltyKind>;
  /** Repeat purchase days ÷ purchase days. */
  readonly repeatRate: Assessed<number>;
  readonly attitude: Assessed<number>;
}

/**
 * How loyal customers are by deed and by attitude (忠诚度评估): A. S. Dick and K. Basu's four kinds (Journal of the Academy of Marketing Science 22 (1994) 99).
 *
 * By deed is 1 − 1 ÷ purchase days against the base's median. By attitude is a column of the host's from 0 to 1, in base order: the place of a
 * satisfaction or recommendation score on its scale. Unknown without either.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { loyaltyIndex } from "clientele/loyalty";
 * const order = (customerId: string, at: string) => ({ id: customerId + at, customerId, at, amount: "9.00", currency: "USD" });
 * const base = summarizePurchases([order("ann", "2026-01-01"), order("ann", "2026-02-01"), order("ben", "2026-01-01")], { asOf: "2026-04-01" });
 * const attitude = { values: [0.9, 0.9], known: [1, 1] };
 * [...loyaltyIndex(base, attitude)].map((row) => row.class.status === "known" && row.class.value); // => ["true", "latent"]
 * @category Loyalty of customers
 */
export function loyaltyIndex(
  base: CustomerBase,
  attitude: MaybeColumn,
  options: LoyaltyIndexOptions = {},
): CustomerTable<LoyaltyIndexRow, { readonly class: MaybeList<LoyaltyKind> }> {
  requireBase(base);
  const share = finite({ from: 0, to: 1 });
  checkOptions<LoyaltyIndexOptions>(options, { repeatRate: share, attitude: share });
  if (attitude?.values?.length !== base.size || attitude.known?.length !== base.size) {
    throw refusal(
      "INVALID_OPTIONS",
      ["attitude"],
      `a column of ${base.size} rows, one for each customer`,
      inWords(`${attitude?.values?.length}`),
    );
  }
  const { customerIds, columns } = base;
  const rateOf = (customer: number): number | undefined => {
    const days = columns.purchaseDays[customer]!;
    return days === 0 ? undefined : 1 - 1 / days;
  };
  const rates = Array.from(customerIds, (_, customer) => rateOf(customer)).filter((rate) => rate !== undefined);
  const bounds = { repeatRate: median(rates), attitude: 0.7, ...given(options) };
  const classOf = (customer: number): LoyaltyKind | undefined => {
    const rate = rateOf(customer);
    if (rate === undefined || attitude.known[customer] !== 1) return undefined;
    const [deed, mind] = [rate >= bounds.repeatRate && rate > 0, attitude.values[customer]! >= bounds.attitude];
    return deed ? (mind ? "true" : "spurious") : mind ? "latent" : "none";
  };
  return customerTable({
    customerIds,
    columns: { class: maybeTexts(base.size, classOf) },
    row(customer): LoyaltyIndexRow {
      const [found, rate] = [classOf(customer), rateOf(customer)];
      const isTold = attitude.known[customer] === 1;
      const missing = [...(rate === undefined ? ["orders"] : []), ...(isTold ? [] : ["attitude"])];
      return {
        customerId: customerIds[customer]!,
        class: found === undefined ? unknown(missing) : known(found),
        repeatRate: rate === undefined ? unknown(["orders"]) : known(rate),
        attitude: isTold ? known(attitude.values[customer]!) : unknown(["attitude"]),
      };
    },
  });
}

const given = (options: LoyaltyIndexOptions): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}

import {
  type Assessed,
  type CustomerTable,
  customerTable,
  formatMinorUnits,
  known,
  type MaybeColumn,
  type MaybeList,
  type Money,
  unknown,
} from "../../core/index.js";
import { anything, checker, distinct, fields, listOf, maybeTexts, text } from "../../core/shared.js";
import { minorUnitsIn } from "../minor-units-in.js";
import type { Contributions } from "../profit/contribution-margin.js";
import { requireContributions } from "../profit/require-contributions.js";
import { requireMaybeColumn } from "../require-column.js";

/** What customers of a band are given, and what that costs for one of them. */
export interface ServiceLevel {
  readonly band: string;
  readonly service: string;
  readonly cost: Money;
}

/** One customer's service. */
export interface ServiceLevelRow {
  readonly customerId: string;
  readonly service: Assessed<string>;
  /** The contribution after it. */
  readonly after: Assessed<Money>;
}

/**
 * The service of each customer by band, and what is left after paying for it (分级服务). Bands are those of any classification or scorecard, in base order; one
 * without a service stays unknown.
 * @throws INVALID_OPTIONS with all faults as `issues`, CURRENCY_MISMATCH
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { contributionMargin, serviceLevels } from "clientele/value";
 * const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "80.00", currency: "USD", cost: "50.00" };
 * const base = summarizePurchases([order], { asOf: "2026-04-01", measures: ["cost"] });
 * const levels = [{ band: "high", service: "own-adviser", cost: { amount: "12.00", currency: "USD" } }];
 * const { after } = serviceLevels(contributionMargin(base), { values: ["high"], known: [1] }, levels).at(0);
 * after.status === "known" && after.value.amount; // => "18.00"
 * @category Scores and effort
 */
export function serviceLevels(
  contributions: Contributions,
  bands: MaybeColumn<string>,
  levels: readonly ServiceLevel[],
): CustomerTable<ServiceLevelRow, { readonly service: MaybeList<string> }> {
  requireContributions(contributions);
  const check = checker("INVALID_OPTIONS");
  listOf(fields({ band: text, service: text, cost: anything }), 1)(levels, ["levels"], check);
  if (check.issues.length === 0)
    distinct(
      levels.map(({ band }, index) => [band, ["levels", index, "band"]]),
      check,
    );
  check.refuseFaults("INVALID_OPTIONS");
  const { size, customerIds, currency, scale, columns } = contributions;
  requireMaybeColumn(bands, size, ["bands"]);
  const byBand = new Map(
    levels.map(({ band, service, cost }, index) => [
      band,
      { service, minor: minorUnitsIn(contributions, cost, ["levels", index, "cost"]) },
    ]),
  );
  const levelOf = (customer: number) => (bands.known[customer] === 1 ? byBand.get(bands.values[customer]!) : undefined);
  const { values, known: isKnown } = columns.contributionMinor;
  return customerTable<ServiceLevelRow, { readonly service: MaybeList<string> }>({
    customerIds,
    columns: { service: maybeTexts(size, (customer) => levelOf(customer)?.service) },
    row(customer) {
      const level = levelOf(customer);
      const isTold = level !== undefined && isKnown[customer] === 1;
      return {
        customerId: customerIds[customer]!,
        service: level === undefined ? unknown(["band"]) : known(level.service),
        after: isTold
          ? known({ amount: formatMinorUnits(values[customer]! - level.minor, scale), currency })
          : unknown([level === undefined ? "band" : "cost"]),
      };
    },
  });
}

import { type Assessed, customerTable, known, unknown } from "../../core/index.js";
import { checkOptions, choice, whole } from "../../core/shared.js";
import type { CustomerBase } from "../customer-base.js";
import { requireBase } from "../require-base.js";
import { comesBefore, type Shares, valueShares } from "./preference-shares.js";
import type {
  Preference,
  PreferenceDimension,
  Preferences,
  PreferencesColumns,
  PreferencesOptions,
  PreferencesRow,
} from "./preferences-table.js";
import type { ValueSums } from "./value-sums.js";

/**
 * What each customer prefers of a dimension (category, brand, channel, hour of day, weekday …): the share of each value, its index against the
 * base, and the orders and purchase days behind it.
 *
 * share = amount(customer, value) / Σ amount(customer, ·) over stated values; index = share / the same share of all customers together (the
 * affinity index of market research). An order with two values counts for both. A value whose net is zero or less has no share by `net`.
 * By `orders` of a dimension, orders count as placed: what came back later was still chosen.
 *
 * Unknown with fewer than `minPurchaseDays` purchase days that state a value (missing: the dimension where none does, else `purchaseDays`), and,
 * by net, with nothing left (`positiveNet`). Guests are not customers and stay out of the base's shares.
 * @throws INVALID_BASE, INVALID_OPTIONS, DIMENSION_NOT_READ where the base was read without the dimension, INVALID_OPTIONS
 * @example
 * import { preferences, summarizePurchases } from "clientele/history";
 * const order = (id: string, customerId: string, at: string, category: string) =>
 *   ({ id, customerId, at, amount: "9.00", currency: "USD", lines: [{ sku: category, net: "9.00", category }] });
 * const base = summarizePurchases(
 *   [order("1", "ann", "2026-01-05", "tea"), order("2", "ann", "2026-01-12", "tea"), order("3", "ann", "2026-01-19", "wine"), order("4", "ben", "2026-02-02", "wine")],
 *   { asOf: "2026-04-01", dimensions: ["category"] },
 * );
 * const ann = preferences(base, "category").get("ann")?.preferences;
 * ann?.status === "known" && ann.value[0]?.value; // => "tea"
 * ann?.status === "known" && ann.value[0]?.index; // ≈ 1.3333
 * preferences(base, "category").get("ben")?.preferences; // => { status: "unknown", missing: ["purchaseDays"], reasons: [] }
 * preferences(base, "weekday").values[0]; // => { value: "1", share: 1, orders: 4, customers: 2 }
 * @category Measures
 */
export function preferences(
  base: CustomerBase,
  dimension: PreferenceDimension,
  options: PreferencesOptions = {},
): Preferences {
  requireBase(base);
  checkOptions<PreferencesOptions>(options, { by: choice(["orders", "net"]), minPurchaseDays: whole({ from: 1 }) });
  const { by = "orders", minPurchaseDays = 3 } = options;
  const { names, sums, values, shares } = valueShares(base, dimension, by);
  const columns = favouriteColumns(sums, shares, names, minPurchaseDays);
  const preferencesAt = (index: number): Assessed<readonly Preference[]> => {
    if (columns.favourite.known[index] === 1) return known(ranked(sums, shares, names, index));
    const days = sums.statedDays[index]!;
    return unknown([days === 0 ? dimension : days < minPurchaseDays ? "purchaseDays" : "positiveNet"]);
  };
  const table = customerTable<PreferencesRow, PreferencesColumns>({
    customerIds: base.customerIds,
    columns,
    row: (index) => ({
      customerId: base.customerIds[index]!,
      purchaseDays: sums.statedDays[index]!,
      preferences: preferencesAt(index),
    }),
  });
  return { ...table, dimension, values };
}

function favouriteColumns(
  sums: ValueSums,
  { share, index }: Shares,
  names: readonly string[],
  minDays: number,
): PreferencesColumns {
  const customers = sums.statedDays.length;
  const isKnown = new Uint8Array(customers);
  const favourite = new Array<string>(customers).fill("");
  const favouriteShare = new Float64Array(customers);
  const favouriteIndex = new Float64Array(customers);
  for (let customer = 0; customer < customers; customer++) {
    let best = sums.offsets[customer]!;
    const end = sums.offsets[customer + 1]!;
    if (best === end || sums.statedDays[customer]! < minDays) continue;
    for (let at = best + 1; at < end; at++) if (comesBefore(sums, at, best) < 0) best = at;
    isKnown[customer] = 1;
    favourite[customer] = names[sums.values[best]!]!;
    favouriteShare[customer] = share[best]!;
    favouriteIndex[customer] = index[best]!;
  }
  return {
    purchaseDays: sums.statedDays,
    favourite: { values: favourite, known: isKnown },
    favouriteShare: { values: favouriteShare, known: isKnown },
    favouriteIndex: { values: favouriteIndex, known: isKnown },
  };
}

function ranked(
  sums: ValueSums,
  { share, index }: Shares,
  names: readonly string[],
  customer: number,
): readonly Preference[] {
  const from = sums.offsets[customer]!;
  return Array.from({ length: sums.offsets[customer + 1]! - from }, (_, i) => from + i)
    .sort((a, b) => comesBefore(sums, a, b))
    .map((at) => ({
      value: names[sums.values[at]!]!,
      share: share[at]!,
      index: index[at]!,
      orders: sums.orders[at]!,
      purchaseDays: sums.purchaseDays[at]!,
    }));
}

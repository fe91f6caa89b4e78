import { formatMinorUnits, known, parseMinorUnits, type Reason, unknown } from "../../core/index.js";
import {
  checkOptions,
  choice,
  finite,
  listOf,
  maybeTexts,
  type OptionRules,
  refusal,
  text,
} from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { quantiles } from "../../math/index.js";
import { type Classes, classTable } from "./classes.js";
import { byValue, customerValue } from "./customer-value.js";

/** The classes of {@link classifyValueBands}. */
export type ValueBand = "high" | "mid" | "low";

/** What bands are cut by. */
export interface ClassifyValueBandsOptions {
  readonly by?: "margin" | "net" | undefined;
  /** The least amounts of mid and of high, as decimal strings; default the terciles of the buyers' values. */
  readonly cutPoints?: readonly [mid: string, high: string] | undefined;
}

const bandRules: OptionRules<ClassifyValueBandsOptions> = { by: choice(["margin", "net"]), cutPoints: listOf(text, 2) };

/**
 * Sorts buyers into high, mid and low value: by your own amounts, or into thirds.
 *
 * Thirds end at the type-7 quantiles (Hyndman & Fan 1996) 1/3 and 2/3 of the buyers' values; a value on an edge belongs below it, so equal customers
 * share a band. With cut points a value on an edge belongs above it: "from 500 on". Unknown for who has not bought.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyValueBands } from "clientele/segmentation";
 * const order = (customerId: string, amount: string) => ({ id: customerId, customerId, at: "2026-03-10", amount, currency: "USD" });
 * const base = summarizePurchases([order("ann", "900.00"), order("ben", "60.00"), order("cai", "40.00")], { asOf: "2026-04-01" });
 * classifyValueBands(base, { cutPoints: ["50.00", "500.00"] }).columns.class.values; // => ["high", "mid", "low"]
 * @category Classes
 */
export function classifyValueBands(base: CustomerBase, options: ClassifyValueBandsOptions = {}): Classes<ValueBand> {
  requireBase(base);
  checkOptions<ClassifyValueBandsOptions>(options, bandRules);
  const { by, cutPoints } = options;
  const value = customerValue(base, by);
  const edges =
    cutPoints === undefined
      ? thirds(value.minor.filter((_, index) => value.bought[index] === 1))
      : given(cutPoints, base.scale);
  const above = (minor: number, edge: number): boolean => (cutPoints === undefined ? minor > edge : minor >= edge);
  const bandOf = (index: number): ValueBand | undefined => {
    if (value.bought[index] === 0) return undefined;
    const minor = value.minor[index]!;
    return above(minor, edges[1]) ? "high" : above(minor, edges[0]) ? "mid" : "low";
  };
  return classTable({
    names: ["high", "mid", "low"],
    customerIds: base.customerIds,
    class: maybeTexts(base.size, bandOf),
    warnings: value.warnings,
    row(index) {
      const band = bandOf(index);
      const customerId = base.customerIds[index]!;
      if (band === undefined) return { customerId, class: unknown(["purchases"]) };
      const money = (minor: number) => ({
        amount: formatMinorUnits(Math.round(minor), base.scale),
        currency: base.currency,
      });
      const params = { value: money(value.minor[index]!), mid: money(edges[0]), high: money(edges[1]), by: value.by };
      return { customerId, class: known(band, [{ code: "segmentation.value-band", params }]) };
    },
  });
}

function thirds(values: Float64Array): readonly [number, number] {
  return values.length === 0 ? [0, 0] : (quantiles(values, [1 / 3, 2 / 3]) as [number, number]);
}

function given(cutPoints: readonly [string, string], scale: number): readonly [number, number] {
  const [mid, high] = cutPoints.map((edge, at) => parseMinorUnits(edge, scale, ["cutPoints", at])) as [number, number];
  if (cutPoints.length === 2 && mid < high) return [mid, high];
  throw refusal("INVALID_OPTIONS", ["cutPoints"], "the least amount of mid, and a larger one of high", cutPoints);
}

/** The classes of {@link classifyAbc}. */
export type AbcClass = "a" | "b" | "c" | "negative";

/** Where the classes end. */
export interface ClassifyAbcOptions {
  readonly by?: "margin" | "net" | undefined;
  /** Customers before whom less than this share of the positive sum stands are A; default 0.8. */
  readonly a?: number | undefined;
  /** And less than this: B; default 0.95. */
  readonly b?: number | undefined;
}

/**
 * ABC analysis: who makes up the first 80 % of the value (A), the next 15 % (B), and the rest (C).
 *
 * Customers by value, best first: A while the sum before a customer is under `a` of all positive values together, B while under `b`. Equal
 * customers share the sum before the first of them, so they share a class.
 * Zero belongs to C; a value below zero has a class of its own, so that shares never pass 100 %. Unknown for who has not bought.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyAbc } from "clientele/segmentation";
 * const order = (customerId: string, amount: string) => ({ id: customerId, customerId, at: "2026-03-10", amount, currency: "USD" });
 * const base = summarizePurchases([order("ann", "90.00"), order("ben", "7.00"), order("cai", "3.00")], { asOf: "2026-04-01" });
 * classifyAbc(base).columns.class.values; // => ["a", "b", "c"]
 * @category Classes
 */
export function classifyAbc(base: CustomerBase, options: ClassifyAbcOptions = {}): Classes<AbcClass> {
  requireBase(base);
  const share = finite({ above: 0, to: 1 });
  checkOptions<ClassifyAbcOptions>(options, { by: choice(["margin", "net"]), a: share, b: share });
  const { by, a = 0.8, b = 0.95 } = options;
  if (b < a) throw refusal("INVALID_OPTIONS", ["b"], `a share from ${a} to 1`, b);
  const value = customerValue(base, by);
  const ranked = byValue(value);
  const total = ranked.reduce((sum, index) => sum + Math.max(0, value.minor[index]!), 0);
  const before = new Float64Array(base.size);
  let sum = 0;
  for (const [place, index] of ranked.entries()) {
    const above = ranked[place - 1];
    // Equal customers stand at one place, so that no id decides who is an A.
    before[index] = above !== undefined && value.minor[above] === value.minor[index] ? before[above]! : sum;
    sum += Math.max(0, value.minor[index]!);
  }
  const classOf = (index: number): AbcClass | undefined => {
    if (value.bought[index] === 0) return undefined;
    const minor = value.minor[index]!;
    if (minor < 0) return "negative";
    // A quotient is exact where a product with a share is not: 0.55 of 100 is more than 55.
    const share = before[index]! / total;
    return minor === 0 || share >= b ? "c" : share < a ? "a" : "b";
  };
  return classTable({
    names: ["a", "b", "c", "negative"],
    customerIds: base.customerIds,
    class: maybeTexts(base.size, classOf),
    warnings: value.warnings,
    row(index) {
      const found = classOf(index);
      const customerId = base.customerIds[index]!;
      if (found === undefined) return { customerId, class: unknown(["purchases"]) };
      const money = { amount: formatMinorUnits(value.minor[index]!, base.scale), currency: base.currency };
      const reason: Reason = {
        code: "segmentation.abc",
        params: { value: money, before: total === 0 ? 0 : before[index]! / total, by: value.by },
      };
      return { customerId, class: known(found, [reason]) };
    },
  });
}

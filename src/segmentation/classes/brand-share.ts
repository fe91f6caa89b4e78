import { formatDay } from "../../core/index.js";
import { maybeNumbers } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import { valueRows } from "../../history/shared.js";
import { FEWEST_DAYS, type NeedStrengths, share } from "./need-strengths.js";

const FEWEST_MONTHS = 2;
/** The category in `["tea","Lu Yu"]`, escapes and all. */
const FIRST_OF_PAIR = /^\["((?:[^"\\]|\\.)*)",/;

/**
 * The share of a category's net that goes to one brand, of brands bought on three days or more in two months or more; the highest of the customer's
 * categories. Where the base was read with `brand` and not with `brandInCategory`, everything is one category. Undefined without either.
 */
export function brandShare(base: CustomerBase): NeedStrengths | undefined {
  const dimension = (["brandInCategory", "brand"] as const).find((name) => base.dimensions.includes(name));
  if (dimension === undefined) return undefined;
  const { names, offsets, days, values, orders, grossMinor, refundedMinor } = valueRows(base, dimension);
  const categoryOf = categories(names, dimension);
  const monthOf = months();
  // By brand, of one customer at a time; only what the customer met is cleared.
  const net = new Float64Array(names.length);
  const [boughtDays, boughtMonths, lastMonth] = [0, 0, 0].map(() => new Int32Array(names.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const isMet = new Uint8Array(names.length);
  const ofCategory = new Float64Array(names.length);
  const everybody = new Float64Array(names.length);
  const favourite = new Int32Array(base.size);

  const strength = maybeNumbers(base.size, (index) => {
    const met: number[] = [];
    for (let row = offsets[index]!; row < offsets[index + 1]!; row++) {
      const brand = values[row]! - 1;
      if (brand < 0) continue;
      if (isMet[brand] === 0) met.push(brand);
      isMet[brand] = 1;
      net[brand]! += grossMinor[row]! - refundedMinor[row]!;
      if (orders[row] === 0) continue;
      const month = monthOf(days[row]!);
      if (boughtDays[brand] === 0 || lastMonth[brand] !== month) boughtMonths[brand]! += 1;
      lastMonth[brand] = month;
      boughtDays[brand]! += 1;
    }
    for (const brand of met) ofCategory[categoryOf[brand]!]! += Math.max(0, net[brand]!);
    let highest: number | undefined;
    for (const brand of met) {
      if (boughtDays[brand]! < FEWEST_DAYS || boughtMonths[brand]! < FEWEST_MONTHS) continue;
      const own = share(net[brand]!, ofCategory[categoryOf[brand]!]!);
      if (own === undefined || (highest !== undefined && own <= highest)) continue;
      highest = own;
      favourite[index] = brand;
    }
    for (const brand of met) {
      everybody[brand]! += Math.max(0, net[brand]!);
      ofCategory[categoryOf[brand]!] = 0;
      net[brand] = boughtDays[brand] = boughtMonths[brand] = isMet[brand] = 0;
    }
    return highest;
  });
  const wholes = new Float64Array(names.length);
  for (const [brand, sold] of everybody.entries()) wholes[categoryOf[brand]!]! += sold;
  const index = Float64Array.from({ length: base.size }, (_, at) => {
    const brand = favourite[at]!;
    const own = strength.values[at]!;
    return own === 0 ? 0 : own / (everybody[brand]! / wholes[categoryOf[brand]!]!);
  });
  return { strength, index };
}

/** The number of each name's category. */
function categories(names: readonly string[], dimension: "brandInCategory" | "brand"): Int32Array {
  const found = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    const category = dimension === "brand" ? "" : (FIRST_OF_PAIR.exec(name)?.[1] ?? "");
    if (!found.has(category)) found.set(category, found.size);
    return found.get(category)!;
  });
}

/** Calendar months of days as numbers, each worked out once. */
function months(): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    let month = known.get(day);
    if (month === undefined) {
      month = Number(formatDay(day).slice(0, 7).replace("-", ""));
      known.set(day, month);
    }
    return month;
  };
}

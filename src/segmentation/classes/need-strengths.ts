import type { Column, MaybeColumn } from "../../core/index.js";
import { maybeNumbers } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import { valueRows } from "../../history/shared.js";

/** What speaks for a need: a share of the customer's spend, and how it compares with the whole base. */
export interface NeedStrengths {
  /** 0 to 1. */
  readonly strength: MaybeColumn;
  /** The strength over the base's: 1 as everybody; 0 where the base has none. */
  readonly index: Column;
}

/** Fewer purchase days tell of no need. */
export const FEWEST_DAYS = 3;

/** The share of net bought on promotion; days with an order or a refund that does not say are left out. Undefined without the measure. */
export function promotedShare(base: CustomerBase): (NeedStrengths & { readonly ofBase: number }) | undefined {
  const { offsets, grossMinor, refundedMinor, measures, unstated } = base.calendar;
  const [promoted, silent] = [measures.promoted, unstated.promoted];
  if (promoted === undefined || silent === undefined) return undefined;
  const wholeAt = (row: number): number => (silent[row]! > 0 ? 0 : grossMinor[row]! - refundedMinor[row]!);
  return shareOfRows(base, offsets, (row) => (silent[row]! > 0 ? 0 : promoted[row]!), wholeAt);
}

/** The share of net in the price tier "premium" among net that states a tier. Undefined without the dimension. */
export function premiumShare(base: CustomerBase): NeedStrengths | undefined {
  if (!base.dimensions.includes("priceTier")) return undefined;
  const { names, offsets, values, grossMinor, refundedMinor } = valueRows(base, "priceTier");
  const premium = names.includes("premium") ? 1 + names.indexOf("premium") : -1;
  const wholeAt = (row: number): number => (values[row] === 0 ? 0 : grossMinor[row]! - refundedMinor[row]!);
  return shareOfRows(base, offsets, (row) => (values[row] === premium ? wholeAt(row) : 0), wholeAt);
}

function shareOfRows(
  base: CustomerBase,
  offsets: Column,
  partAt: (row: number) => number,
  wholeAt: (row: number) => number,
): NeedStrengths & { readonly ofBase: number } {
  let [parts, wholes] = [0, 0];
  const strength = maybeNumbers(base.size, (index) => {
    let [part, whole] = [0, 0];
    for (let row = offsets[index]!; row < offsets[index + 1]!; row++) {
      part += partAt(row);
      whole += wholeAt(row);
    }
    parts += part;
    wholes += whole;
    return base.columns.purchaseDays[index]! < FEWEST_DAYS ? undefined : share(part, whole);
  });
  const ofBase = share(parts, wholes) ?? 0;
  const index = Float64Array.from(strength.values, (own) => (ofBase === 0 ? 0 : own / ofBase));
  return { strength, index, ofBase };
}

/** More may have come back than was bought of the one kind or the other: a share stays between 0 and 1. */
export const share = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.min(1, Math.max(0, part / whole)) : undefined;

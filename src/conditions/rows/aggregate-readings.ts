import { meanOfDoubles, type Quantity, sumDoubles, sumWhole } from "../reading/exact-numbers.js";
import { type Reading, readingGaps, type TaggedMoney } from "../reading/reading.js";
import type { ValueType } from "../typing/value-types.js";

type Fold = "sum" | "avg" | "min" | "max";

/** Folds known values. Amounts are exact, also their average; sums of IEEE numbers are rounded once. */
export function aggregateReadings(fn: Fold, readings: readonly Reading[], type: ValueType): Reading {
  if (type.kind !== "money") return fold(fn, readings as readonly number[], type.kind === "number");
  if (type.currency !== "*") return fold(fn, readings as readonly number[], false);
  const [first] = readings as readonly TaggedMoney[];
  if (first === undefined) return readingGaps.nothing;
  const { currency } = first;
  if ((readings as readonly TaggedMoney[]).some((money) => money.currency !== currency))
    return readingGaps.otherCurrency;
  const minor = fold(fn, readings.map((money) => (money as TaggedMoney).minor) as readonly number[], false);
  return { minor: minor as Quantity, currency };
}

function fold(fn: Fold, values: readonly number[], isIeee: boolean): Reading {
  if (fn === "sum") return isIeee ? inRange(sumDoubles(values)) : sumWhole(values);
  if (values.length === 0) return readingGaps.nothing;
  switch (fn) {
    case "avg":
      return isIeee ? meanOfDoubles(values) : { numerator: sumWhole(values), denominator: values.length };
    case "min":
      return values.reduce((least, value) => Math.min(least, value));
    case "max":
      return values.reduce((most, value) => Math.max(most, value));
  }
}

/** A sum past all numbers is none. */
const inRange = (sum: number): Reading => (Number.isFinite(sum) ? sum : readingGaps.outOfRange);

/** How many different values there are; amounts of different currencies differ. */
export function countDistinct(readings: readonly Reading[]): number {
  const keys = new Set<unknown>();
  for (const reading of readings) keys.add(isTagged(reading) ? `${reading.minor} ${reading.currency}` : reading);
  return keys.size;
}

const isTagged = (reading: Reading): reading is TaggedMoney => typeof reading === "object" && "currency" in reading;

/** The median of the gaps between consecutive distinct days, ascending: of an even number the mean of the middle two; nothing under two gaps. */
export function medianGap(days: readonly number[]): Reading {
  const gaps = days
    .slice(1)
    .map((day, index) => day - (days[index] as number))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  const upper = gaps[middle] as number;
  if (gaps.length < 2) return readingGaps.nothing;
  return gaps.length % 2 === 1 ? upper : ((gaps[middle - 1] as number) + upper) / 2;
}

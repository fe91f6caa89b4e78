import type { Column } from "../../core/index.js";
import type { TimeUnit } from "../../history/index.js";

/**
 * Sufficient statistics of buying, in columns of one length: repeat purchases x (`frequency`), time of the last one t_x (`recency`) and time
 * observed T (`age`), both since the first purchase.
 * @category Statistics
 */
export interface PurchaseStatistics {
  readonly timeUnit: TimeUnit;
  readonly frequency: Column;
  readonly recency: Column;
  readonly age: Column;
  /** How many customers a row stands for; default one each. */
  readonly weight?: Column | undefined;
}

/** The same with equal rows put together, and each time told by its place in one list: its logarithm is taken once an evaluation. */
export interface Compressed {
  readonly customers: number;
  readonly times: Float64Array;
  readonly frequency: Int32Array;
  readonly recencyAt: Int32Array;
  readonly ageAt: Int32Array;
  readonly weight: Float64Array;
  /** How many customers have each frequency. */
  readonly customersBy: Float64Array;
}

/** Puts equal rows together. Times are `days / daysPerUnit`, whole days: one sort of one exact key a row does it. */
export function compressDays(frequency: Column, recencyDays: Column, ageDays: Column, daysPerUnit: number): Compressed {
  let most = 0;
  for (let row = 0; row < ageDays.length; row++) most = Math.max(most, ageDays[row]!);
  const days = most + 1;
  const keys = new Float64Array(frequency.length);
  for (let row = 0; row < keys.length; row++) {
    keys[row] = (frequency[row]! * days + recencyDays[row]!) * days + ageDays[row]!;
  }
  keys.sort();
  const counts = new Float64Array(keys.length);
  let rows = 0;
  for (let at = 0; at < keys.length; at++) {
    if (at > 0 && keys[at] === keys[rows - 1]) counts[rows - 1]!++;
    else {
      keys[rows] = keys[at]!;
      counts[rows++] = 1;
    }
  }
  const statistics = {
    frequency: new Int32Array(rows),
    recencyAt: new Int32Array(rows),
    ageAt: new Int32Array(rows),
    weight: counts.subarray(0, rows),
  };
  for (let row = 0; row < rows; row++) {
    const byFrequencyAndRecency = Math.floor(keys[row]! / days);
    statistics.ageAt[row] = keys[row]! - byFrequencyAndRecency * days;
    statistics.recencyAt[row] = byFrequencyAndRecency % days;
    statistics.frequency[row] = Math.floor(byFrequencyAndRecency / days);
  }
  return counted(
    Float64Array.from({ length: days }, (_, day) => day / daysPerUnit),
    statistics,
  );
}

/** Rows as they are, with their weights; times that are equal share a place. */
export function indexTimes({ frequency, recency, age, weight }: PurchaseStatistics): Compressed {
  const places = new Map<number, number>();
  const placeOf = (time: number): number => {
    const known = places.get(time);
    if (known !== undefined) return known;
    places.set(time, places.size);
    return places.size - 1;
  };
  const statistics = {
    frequency: Int32Array.from(frequency),
    recencyAt: Int32Array.from(recency, placeOf),
    ageAt: Int32Array.from(age, placeOf),
    weight: weight === undefined ? new Float64Array(frequency.length).fill(1) : Float64Array.from(weight),
  };
  return counted(Float64Array.from(places.keys()), statistics);
}

function counted(
  times: Float64Array,
  rows: Pick<Compressed, "frequency" | "recencyAt" | "ageAt" | "weight">,
): Compressed {
  let most = 0;
  for (const x of rows.frequency) most = Math.max(most, x);
  const customersBy = new Float64Array(most + 1);
  let customers = 0;
  for (let row = 0; row < rows.frequency.length; row++) {
    customersBy[rows.frequency[row]!]! += rows.weight[row]!;
    customers += rows.weight[row]!;
  }
  return { customers, times, customersBy, ...rows };
}

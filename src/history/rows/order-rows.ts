import type { PurchaseEntries } from "../reading/purchase-entries.js";
import type { CalendarRows } from "./sparse-rows.js";

const MOST_PARTS = 512;
const ENTRIES_PER_PART = 1 << 14;
const WIDEST_MINOR = 0xffff_ffff;
const KEY_BITS = 32;

/** Orders by day range and size, as far as this kernel can take them. */
interface OrderFrame {
  readonly firstDay: number;
  readonly dayRange: number;
  readonly dayBits: number;
  /** A customer's part is its position shifted right by this. */
  readonly shift: number;
  readonly parts: number;
}

/**
 * The calendar of orders in any order, or undefined where amounts or days are too wide for this kernel ({@link sumRows} takes any).
 *
 * The entries are dealt into parts of neighbouring customers, each small enough for the cache, and counted into place within: by day, then by
 * customer. One million shuffled entries of 100,000 customers take 35 ms and ten million 0.5 s; scattering them all over memory at once takes
 * twice that, and sorting row numbers by (customer, day) six times. The dealt entries are overwritten by the rows made of them.
 */
export function orderRows(
  entries: PurchaseEntries,
  positions: Int32Array,
  everyone: number,
  entriesPerPart: number = ENTRIES_PER_PART,
): CalendarRows | undefined {
  const frame = orderFrame(entries, everyone, entriesPerPart);
  if (frame === undefined) return undefined;
  const { firstDay, dayBits, shift } = frame;
  const { customers, days, minor } = entries;
  const length = days.length;
  const starts = partStarts(entries, positions, everyone, frame);
  const keys = new Uint32Array(length);
  const amounts = new Uint32Array(length);
  const next = starts.slice();
  const withinPart = (1 << shift) - 1;
  for (let i = 0; i < length; i++) {
    const code = customers[i] as number;
    const position = code < 0 ? everyone - 1 : (positions[code] as number);
    const target = next[position >>> shift] as number;
    next[position >>> shift] = target + 1;
    keys[target] = ((position & withinPart) << dayBits) | ((days[i] as number) - firstDay);
    amounts[target] = minor[i] as number;
  }
  return rowsOfParts(keys, amounts, starts, everyone, frame);
}

function orderFrame(
  { days, minor }: PurchaseEntries,
  everyone: number,
  entriesPerPart: number,
): OrderFrame | undefined {
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  let widest = 0;
  for (let i = 0; i < days.length; i++) {
    const day = days[i] as number;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
    if ((minor[i] as number) > widest) widest = minor[i] as number;
  }
  const dayRange = days.length === 0 ? 1 : lastDay - firstDay + 1;
  const wanted = Math.min(MOST_PARTS, Math.max(1, days.length / entriesPerPart));
  let shift = 0;
  while (((everyone - 1) >>> shift) + 1 > wanted) shift++;
  const dayBits = KEY_BITS - Math.clz32(dayRange - 1);
  // Few entries over many days would spend their time on clearing counters.
  const isNarrow = widest <= WIDEST_MINOR && shift + dayBits <= KEY_BITS && dayRange <= 4096 + 4 * days.length;
  if (!isNarrow) return undefined;
  return {
    firstDay: days.length === 0 ? 0 : firstDay,
    dayRange,
    dayBits,
    shift,
    parts: ((everyone - 1) >>> shift) + 1,
  };
}

function partStarts(
  { customers }: PurchaseEntries,
  positions: Int32Array,
  everyone: number,
  { shift, parts }: OrderFrame,
): Int32Array {
  const starts = new Int32Array(parts + 1);
  for (let i = 0; i < customers.length; i++) {
    const code = customers[i] as number;
    const part = (code < 0 ? everyone - 1 : (positions[code] as number)) >>> shift;
    starts[part + 1] = (starts[part + 1] as number) + 1;
  }
  for (let part = 0; part < parts; part++) starts[part + 1] = (starts[part + 1] as number) + (starts[part] as number);
  return starts;
}

function rowsOfParts(
  keys: Uint32Array,
  amounts: Uint32Array,
  starts: Int32Array,
  everyone: number,
  { firstDay, dayRange, dayBits, shift, parts }: OrderFrame,
): CalendarRows {
  // A part gives at most as many rows as it has entries, so the rows may stand where entries were that are done with.
  const days = new Int32Array(keys.buffer);
  const placed = new Int32Array(amounts.buffer);
  const grossMinor = new Float64Array(keys.length);
  const offsets = new Int32Array(everyone + 1);
  const largest = largestPart(starts);
  const keysByDay = new Uint32Array(largest);
  const amountsByDay = new Uint32Array(largest);
  const daysInPlace = new Int32Array(largest);
  const amountsInPlace = new Uint32Array(largest);
  const customersPerPart = 1 << shift;
  const dayMask = (1 << dayBits) - 1;
  const byDay = new Int32Array(dayRange + 1);
  const byCustomer = new Int32Array(customersPerPart + 1);
  let row = 0;
  for (let part = 0; part < parts; part++) {
    const from = starts[part] as number;
    const to = starts[part + 1] as number;
    byDay.fill(0);
    byCustomer.fill(0);
    for (let i = from; i < to; i++) {
      const key = keys[i] as number;
      byDay[(key & dayMask) + 1] = (byDay[(key & dayMask) + 1] as number) + 1;
      byCustomer[(key >>> dayBits) + 1] = (byCustomer[(key >>> dayBits) + 1] as number) + 1;
    }
    for (let day = 0; day < dayRange; day++) byDay[day + 1] = (byDay[day + 1] as number) + (byDay[day] as number);
    for (let k = 0; k < customersPerPart; k++)
      byCustomer[k + 1] = (byCustomer[k + 1] as number) + (byCustomer[k] as number);
    for (let i = from; i < to; i++) {
      const key = keys[i] as number;
      const target = byDay[key & dayMask] as number;
      byDay[key & dayMask] = target + 1;
      keysByDay[target] = key;
      amountsByDay[target] = amounts[i] as number;
    }
    for (let i = 0; i < to - from; i++) {
      const key = keysByDay[i] as number;
      const target = byCustomer[key >>> dayBits] as number;
      byCustomer[key >>> dayBits] = target + 1;
      daysInPlace[target] = key & dayMask;
      amountsInPlace[target] = amountsByDay[i] as number;
    }
    const firstCustomer = part << shift;
    const customers = Math.min(customersPerPart, everyone - firstCustomer);
    let entry = 0;
    for (let k = 0; k < customers; k++) {
      const end = byCustomer[k] as number; // its start before the entries were put in place, its end since
      while (entry < end) {
        const day = daysInPlace[entry] as number;
        let gross = amountsInPlace[entry] as number;
        let count = 1;
        while (++entry < end && daysInPlace[entry] === day) {
          gross += amountsInPlace[entry] as number;
          count++;
        }
        days[row] = day + firstDay;
        placed[row] = count;
        grossMinor[row] = gross;
        row++;
      }
      offsets[firstCustomer + k + 1] = row;
    }
  }
  return {
    offsets,
    days: days.subarray(0, row),
    values: undefined,
    columns: {
      placed: placed.subarray(0, row),
      refunds: new Int32Array(0),
      grossMinor: grossMinor.subarray(0, row),
      refundedMinor: new Float64Array(0),
    },
  };
}

/** The most entries that a part has. */
export function largestPart(starts: Int32Array): number {
  let largest = 0;
  for (let part = 1; part < starts.length; part++) {
    largest = Math.max(largest, (starts[part] as number) - (starts[part - 1] as number));
  }
  return largest;
}

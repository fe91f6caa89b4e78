import { sfc32 } from "./random.mjs";

/** What every contender of the customer base is asked as of. */
export const AS_OF = "2026-01-01";
const DAY_MS = 86_400_000;
const END = Date.parse("2026-01-02T00:00:00Z");
const SPAN = 730 * DAY_MS;

/** Seeded orders in any order of time: a tenth as many customers, a few of whom buy most; two years; cents. */
export function transactionColumns(size) {
  const random = sfc32(1);
  const customers = size / 10;
  const customer = new Int32Array(size);
  const at = new Float64Array(size);
  const cents = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    customer[i] = Math.floor(customers * random() ** 1.5);
    at[i] = END - 1 - Math.floor(SPAN * random());
    cents[i] = 100 + Math.floor(20_000 * random() ** 2);
  }
  return { customers, customer, at, cents };
}

const ROWS_PER_TEXT = 500_000;

/** The same orders as JSON, in parts that fit into one string each. */
export function transactionTexts(size) {
  const { customer, at, cents } = transactionColumns(size);
  const row = (i) => ({
    id: `t${i}`,
    customerId: `customer-${customer[i]}`,
    at: new Date(at[i]).toISOString(),
    amount: (cents[i] / 100).toFixed(2),
    currency: "USD",
  });
  const parts = Math.ceil(size / ROWS_PER_TEXT);
  return Array.from({ length: parts }, (_, part) => {
    const from = part * ROWS_PER_TEXT;
    return JSON.stringify(Array.from({ length: Math.min(ROWS_PER_TEXT, size - from) }, (_, i) => row(from + i)));
  });
}

/** The orders as objects whose strings are all fresh, as a parser of files or answers makes them. */
export function transactionRows(texts) {
  const rows = [];
  for (const text of texts) for (const row of JSON.parse(text)) rows.push(row);
  return rows;
}

/** The local day (UTC) that recency counts back from. */
export const AS_OF_DAY = Date.parse(AS_OF) / DAY_MS;

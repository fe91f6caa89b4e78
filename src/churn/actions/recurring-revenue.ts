import {
  addPeriods,
  currencyDecimals,
  type Day,
  type DayNumber,
  divideRounded,
  formatDay,
  formatMinorUnits,
  type Money,
  parseDay,
  parseDuration,
  parseMinorUnits,
  startOfPeriod,
  zoneOf,
} from "../../core/index.js";
import { anything, checkOptions, inWords, listOf, refusal, text } from "../../core/shared.js";
import { type ContractTerm, contractTerm } from "../../lifecycle/shared.js";
import type { Contract, Rows } from "../../model/index.js";
import { checkedRows, contractTable } from "../../model/shared.js";

/** Which months, and how they are told apart. */
export interface RecurringRevenueOptions {
  /** A day in the first month. */
  readonly from: Day;
  /** A day in the last month. */
  readonly to: Day;
  /** Whose months; default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** The reasons of a cancellation that mean a failed payment; default `["payment-failed"]`. */
  readonly paymentFailure?: readonly string[] | undefined;
}

/** The recurring revenue of one month: opening + added + expansion − contraction − churned + reactivated = closing, to the minor unit. */
export interface RecurringRevenue {
  /** Its first day. */
  readonly month: Day;
  readonly opening: Money;
  /** Of customers who never paid before. */
  readonly added: Money;
  readonly expansion: Money;
  readonly contraction: Money;
  readonly churned: { readonly voluntary: Money; readonly paymentFailure: Money };
  /** Of customers who had left. */
  readonly reactivated: Money;
  readonly closing: Money;
}

/** One contract as a monthly amount over instants, [start, end). */
interface Stream {
  readonly start: number;
  readonly end: number;
  readonly monthly: number;
  readonly failed: boolean;
}

/**
 * Monthly recurring revenue month by month, and what moved it (经常性收入变动).
 *
 * A contract brings price × months ÷ its period in each month that it runs, rounded half up once to the minor unit; days and weeks count by the mean month of
 * 365.25 ÷ 12 days. What stands is what runs at midnight between months. A customer's change is one movement: from nothing it is added or, if they paid
 * before, reactivated; to nothing it is churned, by payment failure where the contract that ended last says so. Contracts without a price bring nothing.
 * @throws INVALID_ROWS, INVALID_RECORD …; INVALID_OPTIONS; INVALID_CONTRACTS for prices in several currencies, or for a price of no time
 * @example
 * import { recurringRevenue } from "clientele/churn";
 * const price = (amount: string) => ({ amount, currency: "USD", every: { months: 1 } });
 * const [march] = recurringRevenue(
 *   [
 *     { id: "1", customerId: "ann", start: "2026-01-01", price: price("30.00") },
 *     { id: "2", customerId: "ben", start: "2026-02-10", end: "2026-03-09", price: price("20.00") },
 *     { id: "3", customerId: "cai", start: "2026-03-15", price: { amount: "120.00", currency: "USD", every: { years: 1 } } },
 *   ],
 *   { from: "2026-03-01", to: "2026-03-31" },
 * );
 * [march?.opening, march?.added, march?.churned.voluntary, march?.closing].map((money) => money?.amount); // => ["50.00", "10.00", "20.00", "40.00"]
 * @category Churn
 */
export function recurringRevenue(
  contracts: Rows<Contract>,
  options: RecurringRevenueOptions,
): readonly RecurringRevenue[] {
  checkOptions<RecurringRevenueOptions>(
    options,
    { from: anything, to: anything, timeZone: anything, paymentFailure: listOf(text) },
    ["from", "to"],
  );
  const { timeZone = "UTC", paymentFailure = ["payment-failed"] } = options;
  const zone = zoneOf(timeZone);
  const [from, to] = [parseDay(options.from, ["from"]), parseDay(options.to, ["to"])];
  if (to < from) throw refusal("INVALID_OPTIONS", ["to"], `${options.from} or later`, options.to);
  const rows = checkedRows(contracts, contractTable, "contracts");
  const currency = currencyOf(rows);
  const scale = currencyDecimals(currency);
  const streams = streamsOf(rows, timeZone, scale, new Set(paymentFailure));
  const money = (minor: number): Money => ({ amount: formatMinorUnits(minor, scale), currency });

  const months: RecurringRevenue[] = [];
  for (let month = startOfPeriod(from, "month"); month <= to; month = addPeriods(month, "month", 1)) {
    const next: DayNumber = addPeriods(month, "month", 1);
    const moved = movements(streams, zone.startOfDay(month), zone.startOfDay(next));
    const { opening, added, expansion, contraction, voluntary, failed, reactivated, closing } = moved;
    months.push({
      month: formatDay(month),
      opening: money(opening),
      added: money(added),
      expansion: money(expansion),
      contraction: money(contraction),
      churned: { voluntary: money(voluntary), paymentFailure: money(failed) },
      reactivated: money(reactivated),
      closing: money(closing),
    });
  }
  return months;
}

function currencyOf(rows: readonly Contract[]): string {
  const first = rows.find(({ price }) => price !== undefined)?.price?.currency ?? "XXX";
  const other = rows.findIndex(({ price }) => price !== undefined && price.currency !== first);
  if (other === -1) return first;
  const hint = "Call it once for each currency";
  throw refusal(
    "INVALID_CONTRACTS",
    ["contracts", other, "price", "currency"],
    first,
    rows[other]!.price!.currency,
    hint,
  );
}

function streamsOf(
  rows: readonly Contract[],
  timeZone: string,
  scale: number,
  failures: ReadonlySet<string>,
): ReadonlyMap<string, readonly Stream[]> {
  const streams = new Map<string, Stream[]>();
  rows.forEach((row, index) => {
    if (row.price === undefined) return;
    const term = contractTerm(row, timeZone);
    const stream: Stream = {
      start: term.start,
      end: endOf(term),
      monthly: monthlyOf(row.price, scale, ["contracts", index, "price"]),
      failed: failures.has(row.cancellation?.reason ?? ""),
    };
    const own = streams.get(row.customerId);
    if (own === undefined) streams.set(row.customerId, [stream]);
    else own.push(stream);
  });
  return streams;
}

/** The first moment that is not paid for any more. */
function endOf({ end, renews, cancelledAt }: ContractTerm): number {
  if (cancelledAt !== undefined) return end === undefined || end < cancelledAt ? cancelledAt : end + 1;
  return renews || end === undefined ? Number.POSITIVE_INFINITY : end + 1;
}

const DAYS = 365.25 / 12;

function monthlyOf(
  { amount, every }: NonNullable<Contract["price"]>,
  scale: number,
  path: readonly (string | number)[],
): number {
  const minor = parseMinorUnits(amount, scale, [...path, "amount"]);
  const { unit, count } = parseDuration(every, [...path, "every"]);
  if (count === 0) throw refusal("INVALID_CONTRACTS", [...path, "every"], "a period above 0", every);
  switch (unit) {
    case "months":
    case "quarters":
    case "years": {
      const months = count * (unit === "months" ? 1 : unit === "quarters" ? 3 : 12);
      return Number(divideRounded(BigInt(minor), BigInt(months), "half-up"));
    }
    default: {
      const days = unit === "hours" ? count / 24 : unit === "weeks" ? 7 * count : count;
      const monthly = Math.round((Number(minor) * DAYS) / days);
      if (Number.isSafeInteger(monthly)) return monthly;
      throw refusal(
        "INVALID_CONTRACTS",
        path,
        "a monthly amount within 2^53 minor units",
        inWords(`${amount} every ${count} ${unit}`),
      );
    }
  }
}

/** What moved between two moments. */
function movements(streams: ReadonlyMap<string, readonly Stream[]>, start: number, end: number) {
  const sums = {
    opening: 0,
    added: 0,
    expansion: 0,
    contraction: 0,
    voluntary: 0,
    failed: 0,
    reactivated: 0,
    closing: 0,
  };
  for (const own of streams.values()) {
    const [before, after] = [paidAt(own, start), paidAt(own, end)];
    sums.opening += before;
    sums.closing += after;
    const change = after - before;
    if (before === 0 && after > 0) {
      const hadPaid = own.some((stream) => stream.start < start && stream.monthly > 0);
      sums[hadPaid ? "reactivated" : "added"] += change;
    } else if (after === 0 && before > 0) {
      const last = own.filter((stream) => runs(stream, start)).reduce((a, b) => (b.end > a.end ? b : a));
      sums[last.failed ? "failed" : "voluntary"] -= change;
    } else if (change > 0) sums.expansion += change;
    else sums.contraction -= change;
  }
  return sums;
}

/** Whether a contract runs at the moment before. */
const runs = ({ start, end }: Stream, at: number): boolean => start < at && at <= end;

function paidAt(streams: readonly Stream[], at: number): number {
  let sum = 0;
  for (const stream of streams) if (runs(stream, at)) sum += stream.monthly;
  return sum;
}

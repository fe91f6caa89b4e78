import { currencyDecimals, DAY_MS, formatInstant, formatMinorUnits, type Interval, parseDay } from "../core/index.js";
import { seededRandom } from "../math/index.js";
import type { Transaction } from "../model/index.js";
import { checkSyntheticOptions } from "./check-synthetic-options.js";
import { syntheticLines } from "./synthetic-lines.js";
import type { SyntheticHabits, SyntheticOptions } from "./synthetic-options.js";
import { beta, exponential, gamma } from "./variates.js";

const WEEK = 7 * DAY_MS;

const cdnow: SyntheticHabits = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, p: 6.25, q: 3.74, gamma: 15.44 };

/**
 * Transactions of customers who never were, one after the other: for benches, laws and trying things out.
 *
 * A customer's first order is uniform over the time; repeat orders follow BG/NBD and amounts Gamma-Gamma (see {@link SyntheticHabits}), rounded to the
 * currency's decimals, at least one minor unit. A refund comes 1 to 30 days after its order, if that is not past the end; it is of the whole amount
 * or, as often, of a uniform part. A guest's order has a uniform time. Three of five orders are online.
 * With `lines`, an order has 1 to 5 products out of 100 whose popularity falls as 1 / rank, and their amounts add up to the order's.
 *
 * Customers are `c1`, `c2` …, each with all orders in the order of time; refunds and guests stand after the order that brought them about.
 * The same seed draws the same orders whatever `refunds`, `guests` and `lines` are.
 * @throws INVALID_OPTIONS, INVALID_DAY, INVALID_CURRENCY
 * @example
 * import { syntheticTransactions } from "clientele/testing";
 * const options = { customers: 1000, seed: 1, from: "2025-01-01", to: "2025-12-31" };
 * const transactions = [...syntheticTransactions(options)];
 * new Set(transactions.map(({ customerId }) => customerId)).size; // => 1001
 * transactions.every(({ at }) => at >= "2025-01-01" && at < "2026"); // => true
 * @category Synthetic customers
 */
export function* syntheticTransactions(options: SyntheticOptions): Generator<SyntheticTransaction> {
  checkSyntheticOptions(options);
  const { customers, seed, refunds = 0.05, guests = 0.05, currency = "USD", lines = false } = options;
  const habits = { ...cdnow, ...options.habits };
  const time = { start: parseDay(options.from) * DAY_MS, end: (parseDay(options.to) + 1) * DAY_MS };
  const random = seededRandom(seed);
  const extras = seededRandom(Math.floor(seededRandom(seed)() * 2 ** 53));
  const scale = currencyDecimals(currency);

  const transaction = (id: string, customerId: string | null, order: Order, kind?: "refund"): SyntheticTransaction => ({
    id,
    customerId,
    at: formatInstant(order.at),
    amount: formatMinorUnits(order.minor, scale),
    currency,
    mode: order.isOnline ? "online" : "offline",
    channel: order.isOnline ? "web" : "store",
    ...(kind === undefined ? {} : { kind, refundOf: id.slice(0, -1) }),
    ...(lines ? { lines: syntheticLines(extras, order.minor, scale) } : {}),
  });

  let guestOrders = 0;
  for (let customer = 1; customer <= customers; customer++) {
    let number = 0;
    for (const order of ordersOf(random, habits, time, scale)) {
      const id = `c${customer}-${++number}`;
      yield transaction(id, `c${customer}`, order);
      const refund = extras() < refunds ? refundOf(extras, order) : undefined;
      if (refund !== undefined && refund.at < time.end) yield transaction(`${id}r`, `c${customer}`, refund, "refund");
      if (extras() < guests) yield transaction(`g${++guestOrders}`, null, guestOrder(extras, habits, time, scale));
    }
  }
}

/** A transaction with its instant as ISO 8601 and its amount as a decimal text, as they would stand in JSON. */
export interface SyntheticTransaction extends Transaction {
  readonly at: string;
  readonly amount: string;
}

interface Order {
  readonly at: number;
  readonly minor: number;
  readonly isOnline: boolean;
}

type Random = () => number;

/** All orders of one customer: join, buy at a steady rate, leave after some repeat order. */
function* ordersOf(random: Random, habits: SyntheticHabits, time: Interval, scale: number): Generator<Order> {
  const perWeek = gamma(random, habits.r) / habits.alpha;
  const leaving = beta(random, habits.a, habits.b);
  const spendRate = gamma(random, habits.q) / habits.gamma;
  let at = time.start + random() * (time.end - time.start);
  for (let isRepeat = false; at < time.end; isRepeat = true) {
    yield { at: Math.floor(at), minor: minorOf(gamma(random, habits.p) / spendRate, scale), isOnline: random() < 0.6 };
    if (isRepeat && random() < leaving) return;
    at += exponential(random, perWeek) * WEEK;
  }
}

function guestOrder(random: Random, habits: SyntheticHabits, { start, end }: Interval, scale: number): Order {
  const spendRate = gamma(random, habits.q) / habits.gamma;
  const minor = minorOf(gamma(random, habits.p) / spendRate, scale);
  return { at: Math.floor(start + random() * (end - start)), minor, isOnline: random() < 0.6 };
}

function refundOf(random: Random, { at, minor, isOnline }: Order): Order {
  const later = at + Math.floor((1 + random() * 29) * DAY_MS);
  const part = random() < 0.5 ? minor : Math.ceil(random() * minor);
  return { at: later, minor: Math.max(1, part), isOnline };
}

const minorOf = (amount: number, scale: number): number => Math.max(1, Math.round(amount * 10 ** scale));

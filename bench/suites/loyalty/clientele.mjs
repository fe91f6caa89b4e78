import { fold } from "../../../dist/ledger/index.js";
import {
  defineLoyaltyProgram,
  loyaltyDecider,
  pointsBalance,
  quoteEarn,
  simulateLoyaltyProgram,
} from "../../../dist/loyalty/index.js";
import { sfc32 } from "../../internal/random.mjs";

const PER_ACCOUNT = 40;
const HOUR = 3_600_000;
const START = Date.parse("2024-01-01T00:00:00Z");

const program = defineLoyaltyProgram({
  id: "club",
  version: 1,
  timeZone: "Europe/Warsaw",
  pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 12 }, through: "local-month" } }],
  earning: {
    rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }],
    promotions: [{ id: "double", times: "2", startsAt: "2024-06-01", endsAt: "2024-06-03" }],
  },
  redemption: { points: 100, worth: { amount: "1.00", currency: "EUR" } },
});
const decider = loyaltyDecider(program);

const orderOf = (index, at, amount, lines) => ({
  id: `O${index}`,
  customerId: "ann",
  at: new Date(at).toISOString(),
  amount: amount.toFixed(2),
  currency: "EUR",
  ...(lines && { lines }),
});

const CYCLE = 3;

/** Two orders, then all points spent: what an account decides. */
function cycle() {
  let state = decider.initialState();
  const events = [];
  for (const index of [0, 1, 2]) {
    const at = new Date(START + index * HOUR).toISOString();
    const command =
      index === 2
        ? { type: "redeem", key: "R2", at, points: pointsBalance(state, at).available }
        : { type: "earn", key: `E${index}`, at, order: orderOf(index, START + index * HOUR, 25 + 40 * index) };
    const decision = decider.decide(command, state);
    state = decision.state;
    events.push(...decision.events);
  }
  if (events.length !== CYCLE) throw new Error("the cycle has other events than its orders and its redemption");
  return events;
}

/** The cycle over and over, an hour from event to event, each with its own version, ids, lots and instants: an account of so many events. */
function eventsOf(count) {
  const texts = cycle().map((event) => JSON.stringify(event));
  const shifted = (text, round) =>
    JSON.parse(
      text
        .replace(/"version":(\d+)/, (_, version) => `"version":${Number(version) + CYCLE * round}`)
        .replace(/"(E|R|O|earn:O|order:O)(\d)"/g, (_, name, index) => `"${name}${Number(index) + CYCLE * round}"`)
        .replace(/"lot":(\d)/g, (_, lot) => `"lot":${Number(lot) + 2 * round}`)
        .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, (at) =>
          JSON.stringify(new Date(Date.parse(at.slice(1, -1)) + CYCLE * HOUR * round)),
        ),
    );
  return Array.from({ length: count }, (_, index) => shifted(texts[index % CYCLE], Math.floor(index / CYCLE)));
}

/** One account of so many events, folded. */
export const replayOne = {
  prepare: (size) => eventsOf(size),
  run: (events) => fold(decider, events),
  digest: ({ version }) => version,
};

/** Accounts of forty events each, folded one after the other. */
export const replayMany = {
  prepare: (size) => ({ events: eventsOf(PER_ACCOUNT), accounts: Math.round(size / PER_ACCOUNT) }),
  run({ events, accounts }) {
    let versions = 0;
    for (let account = 0; account < accounts; account++) versions += fold(decider, events).version;
    return versions;
  },
  digest: (versions) => versions,
};

/** The balance of the account of so many events, a million times, each at another instant. */
export const balance = {
  prepare(size) {
    const events = eventsOf(size);
    return { account: fold(decider, events), end: START + events.length * HOUR };
  },
  run({ account, end }) {
    let available = 0;
    for (let index = 0; index < 1_000_000; index++) available += pointsBalance(account, end - index).available;
    return available;
  },
  digest: (available) => available > 0,
};

/** What orders of five lines would earn. */
export const quote = {
  prepare(size) {
    const random = sfc32(7);
    return Array.from({ length: size }, (_, index) => {
      const cents = Array.from({ length: 5 }, () => 100 + Math.floor(9_900 * random()));
      const lines = cents.map((net, line) => ({ sku: `S${line}`, net: (net / 100).toFixed(2) }));
      return orderOf(index, START + index * HOUR, cents.reduce((all, each) => all + each) / 100, lines);
    });
  },
  run(orders) {
    let points = 0;
    for (const order of orders) points += quoteEarn(order, program).points;
    return points;
  },
  digest: (points) => points > 0,
};

/** A programme over so many orders of a tenth as many customers. */
export const simulate = {
  prepare(size) {
    const random = sfc32(9);
    const customers = size / 10;
    return Array.from({ length: size }, (_, index) => ({
      ...orderOf(
        index,
        START + Math.floor((500 * 24 * HOUR * index) / size),
        1 + Math.floor(20_000 * random() ** 2) / 100,
      ),
      customerId: `customer-${Math.floor(customers * random() ** 1.5)}`,
    }));
  },
  run: (orders) =>
    simulateLoyaltyProgram(orders, program, {
      asOf: "2026-01-01",
      redemption: { share: 0.6, every: { months: 3 } },
      seed: 1,
    }),
  digest: ({ issued }) => issued > 0,
};

/** The same where nobody redeems. */
export const simulateEarning = {
  ...simulate,
  run: (orders) => simulateLoyaltyProgram(orders, program, { asOf: "2026-01-01" }),
};

import {
  parseCases,
  parseCustomers,
  parseInteractions,
  parseTransactions,
  transactionsFromLines,
} from "clientele/model";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const order = { id: "1", customerId: "ann", at: "2026-03-08 02:30", amount: "12.50", currency: "USD" };
const inNewYork = { localTimes: "in-zone", timeZone: "America/New_York" } as const;

test("a local time is refused, unless it is the clock of the zone", () => {
  expect(parseTransactions([order]).rejected[0]?.issues[0]?.code).toBe("INVALID_INSTANT");
  expect(parseTransactions([order], { localTimes: "refuse" }).rejected).toHaveLength(1);
  expect(parseTransactions([order], inNewYork)).toEqual({
    transactions: [{ ...order, at: "2026-03-08T07:30:00.000Z" }],
    rejected: [],
  });
  expect(parseTransactions([order], { localTimes: "in-zone" }).transactions[0]?.at).toBe("2026-03-08T02:30:00.000Z");
});

test("rows that say their offset, or a day alone, come back themselves", () => {
  const rows = [
    { ...order, at: "2026-03-08 02:30 +0100" },
    { ...order, at: "2026-03-08" },
    { ...order, at: 0 },
  ];
  const { transactions } = parseTransactions(rows, inNewYork);
  expect(transactions.map((row, index) => row === rows[index])).toEqual([true, true, true]);
});

test("what is no time is rejected as before, with the row's other faults", () => {
  const rows = [{ ...order, at: "2026-02-30 10:00", amount: "-1" }, null, [], { ...order, at: undefined }];
  const { rejected } = parseTransactions(rows, inNewYork);
  expect(rejected).toEqual(parseTransactions(rows).rejected);
  expect(rejected).toHaveLength(4);
});

test("times within a record count too, and are compared as instants", () => {
  const [customer] = parseCustomers(
    [
      {
        id: "ann",
        since: "2026-01-05 10:00",
        consents: [{ channel: "email", purpose: "news", status: "given", at: "2026-01-05 10:00" }],
      },
    ],
    inNewYork,
  ).customers;
  expect([customer?.since, customer?.consents?.[0]?.at]).toEqual(Array(2).fill("2026-01-05T15:00:00.000Z"));
  const complaint = {
    id: "c",
    customerId: "ann",
    kind: "complaint",
    openedAt: "2026-01-05 10:00",
    respondedAt: "2026-01-05T14:59:00Z",
  };
  expect(parseCases([complaint], inNewYork).rejected[0]?.issues[0]?.code).toBe("OUT_OF_ORDER");
  expect(parseCases([complaint], { localTimes: "in-zone" }).rejected).toEqual([]);
  const call = { id: "i", customerId: "ann", at: "2026-01-05 10:00", kind: "call" };
  expect(parseInteractions([call], inNewYork).interactions[0]?.at).toBe("2026-01-05T15:00:00.000Z");
});

test("lines of local times make orders dated in UTC", () => {
  const rows = [
    { order: "7", who: "ann", at: "2026-01-05 23:30", paid: "1" },
    { order: "7", who: "ann", at: "2026-01-05 22:30", paid: "2" },
  ];
  const columns = { orderId: "order", customerId: "who", at: "at", sku: () => "goods", net: "paid" } as const;
  const { transactions } = transactionsFromLines(rows, columns, { currency: "USD", ...inNewYork });
  // On the 6th in UTC, both on the 5th in New York: one order.
  expect(transactions.map(({ at, amount }) => [at, amount])).toEqual([["2026-01-06T03:30:00.000Z", "3.00"]]);
  expect(transactionsFromLines(rows, columns, { currency: "USD" }).rejected).toHaveLength(2);
});

test.each([{ localTimes: "in-the-zone" }, { localTimes: true }, { localTimes: "in-zone", timeZone: "Shanghai" }])(
  "refuses the options %j",
  (options) => {
    const { code } = faultOf(() => parseTransactions([], options as never));
    expect(code).toBe("timeZone" in options ? "INVALID_TIME_ZONE" : "INVALID_OPTIONS");
  },
);

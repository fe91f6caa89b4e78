import { appendTransactions, summarizeInteractions, summarizePurchases } from "clientele/history";
import { parseTransactions } from "clientele/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const order = { id: "1", customerId: "ann", at: "2026-01-05 23:30", amount: "12.50", currency: "USD" };
const options = { asOf: "2026-04-01", timeZone: "America/New_York", localTimes: "in-zone" } as const;

test("a base reads local times as the clock of its zone, whatever else is asked for", () => {
  const { localTimes: _, ...strict } = options;
  expect(faultOf(() => summarizePurchases([order], strict)).code).toBe("INVALID_INSTANT");
  const base = summarizePurchases([{ ...order, tags: ["vip"] }], {
    ...options,
    measures: ["discount"],
    dimensions: ["hour"],
    exclude: [{ reason: "test", tags: ["test"] }],
  });
  expect(base.get("ann")?.lastPurchase).toBe("2026-01-05");
  expect(
    appendTransactions(base, [{ ...order, id: "2", at: "2026-01-07 00:10" }], { localTimes: "in-zone" }).get("ann")
      ?.lastPurchase,
  ).toBe("2026-01-07");
  expect(faultOf(() => appendTransactions(base, [order])).code).toBe("INVALID_INSTANT");
});

test("batches and faults are read so too", async () => {
  async function* batches(): AsyncGenerator<(typeof order)[]> {
    yield [order];
  }
  expect((await summarizePurchases(batches(), options)).get("ann")?.lastPurchase).toBe("2026-01-05");
  const fault = faultOf(() => summarizePurchases([order, { ...order, id: "2", amount: "-1" }], options));
  expect([fault.code, fault.path, fault.issues.length]).toEqual(["NEGATIVE_AMOUNT", [1, "amount"], 1]);
});

test("columns hold instants: local times are refused there", () => {
  const columns = { customerIds: ["ann"], at: [0], amountMinor: [1], currency: "USD" };
  expect(faultOf(() => summarizePurchases(columns, options)).path).toEqual(["localTimes"]);
});

test("interactions read them too", () => {
  const calls = [{ id: "1", customerId: "ann", at: "2026-01-05 23:30", kind: "call", direction: "inbound" }] as const;
  expect(summarizeInteractions(calls, options).get("ann")?.lastInbound).toBe("2026-01-06T04:30:00.000Z");
  expect(faultOf(() => summarizeInteractions(calls, { asOf: "2026-04-01" })).code).toBe("INVALID_INSTANT");
});

const part = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, "0"));
const times = fc
  .tuple(
    part(1, 12),
    part(1, 31),
    part(0, 23),
    part(0, 59),
    fc.constantFrom("T", " "),
    fc.constantFrom("", "Z", " +0800"),
  )
  .map(([month, day, hour, minute, t, offset]) => `2026-${month}-${day}${t}${hour}:${minute}${offset}`);

// Seen to fail with the zone left out of parsing.
test.each(["UTC", "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"])(
  "law: parsing local times in %s and reading them gives the same base",
  (timeZone) => {
    const inZone = { localTimes: "in-zone", timeZone } as const;
    fc.assert(
      fc.property(fc.array(times, { maxLength: 5 }), (all) => {
        const rows = all.map((at, index) => ({ ...order, id: String(index), at }));
        const { transactions, rejected } = parseTransactions(rows, inZone);
        const kept = rows.filter((_, index) => !rejected.some((row) => row.index === index));
        const read = (some: typeof rows, local = {}): unknown =>
          summarizePurchases(some, { asOf: "2027-04-01", timeZone, currency: "USD", ...local }).get("ann");
        expect(read(kept, inZone)).toEqual(read(transactions as typeof rows));
      }),
    );
  },
);

import type { Dimension, Measure, SummarizeOptions } from "clientele/history";
import type { Transaction, TransactionLine } from "clientele/model";
import fc from "fast-check";

/** A read: transactions in some order, and the options to read them with. */
export interface Purchases {
  readonly rows: readonly Transaction[];
  readonly options: SummarizeOptions & { readonly currency: string; readonly asOf: string };
}

// Each zone with days around one of its odd changes: a missing midnight, a skipped day, a doubled hour; and plain days.
const places: readonly (readonly [zone: string, days: readonly string[]])[] = [
  ["UTC", ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-31", "2024-04-01"]],
  ["America/Sao_Paulo", ["2018-11-02", "2018-11-03", "2018-11-04", "2018-11-05", "2019-02-16"]],
  ["Pacific/Apia", ["2011-12-28", "2011-12-29", "2011-12-30", "2011-12-31", "2012-01-01"]],
  ["America/New_York", ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02", "2026-11-03"]],
];
const ids = ["ann", "ben", "10", "9", "__proto__", "éva", "zoë"] as const;
const dayMs = 86_400_000;

const amount = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("0", "0.00", "10.00", "10", "0.01", "99.99") },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 100_000 }).map((cents) => (cents / 100).toFixed(2)) },
  { weight: 1, arbitrary: fc.constantFrom(10, 0, 12.5, 99.99) },
);

const line: fc.Arbitrary<TransactionLine> = fc
  .record({
    sku: fc.constantFrom("A1", "B2", "C3"),
    net: fc.constantFrom("5.00", "1.00", "0"),
    quantity: fc.option(fc.constantFrom(1, 2, 0, 0.125, 1.5), { nil: undefined }),
    cost: fc.option(fc.constantFrom("2.00", "0.50"), { nil: undefined }),
    discount: fc.option(fc.constantFrom("1.00", "0"), { nil: undefined }),
    promoted: fc.option(fc.boolean(), { nil: undefined }),
    category: fc.option(fc.constantFrom("wine", "tea"), { nil: undefined }),
    brand: fc.option(fc.constantFrom("Ö", "__proto__"), { nil: undefined }),
    priceTier: fc.option(fc.constantFrom("low", "high"), { nil: undefined }),
  })
  .map(stated);

function momentIn(days: readonly string[]): fc.Arbitrary<Transaction["at"]> {
  const instant = fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: -14 * 12, max: 38 * 12 }))
    .map(([day, fiveMinutes]) => Date.parse(day) + fiveMinutes * 300_000);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...days) },
    { weight: 3, arbitrary: fc.constant(days[1] as string) },
    { weight: 2, arbitrary: instant.map((ms) => new Date(ms).toISOString()) },
    { weight: 1, arbitrary: instant },
    { weight: 1, arbitrary: instant.map((ms) => new Date(ms)) },
    { weight: 1, arbitrary: instant.map((epochMilliseconds) => ({ epochMilliseconds })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...days).map((day) => new Date(Date.parse(day) + 3 * dayMs).toISOString()),
    },
  );
}

function transactionsIn(days: readonly string[], currencies: readonly string[]): fc.Arbitrary<Transaction[]> {
  const record = fc.record({
    customerId: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("ann", "ann", "ben") },
      { weight: 3, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    at: momentIn(days),
    amount,
    currency: fc.constantFrom(...currencies),
    kind: fc.constantFrom(
      undefined,
      undefined,
      "purchase" as const,
      "purchase" as const,
      "refund" as const,
      "refund" as const,
    ),
    refundOf: fc.nat({ max: 12 }),
    status: fc.constantFrom(undefined, undefined, undefined, "completed" as const, "pending" as const, "test" as const),
    tags: fc.constantFrom(undefined, undefined, ["vip"], ["staff"], ["vip", "press"]),
    mode: fc.constantFrom(undefined, "online" as const, "offline" as const),
    channel: fc.constantFrom(undefined, "shop", "app"),
    store: fc.constantFrom(undefined, "north"),
    cost: fc.constantFrom(undefined, undefined, "3.00"),
    discount: fc.constantFrom(undefined, undefined, "1.00"),
    lines: fc.option(fc.array(line, { maxLength: 4 }), { nil: undefined, freq: 3 }),
    sameAmount: fc.boolean(),
  });
  const records = fc.array(record, { maxLength: 24, size: "max" });
  const ofGuests = fc.array(
    record.map((row) => ({ ...row, customerId: null })),
    { maxLength: 6 },
  );
  return fc.oneof({ weight: 15, arbitrary: records }, { weight: 1, arbitrary: ofGuests }).map((records) =>
    records.map(({ refundOf, sameAmount, ...row }, i): Transaction => {
      if (row.kind !== "refund") return stated({ id: `t${i}`, ...row });
      // Refunds of orders before and after them, of refunds, of nothing; often of the whole amount, by the same customer, later.
      const order = records[refundOf];
      const of = refundOf === 12 ? {} : { refundOf: `t${refundOf}` };
      const full = sameAmount && order !== undefined ? { amount: order.amount, currency: order.currency } : {};
      const same = order === undefined || i % 4 === 0 ? {} : { customerId: order.customerId };
      const currency = order === undefined ? row.currency : order.currency;
      return stated({ id: `t${i}`, ...row, ...same, currency, ...full, ...of });
    }),
  );
}

const someOf = <T>(all: readonly T[]): fc.Arbitrary<readonly T[] | undefined> =>
  fc.oneof(fc.constant(undefined), fc.subarray([...all]), fc.constant(all));

/** Reads with every option, in every mixture. */
export const purchases: fc.Arbitrary<Purchases> = fc
  .tuple(fc.constantFrom(...places), fc.boolean(), fc.boolean())
  .chain(([[timeZone, days], foreign, finer]) =>
    fc.record({
      rows: transactionsIn(days, foreign ? ["USD", "EUR", "JPY", "GBP"] : ["USD"]),
      options: fc
        .record({
          asOf: fc.constantFrom(days[3] as string, days[4] as string, "2030-01-01"),
          timeZone: fc.constant(timeZone),
          currency: fc.constant("USD"),
          // Amounts of yen have decimals here too, which an explicit scale allows.
          scale: fc.constant(finer ? 4 : foreign ? 2 : undefined),
          refunds: fc.constantFrom(undefined, "net" as const, "net" as const, "ignore" as const),
          customerIds: someOf(["ann", "prospect", "10"]),
          aliases: fc.constantFrom(undefined, { ben: "ann" }, { ben: "zoë", zoë: "new" }, new Map([["9", "10"]])),
          exclude: fc.constantFrom(
            undefined,
            [{ reason: "staff", tags: ["staff"] }],
            [
              { reason: "ours", customerIds: ["ben", "9"], tags: ["press"] },
              { reason: "staff", tags: ["staff"] },
            ],
          ),
          measures: someOf<Measure>(["cost", "discount", "promoted", "quantity", "online"]),
          dimensions: someOf<Dimension>([
            "category",
            "brand",
            "brandInCategory",
            "sku",
            "channel",
            "store",
            "priceTier",
            "hour",
          ]),
          rates: fc.constant(foreign ? rateOf : undefined),
        })
        .map(stated),
    }),
  );

/** Rates that make halves, differ by day, and are missing for one currency and on some days of another. */
function rateOf(from: string, day: string): string | null {
  if (from === "GBP") return null;
  if (from === "JPY") return Number(day.slice(-2)) % 5 === 0 ? null : "0.0065";
  return Number(day.slice(-2)) % 2 === 0 ? "1.105" : "1.0835";
}

/** Leaves out what is undefined, as a host would. */
function stated<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}

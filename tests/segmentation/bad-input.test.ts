import type { MaybeColumn, Reason } from "clientele/core";
import { type CustomerBase, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import {
  type Classes,
  classifyAbc,
  classifyByValue,
  classifyChannelUse,
  classifyHabit,
  classifyNeeds,
  classifyPurchaseBehaviour,
  classifyValueBands,
  inferInterests,
  scoreRfm,
  segmentByRfm,
} from "clientele/segmentation";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

let number = 0;
const order = (customerId: string, amount: string, at: string, more: Partial<Transaction> = {}): Transaction => ({
  id: `o${number++}`,
  customerId,
  at,
  amount,
  currency: "USD",
  ...more,
});
/** An order of one line that states everything. */
const full = (customerId: string, amount: string, at = "2025-01-10"): Transaction =>
  order(customerId, amount, at, {
    mode: "online",
    lines: [
      { sku: "x", net: amount, cost: "1.00", promoted: false, category: "tea", brand: "Lu Yu", priceTier: "premium" },
    ],
  });
const refundOf = ({ id, customerId, amount }: Transaction): Transaction =>
  order(String(customerId), String(amount), "2025-02-10", { kind: "refund", refundOf: id });
const read = (rows: readonly Transaction[], customerIds: readonly string[] = []): CustomerBase =>
  summarizePurchases(rows, {
    asOf: "2026-04-01",
    currency: "USD",
    customerIds,
    measures: ["cost", "promoted", "online"],
    dimensions: ["category", "brandInCategory", "priceTier"],
  });
const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `c${String(i).padStart(2, "0")}`);
const months = ["2025-01-10", "2025-02-10", "2025-03-10"];

interface Told {
  /** In base order; "unknown" where it is. */
  readonly classes: readonly string[];
  readonly warnings: readonly Reason[];
}
const namesOf = ({ values, known }: MaybeColumn<string>): readonly string[] =>
  Array.from(values, (name, index) => (known[index] === 1 ? name : "unknown"));
const classed =
  (classify: (base: CustomerBase) => Classes<string>) =>
  (base: CustomerBase): Told => {
    const { columns, warnings } = classify(base);
    return { classes: namesOf(columns.class), warnings };
  };
const classifications: Readonly<Record<string, (base: CustomerBase) => Told>> = {
  value: classed(classifyByValue),
  bands: classed(classifyValueBands),
  abc: classed(classifyAbc),
  needs: classed(classifyNeeds as never),
  habit: classed(classifyHabit),
  channel: classed(classifyChannelUse),
  behaviour(base) {
    const { columns, warnings } = classifyPurchaseBehaviour(base);
    const [frequency, averageOrder, product] = Object.values(columns).map(namesOf);
    return { classes: frequency!.map((name, i) => `${name} ${averageOrder![i]} ${product![i]}`), warnings };
  },
  interests(base) {
    const { values, known } = inferInterests(base).columns.inferred;
    return { classes: Array.from(values, (list, i) => (known[i] === 1 ? list.join() : "unknown")), warnings: [] };
  },
  rfm(base) {
    const { columns, warnings } = segmentByRfm(scoreRfm(base));
    return { classes: [...columns.segment], warnings };
  },
};
const told = (name: string, base: CustomerBase): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const one of classifications[name]!(base).classes) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

type Expected = Readonly<Record<keyof typeof classifications, Readonly<Record<string, number>>>>;
const everybody = (count: number, names: Readonly<Record<string, string>>): Expected =>
  Object.fromEntries(Object.keys(classifications).map((name) => [name, { [names[name] ?? "unknown"]: count }]));
const nobodyBought = { value: "prospect", behaviour: "unknown unknown unknown", rfm: "not-scored" };

const cases: readonly (readonly [string, CustomerBase, Expected])[] = [
  ["an empty base", read([]), Object.fromEntries(Object.keys(classifications).map((name) => [name, {}]))],
  ["nobody who has bought", read([], ids(2)), everybody(2, nobodyBought)],
  [
    "one customer",
    read([full("ann", "9.00")]),
    everybody(1, {
      value: "high",
      bands: "low",
      abc: "a",
      channel: "online",
      behaviour: "low low tea",
      rfm: "recent-customers",
    }),
  ],
  [
    "twenty who are alike",
    read(ids(20).flatMap((id) => months.map((at) => full(id, "9.00", at)))),
    everybody(20, {
      value: "high",
      bands: "low",
      abc: "a",
      needs: "quality-seeking",
      habit: "habitual",
      channel: "online",
      behaviour: "low low tea",
      interests: "",
      rfm: "recent-customers",
    }),
  ],
  [
    "twenty who differ",
    read(ids(20).map((id, i) => full(id, `${2 + i}.00`))),
    {
      // Margins 1 to 20, 210 in all: the best eleven make 165, under 80 % (168), so the twelfth is needed.
      value: { high: 12, ordinary: 8 },
      bands: { high: 7, mid: 6, low: 7 },
      abc: { a: 12, b: 4, c: 4 },
      needs: { unknown: 20 },
      habit: { unknown: 20 },
      channel: { online: 20 },
      behaviour: { "low low tea": 7, "low mid tea": 6, "low high tea": 7 },
      interests: { unknown: 20 },
      rfm: { "recent-customers": 4, "potential-loyalists": 4, "loyal-customers": 4, champions: 8 },
    },
  ],
  [
    "nothing but refunds",
    read(ids(3).map((id) => order(id, "5.00", "2025-01-10", { kind: "refund" }))),
    everybody(3, nobodyBought),
  ],
  [
    "orders that all came back",
    read(
      ids(3)
        .map((id) => full(id, "5.00"))
        .flatMap((one) => [one, refundOf(one)]),
    ),
    // What came back was still chosen, so the product is told.
    everybody(3, { ...nobodyBought, behaviour: "unknown unknown tea" }),
  ],
  [
    "orders without lines, modes and costs",
    read(ids(3).flatMap((id) => months.map((at) => order(id, "5.00", at)))),
    everybody(3, { value: "high", bands: "low", abc: "a", behaviour: "low low unknown", rfm: "recent-customers" }),
  ],
];

describe.each(cases)("%s", (_, base, expected) => {
  test.each(Object.keys(classifications))("%s", (name) => expect(told(name, base)).toEqual(expected[name]));
});

describe("what is missing is named", () => {
  const bare = read(months.map((at) => order("ann", "5.00", at)));
  const missing = (cell: { readonly status: string; readonly missing?: readonly string[] } | undefined) =>
    cell?.missing;
  test("lines", () => {
    expect(missing(classifyHabit(bare).get("ann")?.class as never)).toEqual(["category"]);
    expect(missing(classifyNeeds(bare).get("ann")?.primary as never)).toEqual(["promoted", "priceTier", "brand"]);
    expect(missing(inferInterests(bare).get("ann")?.inferred as never)).toEqual(["category"]);
    expect(missing(classifyChannelUse(bare).get("ann")?.class as never)).toEqual(["mode"]);
  });
  test("purchases", () => {
    const prospect = read([], ["ann"]);
    expect(missing(classifyHabit(prospect).get("ann")?.class as never)).toEqual(["purchases"]);
    expect(missing(classifyNeeds(prospect).get("ann")?.primary as never)).toEqual(["purchaseDays"]);
    expect(missing(inferInterests(prospect).get("ann")?.inferred as never)).toEqual(["purchaseDays"]);
    expect(missing(classifyChannelUse(prospect).get("ann")?.class as never)).toEqual(["purchases"]);
  });
});

describe("warnings", () => {
  const codes = (name: string, base: CustomerBase) => classifications[name]!(base).warnings.map(({ code }) => code);
  test.each(["value", "bands", "abc"])(
    "%s by net says how many orders state a cost, and an empty base says nothing of it",
    (name) => {
      // 19 of 20 orders state a cost: just enough. 18 of 19 are not.
      const stating = (all: number) =>
        read(ids(all).map((id, i) => (i === 0 ? order(id, "9.00", "2025-01-10") : full(id, "9.00"))));
      expect(codes(name, stating(20))).not.toContain("segmentation.ranked-by-net");
      expect(codes(name, stating(19))).toContain("segmentation.ranked-by-net");
      expect(codes(name, read([]))).not.toContain("segmentation.ranked-by-net");
    },
  );
  test("a map has no collapsed scores where nobody is scored", () => {
    expect(codes("rfm", read([], ids(2)))).toEqual(["segmentation.not-scored", "segmentation.nobody-to-score"]);
  });
});

// Seen to fail with ABC's ties broken by id.
test("law: no order of the rows and no names of customers change a class", () => {
  const line = fc.record({
    sku: fc.constant("x"),
    net: fc.constantFrom("0.00", "5.00", "10.00"),
    cost: fc.constantFrom(undefined, "4.00"),
    promoted: fc.constantFrom(undefined, true, false),
    category: fc.constantFrom(undefined, "tea", "wine"),
    brand: fc.constantFrom(undefined, "A", "B"),
    priceTier: fc.constantFrom(undefined, "premium", "basic"),
  });
  const row = fc.record({
    customerId: fc.constantFrom(...ids(4)),
    month: fc.integer({ min: 1, max: 6 }),
    mode: fc.constantFrom(undefined, "online" as const, "offline" as const),
    isRefund: fc.boolean(),
    line,
  });
  const plain = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
      const orders = rows.map(({ customerId, month, mode, isRefund, line }, i): Transaction => {
        const more = plain({ mode, kind: isRefund ? ("refund" as const) : undefined });
        return {
          id: `p${i}`,
          customerId,
          at: `2025-0${month}-10`,
          amount: line.net,
          currency: "USD",
          lines: [plain(line)],
          ...more,
        };
      });
      // The other way round, under names that sort the other way round.
      const renamed = new Map(ids(4).map((id, i) => [id, `z${3 - i}`]));
      const turned = [...orders].reverse().map((one) => ({ ...one, customerId: renamed.get(String(one.customerId))! }));
      for (const classify of Object.values(classifications)) {
        // Names that sort the other way round, so classes in base order do too.
        const there = classify(read(orders, ids(4))).classes;
        expect([...classify(read(turned, [...renamed.values()])).classes].reverse()).toEqual(there);
      }
    }),
  );
});

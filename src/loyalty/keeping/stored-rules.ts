import { readInstant } from "../../core/index.js";
import {
  anything,
  choice,
  fields,
  finite,
  flag,
  type Json,
  listOf,
  object,
  optional,
  type Rule,
  satisfying,
  text,
  whole,
} from "../../core/shared.js";
import type { LoyaltyState } from "../account/loyalty-state.js";
import { isSequence, listed } from "../account/sequence.js";

/** What stored accounts and events have in common. */
export const orNull =
  (rule: Rule): Rule =>
  (value, path, check) =>
    value === null ? value : rule(value, path, check);

export const byName =
  (rule: Rule): Rule =>
  (value, path, check) => {
    const record = object("values by name")(value, path, check);
    for (const [name, each] of Object.entries(record ?? {})) rule(each, [...path, name], check);
    return record;
  };

/** A note is a name and a value; shelves of them stand one after the other. */
export const notes = (rule: Rule): Rule =>
  listOf(
    listOf((value, path, check) => {
      if (!Array.isArray(value) || value.length !== 2) return check.report(path, "a name and a value", value);
      text(value[0], [...path, 0], check);
      return rule(value[1], [...path, 1], check);
    }),
  );

const sequence =
  (item: Rule): Rule =>
  (value, path, check) => {
    const found = fields({ size: anything, tree: anything })(value, path, check) as never;
    if (found === undefined) return undefined;
    if (!isSequence(found)) return check.report(path, "a tree of so many values", found);
    return listOf(item)(listed(found), path, check);
  };

export const points: Rule = whole({ from: 0 });
export const lot: Rule = whole({ from: 0 });
export const origin: Rule = choice(["sale", "promotional"]);
export const instant: Rule = satisfying(
  "an instant in ISO 8601",
  (value) => typeof value === "string" && readInstant(value) !== undefined,
);
const units = satisfying("a whole number as text", (value) => typeof value === "string" && /^\d{1,16}$/.test(value));
const quotient = satisfying("two whole numbers", (value) => {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger);
});
export const fraction: Rule = satisfying(
  "a fraction as text",
  (value) => typeof value === "string" && /^-?\d+\/[1-9]\d*$/.test(value),
);

const applied = { id: text, priority: finite(), parts: optional(listOf(whole({ from: 0 }))) };
const typeBasis = fields({
  pointType: text,
  rules: listOf(
    fields({
      ...applied,
      gives: optional(quotient),
      per: optional(quotient),
      whole: optional(flag),
      byLine: optional(flag),
      points: optional(points),
      pieces: optional(listOf(finite())),
      minimum: optional(whole()),
    }),
  ),
  combine: choice(["sum", "best-of", "first"]),
  promotions: listOf(
    fields({ ...applied, times: optional(quotient), add: optional(points), createdAt: optional(text) }),
  ),
  promotionCombine: choice(["multiply", "max", "latest"]),
  multiplierBase: optional(choice(["raw", "rounded"])),
  rounding: fields({ mode: choice(["floor", "ceil", "half-up", "half-even"]), at: choice(["line", "order"]) }),
  carried: optional(fraction),
  limit: optional(points),
  points,
});
export const basis: Rule = fields({
  currency: text,
  scale: whole({ from: 0 }),
  parts: listOf(whole({ from: 0 })),
  skus: optional(listOf(text)),
  types: listOf(typeBasis),
  tier: optional(fields({ basis: choice(["spend", "earned", "visits"]), pointType: optional(text) })),
});
export const refund: Rule = fields({
  cumulative: units,
  currency: text,
  lines: orNull(byName(units)),
  full: flag,
  clawed: listOf(points),
  lapsed: listOf(points),
  disqualified: whole(),
  rewardsRestored: flag,
  rests: optional(listOf(fraction)),
});
const shares = listOf(fields({ lot, points }));

const stateFields: Readonly<Record<keyof LoyaltyState, Rule>> = {
  memberId: orNull(text),
  status: choice(["open", "suspended", "closed"]),
  openedAt: orNull(finite()),
  lots: sequence(
    fields({
      id: text,
      pointType: text,
      opened: points,
      remaining: whole(),
      expired: whole(),
      earnedAt: finite(),
      activeAt: orNull(finite()),
      expiresAt: orNull(finite()),
      byActivity: flag,
      origin,
      source: text,
    }),
  ),
  openFrom: whole({ from: 0 }),
  debts: byName(points),
  deadlines: byName(finite()),
  totals: byName(fields({ earned: whole(), clawed: whole(), redeemed: whole(), expired: whole(), adjusted: whole() })),
  holds: byName(fields({ key: text, pointType: text, shares, until: finite() })),
  orders: notes(fields({ at: finite(), basis, lots: listOf(whole({ from: -1 })) })),
  refunds: notes(refund),
  redemptions: notes(
    fields({ pointType: text, points, shares, orderId: orNull(text), restoreOn: choice(["full-refund", "never"]) }),
  ),
  reversals: notes(points),
  usedFor: notes(listOf(text)),
  uses: notes(points),
  streaks: byName(fields({ day: whole(), length: whole({ from: 1 }) })),
  carries: byName(fraction),
  qualifying: sequence(fields({ at: finite(), notedAt: finite(), amount: whole() })),
  grants: listOf(fields({ tier: text, from: finite(), until: finite(), reason: text, actor: orNull(text) })),
  tier: fields({ tier: orNull(text), validThrough: orNull(finite()) }),
  imported: flag,
  merged: (value, path, check) => orNull(fields({ key: text, before: storedState }))(value, path, check),
};
/** What a stored state must hold, field by field; whether its sums agree is another question. */
export const storedState: Rule<Json> = fields(stateFields);

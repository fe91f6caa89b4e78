import { type InstantInput, parseBirthday } from "../../core/index.js";
import {
  anything,
  checker,
  choice,
  fields,
  flag,
  listOf,
  object,
  optional,
  parseMoment,
  type Rule,
  readBy,
  text,
  whole,
} from "../../core/shared.js";
import type { OrderCustomer } from "../../model/index.js";
import { customerRule } from "../../model/shared.js";
import type { LoyaltyCommand, PairCommand } from "./loyalty-command.js";

const some = whole({ from: 1 });
const origin = optional(choice(["sale", "promotional"]));
const pointType = optional(text);
const order = object("an order");
const instant = readBy((value: InstantInput, path) => parseMoment(value, { path }));

/** Facts of the customer; those that a programme itself looks at are what they should be. */
export const customer: Rule = (value, path, check) => {
  customerRule(value, path, check);
  const { "customer.birthday": born, "customer.tags": tags } = Object(value) as OrderCustomer;
  optional(readBy(parseBirthday))(born, [...path, "customer.birthday"], check);
  optional(listOf(text))(tags, [...path, "customer.tags"], check);
};

/** What each command must hold besides type, key, `at`, `recordedAt` and `actor`; instants and amounts have readers of their own. */
const tables: Readonly<Record<(LoyaltyCommand | PairCommand)["type"], Readonly<Record<string, Rule>>>> = {
  open: { memberId: text },
  earn: { order, customer: optional(customer) },
  activity: { activity: text, customer: optional(customer) },
  activate: { lotIds: listOf(text, 1) },
  redeem: {
    points: optional(some),
    rewardId: optional(text),
    orderId: optional(text),
    order: optional(order),
    pointType,
  },
  hold: { holdId: text, points: some, until: anything, pointType },
  "commit-hold": { holdId: text, points: optional(some) },
  "release-hold": { holdId: text },
  "reverse-redemption": { redemptionKey: text, points: optional(some) },
  refund: {
    orderId: text,
    cumulative: fields({ amount: anything, currency: text }),
    lines: optional(listOf(fields({ sku: text, cumulative: anything }))),
    full: optional(flag),
  },
  adjust: { points: whole(), reason: text, origin, pointType, expiresAt: anything },
  sweep: {},
  reinstate: { lotIds: listOf(text, 1), expiresAt: anything, reason: text },
  "import-opening": {
    lots: listOf(
      fields({ points: some, earnedAt: anything, activeFrom: anything, expiresAt: anything, pointType, origin }),
    ),
    tier: optional(fields({ id: text, validThrough: anything })),
    qualifying: anything,
  },
  suspend: { reason: text },
  resume: {},
  close: { points: choice(["forfeit", "keep"]), reason: text },
  "grant-tier": { tier: text, until: anything, reason: text },
  "use-benefit": { benefitId: text },
  "transfer-out": { points: some, pointType },
  "transfer-in": { pointType: text, lots: listOf(anything), deadline: optional(text) },
  "merge-out": { into: anything },
  "merge-in": { from: object("an account") },
  unmerge: {},
};

const rules = new Map(
  Object.entries(tables).map(([type, table]) => {
    const key = type === "sweep" ? optional(text) : text;
    const head = { type: anything, key, at: anything, recordedAt: optional(instant), actor: optional(text) };
    return [type, fields({ ...head, ...table })];
  }),
);

/** @throws INVALID_LOYALTY_COMMAND with all faults as `issues` */
export function checkCommand(command: LoyaltyCommand | PairCommand): void {
  const check = checker("INVALID_LOYALTY_COMMAND");
  (rules.get(command.type) as Rule)(command, [], check);
  check.refuseFaults("INVALID_LOYALTY_COMMAND");
}

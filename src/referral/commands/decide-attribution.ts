import { addDuration, formatInstant, type InstantInput, parseInstant, type Reason, zoneOf } from "../../core/index.js";
import { parseMoment } from "../../core/shared.js";
import { judgeOrder } from "../stream/judge-order.js";
import type { ReferralEvent } from "../stream/referral-event.js";
import { attributeTouch } from "./attribute-touch.js";
import { checkFraud } from "./check-fraud.js";
import type {
  MergeCommand,
  NewCustomerFacts,
  ReattributeCommand,
  SignUpCommand,
  TouchCommand,
} from "./referral-command.js";
import { type Finding, found, no, termsOf, type Work } from "./work.js";

/** Codes as they are compared: trimmed, in capitals; the host's own codes may have hyphens and underscores. */
const CODE = /^[A-Z0-9][A-Z0-9_-]{0,63}$/;

export function touch({ code, how }: TouchCommand, { state, at }: Work): Finding {
  if (code === undefined) return found([], [{ code: "referral.no-code", params: {} }]);
  const plain = code.normalize("NFKC").trim().toUpperCase();
  if (!CODE.test(plain)) return no({ code: "CODE_UNREADABLE", text: code });
  // Bound once: later touches decide nothing, and a robot must not make the ledger grow.
  if (state.boundAt !== null) return found([], [{ code: "referral.already-bound", params: {} }]);
  return found([{ type: "TouchRecorded", v: 1, at, touch: { code: plain, how, at } }]);
}

export function signUp(command: SignUpCommand, work: Work): Finding {
  const { refereeId, referrerId } = command;
  const { state, at, program, schema } = work;
  if (state.referrerId !== null) return no({ code: "ALREADY_ATTRIBUTED", referrerId: state.referrerId });
  const related = relation(refereeId, referrerId, command.ancestors ?? []);
  if (related !== undefined) return related;
  if (command.signals?.staff === true && program.staffMayRefer !== true) return no({ code: "STAFF_NOT_ELIGIBLE" });
  if (hasBought(command, work)) return no({ code: "NOT_NEW_CUSTOMER" });
  const counted = attributeTouch(state.touches, at, program);
  if (counted === undefined) return no({ code: "NO_TOUCH" });
  const fraud = checkFraud(command, work);
  if ("error" in fraud) return fraud;

  const terms = termsOf(program);
  const reasons: readonly Reason[] = [
    { code: "referral.bound", params: { code: counted.code, how: counted.how } },
    ...(command.newCustomer === undefined ? [{ code: "referral.newness-not-stated", params: {} }] : []),
    ...fraud.reasons,
  ];
  const bound: ReferralEvent = {
    type: "ReferralBound",
    v: 1,
    at,
    refereeId,
    referrerId,
    touch: counted,
    terms,
    reasons,
  };
  const held: ReferralEvent = { type: "ReferralHeld", v: 1, at, reasons: fraud.reasons };
  const judged = state.early
    .filter(({ order }) => order.customerId === null || order.customerId === refereeId)
    .map((early): ReferralEvent => {
      const { judged: order, reasons: why } = judgeOrder(early, terms, schema);
      return { type: "OrderJudged", v: 1, at, order, payments: early.payments, reasons: why };
    });
  return found([bound, ...(fraud.held ? [held] : []), ...judged], reasons);
}

export function reattribute({ referrerId, ancestors = [], reason }: ReattributeCommand, { state, at }: Work): Finding {
  const { refereeId, referrerId: from } = state;
  if (refereeId === null || from === null) return no({ code: "NOT_BOUND" });
  if (state.voided !== null) return no({ code: "REFERRAL_VOID" });
  if (state.reached.granted !== undefined) return no({ code: "ALREADY_GRANTED" });
  const related = relation(refereeId, referrerId, ancestors);
  if (related !== undefined) return related;
  if (referrerId === from) return found([]);
  return found([{ type: "ReferralReattributed", v: 1, at, from, to: referrerId, reason }]);
}

export function merge({ customerId, into }: MergeCommand, { state, at }: Work): Finding {
  const { refereeId, referrerId } = state;
  if (customerId === into || (customerId !== refereeId && customerId !== referrerId)) return found([]);
  const merged: ReferralEvent = { type: "CustomersMerged", v: 1, at, customerId, into };
  const isOne = into === refereeId || into === referrerId;
  if (!isOne || state.voided !== null) return found([merged]);
  const reasons = [{ code: "referral.one-person", params: { customerId: into } }];
  return found([{ type: "ReferralVoided", v: 1, at, reasons }, merged], reasons);
}

/** Nobody refers themselves, and nobody those by whom they came. */
function relation(refereeId: string, referrerId: string, ancestors: readonly string[]): Finding | undefined {
  if (refereeId === referrerId) return no({ code: "SELF_REFERRAL", signal: "same-customer" });
  const above = ancestors.indexOf(refereeId);
  if (above < 0) return undefined;
  return no({ code: "REFERRAL_CYCLE", chain: [referrerId, ...ancestors.slice(0, above + 1)] });
}

/** Whether the programme does not call the referee new: by the host's facts, orders of guests with the same hash, and orders that came early. */
function hasBought({ newCustomer = {}, hashes, refereeId }: SignUpCommand, { program, state, at }: Work): boolean {
  const instant = (given: InstantInput): string =>
    formatInstant(parseMoment(given, { timeZone: program.timeZone, path: ["newCustomer"] }));
  const { newCustomer: rule = "never-bought" } = program;
  if (rule === "never-registered") {
    return newCustomer.registeredAt !== undefined && instant(newCustomer.registeredAt) < at;
  }
  const orders = [
    ...guestOrdersOf(newCustomer, hashes?.referee.email),
    ...(newCustomer.lastOrderAt === undefined ? [] : [newCustomer.lastOrderAt]),
    ...state.early
      .filter(({ order }) => order.customerId === null || order.customerId === refereeId)
      .map(({ order }) => order.at),
  ];
  const since = rule === "never-bought" ? "" : inactiveSince(at, rule.inactiveDays, program.timeZone);
  return orders.map(instant).some((ordered) => ordered < at && ordered > since);
}

/** An order at this instant or before is forgotten. */
export const inactiveSince = (at: string, days: number, timeZone: string): string =>
  formatInstant(addDuration(parseInstant(at), { days }, zoneOf(timeZone), -1));

function guestOrdersOf({ guestOrders = [] }: NewCustomerFacts, email: string | undefined): readonly InstantInput[] {
  return email === undefined ? [] : guestOrders.filter((order) => order.email === email).map((order) => order.at);
}

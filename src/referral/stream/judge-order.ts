import { compileCondition, explainCondition } from "../../conditions/index.js";
import { formatInstant, formatMinorUnits, parseMinorUnits, type Reason } from "../../core/index.js";
import { parseMoment } from "../../core/shared.js";
import { type FactSchema, type Facts, orderFacts } from "../../model/index.js";
import type { EarlyOrder, JudgedOrder, ReferralTerms } from "./referral-event.js";

/** An order as the terms judge it, once: the least paid net from which it qualifies, so that refunds need no rules later. */
export function judgeOrder(
  { order, customer, number }: EarlyOrder,
  terms: ReferralTerms,
  schema: FactSchema,
): { readonly judged: JudgedOrder; readonly reasons: readonly Reason[] } {
  const factsOf = (amount: Parameters<typeof orderFacts>[0]["amount"]): ReturnType<typeof orderFacts> =>
    orderFacts({ ...order, amount }, { customer, number });
  const facts = factsOf(order.amount);
  const paidNet = amountOf(facts, "order.paidNet");
  const scale = decimalsOf(paidNet);
  const net = parseMinorUnits(paidNet, scale, ["order", "amount"]);
  const amount = amountOf(facts, "order.amount");
  const amountMinor = parseMinorUnits(amount, scale, ["order", "amount"]);
  const { timeZone, qualifies, parameters } = terms;
  const at = parseMoment(order.at, { timeZone, path: ["order", "at"] });
  const compiled = compileCondition(
    parameters === undefined ? qualifies : { language: 1, parameters, when: qualifies },
    schema,
    { asOf: at, timeZone },
  );
  // A refund lowers amount and paid net alike; what points and gift cards paid stays.
  const holdsAt = (minor: number): boolean =>
    compiled.matches(factsOf(formatMinorUnits(amountMinor - net + minor, scale)) as Facts<FactSchema>);
  const truth = net > 0 ? compiled.evaluate(facts as Facts<FactSchema>) : false;
  const judged: JudgedOrder = {
    orderId: order.id,
    at: formatInstant(at),
    currency: order.currency,
    amount,
    paidNet,
    qualifiesFrom: truth === true ? formatMinorUnits(leastThatHolds(holdsAt, net), scale) : null,
  };
  if (truth === true) return { judged, reasons: [] };
  if (truth === false) {
    return { judged, reasons: [{ code: "referral.order-does-not-qualify", params: { orderId: order.id } }] };
  }
  const missing = [
    ...new Set(explainCondition(facts as Facts<FactSchema>, compiled).missing.map(({ field }) => field)),
  ];
  return { judged, reasons: [{ code: "referral.order-not-judged", params: { orderId: order.id, missing } }] };
}

/** By halving: it holds at `most`. A condition that holds low and fails in between counts as one that fails below the gap. */
function leastThatHolds(holds: (minor: number) => boolean, most: number): number {
  if (holds(1)) return 1;
  let fails = 1;
  let least = most;
  while (least - fails > 1) {
    const middle = fails + Math.floor((least - fails) / 2);
    if (holds(middle)) least = middle;
    else fails = middle;
  }
  return least;
}

const amountOf = (facts: ReturnType<typeof orderFacts>, name: "order.amount" | "order.paidNet"): string =>
  facts.attributes[name]?.amount ?? "0";

/** The decimals of a plain amount. */
export const decimalsOf = (amount: string): number =>
  amount.includes(".") ? amount.length - amount.indexOf(".") - 1 : 0;

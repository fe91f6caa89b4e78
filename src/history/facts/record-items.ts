import { formatDay, type InstantInput, readDay } from "../../core/index.js";
import type { Case, Contract, Customer, Feedback, Interaction } from "../../model/index.js";
import { instantIn, standingConsents } from "../../model/shared.js";
import type { FactMoment } from "./fact-frame.js";

/** An item of a collection with its customer, as a host would write it. */
export type CustomerItem = Readonly<Record<string, unknown>> & { readonly customerId: string | null };

/** How the records of the model become items of the collections of `customerSchema`; their other fields keep their names. */
export const interactionItem = (interaction: Interaction): CustomerItem => ({ ...interaction });

export function feedbackItem(feedback: Feedback): CustomerItem {
  const { score, scale: { lowest, highest } = {} } = feedback.rating ?? {};
  return {
    ...feedback,
    kind: feedback.measure,
    score,
    scaleLowest: lowest,
    scaleHighest: highest,
    scoreShare: shareOnScale(score, lowest, highest),
  };
}

/** Undefined without a score, or where the scale has no width. */
function shareOnScale(score?: number, lowest?: number, highest?: number): number | undefined {
  if (score === undefined || lowest === undefined || highest === undefined) return undefined;
  return highest > lowest ? (score - lowest) / (highest - lowest) : undefined;
}

/** The status as of the moment: that of the last change by then, `open` before the first. */
export function caseItem(record: Case, moment: FactMoment): CustomerItem {
  const last = record.changes?.filter(({ at }) => instantOf(at, moment) <= moment.asOf).at(-1);
  const isClosed = last?.status === "resolved" || last?.status === "closed";
  return { ...record, at: record.openedAt, status: last?.status ?? "open", closedAt: isClosed ? last.at : undefined };
}

/** Days are local; a cancellation is known once it was said. */
export function contractItem(contract: Contract, moment: FactMoment): CustomerItem {
  const { start, end, renews, cancellation, price } = contract;
  const isCancelled = cancellation !== undefined && instantOf(cancellation.at, moment) <= moment.asOf;
  return {
    ...contract,
    start: dayOf(start, moment),
    end: end === undefined ? undefined : dayOf(end, moment),
    renewsOn: renews === true && !isCancelled && end !== undefined ? dayAfter(dayOf(end, moment)) : undefined,
    cancelledOn: isCancelled ? dayOf(cancellation.at, moment) : undefined,
    cancelledBy: isCancelled ? cancellation.by : undefined,
    amountPerPeriod: price === undefined ? undefined : { amount: price.amount, currency: price.currency },
  };
}

function dayAfter(day: unknown): unknown {
  const number = typeof day === "string" ? readDay(day) : undefined;
  return number === undefined ? day : formatDay(number + 1);
}

/** Where a customer stands on each purpose and channel at the moment. */
export function consentItems(customer: Customer, { asOf, zone }: FactMoment): readonly CustomerItem[] {
  return standingConsents(customer, asOf, zone).map((consent) => ({ ...consent, customerId: customer.id }));
}

/** Infinity where it cannot be read: that has not happened by any moment. */
export const instantOf = (at: unknown, { zone }: FactMoment): number => instantIn(at, zone);

function dayOf(at: InstantInput, moment: FactMoment): unknown {
  if (typeof at === "string" && readDay(at) !== undefined) return at;
  const instant = instantOf(at, moment);
  return Number.isFinite(instant) ? formatDay(moment.zone.dayAt(instant)) : at;
}

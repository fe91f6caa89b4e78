import {
  addDurationToDay,
  type Day,
  type Duration,
  formatDay,
  parseDuration,
  parseInstant,
  zoneOf,
} from "../../core/index.js";
import { anything, checkOptions, object, refusal, requireShape } from "../../core/shared.js";
import type { InteractionSummary } from "./interaction-summary.js";

/** How often each class of customers is to be contacted. */
export interface ContactsDueOptions {
  /** From one contact to the next, in days or longer, by class: `{ gold: { days: 30 }, silver: { months: 3 } }`. */
  readonly every: Readonly<Record<string, Duration>>;
  /** The class of each row of the summary: a tier, a value class. Who has a class that `every` does not name, or null, is not listed. */
  readonly classes: readonly (string | null)[];
}

/** A customer to be contacted. */
export interface ContactDue {
  readonly customerId: string;
  readonly class: string;
  /** The local day on which the business last began; null: never. */
  readonly lastContact: Day | null;
  /** Null where there was no contact yet. */
  readonly due: Day | null;
  /** Whole days past the due day, below zero for a day to come; null where there was no contact yet. */
  readonly daysOverdue: number | null;
}

/**
 * Who is due for a contact, or will be (应联系名单、定期回访): the day of the last contact that the business began and the cadence of the class.
 *
 * Those never contacted come first, then the longest overdue, then by id (code units); nobody is dropped, so filter by `daysOverdue`.
 * Days are local days of the summary's zone. Whom you may not contact, leave out of the summary's `customerIds`.
 * @throws INVALID_ARGUMENT, INVALID_OPTIONS, INVALID_DURATION also for hours
 * @example
 * import { contactsDue, summarizeInteractions } from "clientele/history";
 * const call = { kind: "call", direction: "outbound" } as const;
 * const summary = summarizeInteractions(
 *   [
 *     { id: "1", customerId: "ann", at: "2026-01-30T09:00:00Z", ...call },
 *     { id: "2", customerId: "ben", at: "2026-03-01T09:00:00Z", ...call },
 *   ],
 *   { asOf: "2026-03-12", customerIds: ["ann", "ben", "cai"] },
 * );
 * const due = contactsDue(summary, { every: { gold: { months: 1 } }, classes: ["gold", "gold", "gold"] });
 * due.map(({ customerId, daysOverdue }) => [customerId, daysOverdue]); // => [["cai", null], ["ann", 12], ["ben", -20]]
 * @category Interactions
 */
export function contactsDue(summary: InteractionSummary, options: ContactsDueOptions): readonly ContactDue[] {
  requireShape(summary, "summary", "a summary of summarizeInteractions", "asOf", "timeZone", "columns");
  checkOptions<ContactsDueOptions>(options, { every: object(), classes: anything }, ["every", "classes"]);
  const { every, classes } = options;
  if (classes?.length !== summary.size) {
    throw refusal(
      "INVALID_OPTIONS",
      ["classes"],
      `${summary.size} values, one per customer of the table`,
      classes?.length,
    );
  }
  for (const [name, duration] of Object.entries(every)) {
    const path = ["every", name];
    if (parseDuration(duration, path).unit !== "hours") continue;
    throw refusal("INVALID_DURATION", path, "days or a longer unit, since a day is moved", duration);
  }
  const { asOf, timeZone, customerIds, columns } = summary;
  const zone = zoneOf(timeZone);
  const today = zone.dayAt(parseInstant(asOf));
  const { known, values } = columns.lastOutboundAt;
  const contacts = classes.flatMap((name, row): ContactDue[] => {
    if (name === null || !Object.hasOwn(every, name)) return [];
    const customer = { customerId: customerIds[row]!, class: name };
    if (known[row] !== 1) return [{ ...customer, lastContact: null, due: null, daysOverdue: null }];
    const last = zone.dayAt(values[row]!);
    const due = addDurationToDay(last, every[name]!);
    return [{ ...customer, lastContact: formatDay(last), due: formatDay(due), daysOverdue: today - due }];
  });
  const urgency = ({ daysOverdue }: ContactDue): number => daysOverdue ?? Number.MAX_SAFE_INTEGER;
  return contacts.sort((a, b) => urgency(b) - urgency(a) || (a.customerId < b.customerId ? -1 : 1));
}

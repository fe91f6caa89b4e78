import { formatInstant, type InstantInput, readDay, type Zone } from "../../core/index.js";
import type { Consent, ConsentStatus } from "../records/contact.js";
import type { Customer } from "../records/customer.js";
import { instantIn } from "./instant-in.js";

/** Where a customer stands on one purpose and channel: an item of the collection `consent` of the ready schema of customers. */
export interface StandingConsent {
  readonly purpose: string;
  /** Absent: every channel, where none is on record. */
  readonly channel?: string;
  readonly status: ConsentStatus | "lapsed";
  /** Since when this holds, as ISO 8601. */
  readonly since: string;
  readonly until?: InstantInput;
}

/**
 * What a customer agrees to at a moment: one entry per purpose and channel.
 *
 * For each, the latest entry decides that was made by then, the later in the list among equals; one without a channel speaks for every
 * channel, so that a general withdrawal ends each. Channels are those of the customer's contact points and consents. A consent given has lapsed
 * after its `until` (a bare day counts whole). Entries whose instant cannot be read are left out; without an entry nothing was agreed to.
 */
export function standingConsents(
  { consents, contactPoints }: Pick<Customer, "consents" | "contactPoints">,
  asOf: number,
  zone: Zone,
): readonly StandingConsent[] {
  const made = madeBy(asOf, recordsIn(consents), zone);
  const named = [...recordsIn(contactPoints), ...made]
    .map(({ channel }) => channel)
    .filter((name) => name !== undefined);
  const channels = named.length === 0 ? [undefined] : [...new Set(named)];
  const standing: StandingConsent[] = [];
  for (const purpose of new Set(made.map((consent) => consent.purpose))) {
    for (const channel of channels) {
      const deciding = made.filter(
        (consent) => consent.purpose === purpose && (consent.channel === undefined || consent.channel === channel),
      );
      const last = deciding.at(-1);
      if (last !== undefined) standing.push(standingOf(last, channel, asOf, zone));
    }
  }
  return standing;
}

/** The consents up to a moment in the order of time, equals as they are listed. */
function madeBy(asOf: number, consents: readonly Consent[], zone: Zone): readonly Consent[] {
  return consents
    .map((consent) => ({ consent, at: instantIn(consent.at, zone) }))
    .filter(({ at }) => at <= asOf)
    .sort((left, right) => left.at - right.at)
    .map(({ consent }) => consent);
}

function standingOf(consent: Consent, channel: string | undefined, asOf: number, zone: Zone): StandingConsent {
  const { purpose, status, until } = consent;
  const end = until === undefined ? Number.POSITIVE_INFINITY : endOf(until, zone);
  const hasLapsed = status === "given" && end < asOf;
  return {
    purpose,
    ...(channel === undefined ? {} : { channel }),
    status: hasLapsed ? "lapsed" : status,
    since: formatInstant(hasLapsed ? end : instantIn(consent.at, zone)),
    ...(until === undefined ? {} : { until: Number.isFinite(end) ? formatInstant(end) : until }),
  };
}

/** A bare day counts to its end; Infinity where it cannot be read. */
function endOf(until: InstantInput, zone: Zone): number {
  const day = typeof until === "string" ? readDay(until) : undefined;
  return day === undefined ? instantIn(until, zone) : zone.startOfDay(day + 1) - 1;
}

/** Customers are read as they are: what is not a list of records holds none. */
const recordsIn = <T extends object>(list: readonly T[] | undefined): readonly T[] =>
  Array.isArray(list) ? list.filter((entry) => typeof entry === "object" && entry !== null) : [];

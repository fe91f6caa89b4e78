import { addDuration, type DayNumber, parseInstant, type Zone, zoneOf } from "../../core/index.js";
import type { CustomerBase } from "../../history/index.js";
import type { Contract, Rows } from "../../model/index.js";
import { checkedRows, contractTable } from "../../model/shared.js";
import type { LifecycleRules } from "./lifecycle-rules.js";

/** A contract in instants. */
export interface ContractTerm {
  readonly start: number;
  /** The last moment, where the contract is neither renewed nor without end. */
  readonly end: number | undefined;
  readonly renews: boolean;
  readonly cancelledAt: number | undefined;
}

/**
 * What a customer's contracts say. `runs`: since which day without a break, since which day at all, and when the one before a break ended;
 * `ends`: it is cancelled, or ends soon and does not renew; `ended`: none runs any more.
 */
export type ContractStanding =
  | {
      readonly kind: "runs";
      readonly since: DayNumber;
      readonly first: DayNumber;
      readonly ended: DayNumber | undefined;
    }
  | { readonly kind: "ends"; readonly end: DayNumber; readonly cancelled: boolean }
  | { readonly kind: "ended"; readonly end: DayNumber };

/** Contracts by customer; instants are read in the base's zone, an end day counts whole. All faulty ones are refused together. */
export function contractTerms(contracts: Rows<Contract>, timeZone: string): ReadonlyMap<string, ContractTerm[]> {
  const rows = checkedRows(contracts, contractTable, "contracts");
  const terms = new Map<string, ContractTerm[]>();
  for (const row of rows) {
    const own = terms.get(row.customerId);
    if (own === undefined) terms.set(row.customerId, [contractTerm(row, timeZone)]);
    else own.push(contractTerm(row, timeZone));
  }
  return terms;
}

/** A contract that has been checked, in instants. */
export const contractTerm = (
  { start, end, renews = false, cancellation }: Contract,
  timeZone: string,
): ContractTerm => ({
  start: parseInstant(start, { timeZone }),
  end: end === undefined ? undefined : parseInstant(end, { timeZone, dayAs: "end" }),
  renews,
  cancelledAt: cancellation === undefined ? undefined : parseInstant(cancellation.at, { timeZone }),
});

/** How the contracts of each customer stand at a base's `asOf`; customers without one that has begun are left out. */
export function contractStandings(
  base: Pick<CustomerBase, "asOf" | "timeZone">,
  contracts: Rows<Contract>,
  rules: Pick<LifecycleRules, "contractEndsWithin">,
): ReadonlyMap<string, ContractStanding> {
  const [asOf, zone] = [parseInstant(base.asOf), zoneOf(base.timeZone)];
  const standings = new Map<string, ContractStanding>();
  for (const [customerId, terms] of contractTerms(contracts, base.timeZone)) {
    const standing = contractStanding(terms, asOf, zone, rules);
    if (standing !== undefined) standings.set(customerId, standing);
  }
  return standings;
}

/** How contracts stand at an instant; what is dated later is not known yet. Undefined where none has begun. */
export function contractStanding(
  terms: readonly ContractTerm[],
  at: number,
  zone: Zone,
  { contractEndsWithin }: Pick<LifecycleRules, "contractEndsWithin">,
): ContractStanding | undefined {
  const begun = terms.filter(({ start }) => start <= at).sort((a, b) => a.start - b.start);
  if (begun.length === 0) return undefined;
  const ends = begun.map((term) => endOf(term, at));
  const end = Math.max(...ends);
  if (end < at) return { kind: "ended", end: zone.dayAt(end) };
  const lasting = begun.some(
    (term, index) => ends[index]! > addDuration(at, contractEndsWithin, zone) && !isCancelled(term, at),
  );
  if (!lasting) {
    const cancelled = begun.some((term, index) => ends[index] === end && isCancelled(term, at));
    return { kind: "ends", end: zone.dayAt(end), cancelled };
  }
  const days = begun.map(({ start }, index) => ({ start: zone.dayAt(start), end: dayOfEnd(ends[index]!, zone) }));
  return { kind: "runs", first: days[0]!.start, ...lastStretch(days) };
}

/** A cancelled contract runs on to its term's end, or stops at once where the term had ended or has none. */
function endOf({ end, renews, cancelledAt }: ContractTerm, at: number): number {
  if (cancelledAt !== undefined && cancelledAt <= at) {
    return end === undefined || end < cancelledAt ? cancelledAt : end;
  }
  return renews || end === undefined ? Number.POSITIVE_INFINITY : end;
}

const isCancelled = ({ cancelledAt }: ContractTerm, at: number): boolean =>
  cancelledAt !== undefined && cancelledAt <= at;

const dayOfEnd = (end: number, zone: Zone): number => (end === Number.POSITIVE_INFINITY ? end : zone.dayAt(end));

/** Since when contracts have followed each other without a day between, and when the ones before had ended. */
function lastStretch(days: readonly { readonly start: DayNumber; readonly end: number }[]): {
  readonly since: DayNumber;
  readonly ended: DayNumber | undefined;
} {
  let since = days[0]!.start;
  let end = days[0]!.end;
  let ended: DayNumber | undefined;
  for (const term of days) {
    if (term.start > end + 1) {
      ended = end;
      since = term.start;
    }
    end = Math.max(end, term.end);
  }
  return { since, ended };
}

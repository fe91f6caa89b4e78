import type { DayNumber } from "../../core/index.js";

/** Records that are not in the calendar. */
const kindsLeftOut = ["not-completed", "excluded", "refunds-ignored", "no-exchange-rate"] as const;
/** Notes about records that are. */
const kindsNoted = ["unlinked-refund", "refund-of-another-customer", "later-than-first-read"] as const;
export type SetAsideKind = (typeof kindsLeftOut)[number] | (typeof kindsNoted)[number];
export const setAsideKinds: readonly SetAsideKind[] = [...kindsLeftOut, ...kindsNoted];

/** How many records of one kind on one day, and their minor units where these are told. */
export interface SetAside {
  readonly kind: SetAsideKind;
  /**
   * The reason of the exclusion; the currency without a rate; the customer that the refund names and the one that bears it
   * ({@link anotherCustomerLabel}); "" for other kinds.
   */
  readonly label: string;
  readonly day: DayNumber;
  readonly count: number;
  readonly minor: bigint;
}

/** True for records that no calendar row counts. */
export const isLeftOut = (entry: SetAside): boolean => (kindsLeftOut as readonly string[]).includes(entry.kind);

/** Counts records by kind, label and day. */
export interface SetAsideTally {
  add(kind: SetAsideKind, label: string, day: DayNumber, count?: number, minor?: bigint): void;
  /** In one order only: by kind, label, day. */
  entries(): readonly SetAside[];
}

export function setAsideTally(): SetAsideTally {
  const byKey = new Map<string, { kind: SetAsideKind; label: string; day: DayNumber; count: number; minor: bigint }>();
  return {
    add(kind, label, day, count = 1, minor = 0n) {
      const key = `${kind} ${day} ${label}`;
      const entry = byKey.get(key);
      if (entry === undefined) byKey.set(key, { kind, label, day, count, minor });
      else {
        entry.count += count;
        entry.minor += minor;
      }
    },
    entries: () => [...byKey.values()].sort(compareSetAside),
  };
}

/** The two customers, so that a later merge of the two takes the note back. */
export const anotherCustomerLabel = (named: string, bearing: string | null): string => JSON.stringify([named, bearing]);

/** Adds up entries of several bases. */
export function addedSetAside(lists: readonly (readonly SetAside[])[]): readonly SetAside[] {
  const tally = setAsideTally();
  for (const list of lists) {
    for (const { kind, label, day, count, minor } of list) tally.add(kind, label, day, count, minor);
  }
  return tally.entries();
}

function compareSetAside(a: SetAside, b: SetAside): number {
  const byKind = setAsideKinds.indexOf(a.kind) - setAsideKinds.indexOf(b.kind);
  if (byKind !== 0) return byKind;
  if (a.label !== b.label) return a.label < b.label ? -1 : 1;
  return a.day - b.day;
}

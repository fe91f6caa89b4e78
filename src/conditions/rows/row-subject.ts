import { type Facts, knownSince, ownCell, type PlainItem, sortItems } from "../../model/index.js";
import type { ItemsPlan, Plan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import type { Code } from "../reading/kleene.js";

/** The items of one collection of one subject, sorted; those after `asOf` are not among them. */
export interface ItemView {
  readonly items: readonly PlainItem[];
  readonly at: readonly number[];
  /** Items 0 to `seen`, exclusive, have an instant up to asOf (or need none); */
  readonly seen: number;
  /** those from `undated` on have one that cannot be read. Between the two lies what has not happened yet. */
  readonly undated: number;
  /** History before this instant is not known. */
  readonly knownSince: number;
}

/** One subject while it is judged. */
export interface RowSubject {
  readonly facts: Facts;
  readonly attributes: PlainItem;
  /** The innermost item, and its instant. */
  item: PlainItem;
  itemAt: number;
  /** Made on first use; results of plans that several places share. */
  views: Map<string, ItemView> | undefined;
  results: Map<Plan, Code> | undefined;
}

const nothing: PlainItem = Object.freeze({});

/** A subject that nothing has been asked of yet. */
export function rowSubject(facts: Facts): RowSubject {
  const attributes = facts.attributes as PlainItem | undefined;
  return {
    facts,
    attributes: attributes ?? nothing,
    item: nothing,
    itemAt: Number.POSITIVE_INFINITY,
    views: undefined,
    results: undefined,
  };
}

/** The items that a plan looks at, sorted once per subject and collection. */
export function itemView(plan: ItemsPlan, subject: RowSubject, clock: RunClock): ItemView {
  if (plan.isInner) return viewOf(ownCell(subject.item, plan.name), plan, Number.NEGATIVE_INFINITY, clock);
  subject.views ??= new Map();
  let view = subject.views.get(plan.name);
  if (view === undefined) {
    const { facts } = subject;
    const list = facts.collections === undefined ? undefined : ownCell(facts.collections, plan.name);
    view = viewOf(list, plan, knownSince(facts, plan.name, plan.collection.timed, clock.zone), clock);
    subject.views.set(plan.name, view);
  }
  return view;
}

function viewOf(list: unknown, { collection }: ItemsPlan, since: number, { asOf, zone }: RunClock): ItemView {
  const { items, at } = sortItems(list, collection.timed, zone);
  const isUnreadable = list !== undefined && list !== null && !Array.isArray(list);
  return {
    items,
    at,
    seen: collection.timed ? firstFrom(at, asOf + 1, 0, at.length) : items.length,
    undated: collection.timed ? firstFrom(at, Number.POSITIVE_INFINITY, 0, at.length) : items.length,
    knownSince: isUnreadable ? Number.POSITIVE_INFINITY : since,
  };
}

/** The first position in `[low, high)` whose instant is `from` or later; `high` where there is none. */
export function firstFrom(at: ArrayLike<number>, from: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

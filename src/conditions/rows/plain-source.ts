import { type Facts, idOfItem, knownSince, ownCell, type PlainItem, sortItems } from "../../model/index.js";
import type { CellPlan, ItemsPlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { type FactSource, firstFrom, type ItemView, type RowSubject } from "./subject.js";

/** A subject given as plain facts. */
interface PlainSubject extends RowSubject {
  readonly facts: Facts;
  readonly attributes: PlainItem;
  item: PlainItem;
  /** Collections sorted so far. */
  views: Map<string, ItemView> | undefined;
}

const nothing: PlainItem = Object.freeze({});

/** A subject that nothing has been asked of yet. */
export function plainSubject(facts: Facts): RowSubject {
  const attributes = facts.attributes as PlainItem | undefined;
  const subject: PlainSubject = {
    facts,
    attributes: attributes ?? nothing,
    item: nothing,
    itemAt: Number.POSITIVE_INFINITY,
    views: undefined,
    results: undefined,
  };
  return subject;
}

/** Values of plain facts: parsed when they are asked for, items sorted once per subject and collection. */
export function plainSource(clock: RunClock): FactSource {
  return {
    cell(plan) {
      const { read } = plan;
      const raw = plan.type === "attribute" ? attributeCell(plan.field) : itemCell(plan);
      return (subject) => read(raw(subject as PlainSubject));
    },
    items: (plan) => (subject) => itemView(plan, subject as PlainSubject, clock),
  };
}

/** Names that every object inherits are looked up with care; for all others plain access is the same and faster. */
const isInherited = (name: string): boolean => name in Object.prototype;

function attributeCell(field: string): (subject: PlainSubject) => unknown {
  return isInherited(field) ? ({ attributes }) => ownCell(attributes, field) : ({ attributes }) => attributes[field];
}

function itemCell({ field }: CellPlan): (subject: PlainSubject) => unknown {
  // The instant was read when the items were sorted. One that could not be read is unusable and not missing: every event has its time.
  if (field === "at") return ({ itemAt }) => (Number.isFinite(itemAt) ? itemAt : "unreadable");
  if (field === "id") return ({ item }) => idOfItem(item) || undefined;
  return isInherited(field) ? ({ item }) => ownCell(item, field) : ({ item }) => item[field];
}

function itemView(plan: ItemsPlan, subject: PlainSubject, clock: RunClock): ItemView {
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

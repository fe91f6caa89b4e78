import { refusal } from "../../core/shared.js";
import type { Facts } from "../../model/index.js";
import { givenItems, idOfItem, knownSince, ownCell, type PlainItem, sortItems } from "../../model/shared.js";
import type { CellPlan, ComparePlan, ItemsPlan, TestPlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { type Code, FALSE, TRUE, UNKNOWN } from "../reading/compare-readings.js";
import { type NumberRange, numberRange } from "../reading/number-range.js";
import { type FactSource, firstFrom, type ItemView, type Judge, type RowSubject } from "./subject.js";

/** A subject given as plain facts. */
interface PlainSubject extends RowSubject {
  readonly facts: Facts;
  readonly attributes: PlainItem;
  item: PlainItem;
  /** Collections sorted so far: a list, as there are few, and a map costs as much to make as one of them to sort. */
  views: NamedView[] | undefined;
}

interface NamedView extends ItemView {
  readonly name: string;
}

const nothing: PlainItem = Object.freeze({});

/** A subject that nothing has been asked of yet. @throws INVALID_FACTS for what is no facts at all */
export function plainSubject(facts: Facts): RowSubject {
  const attributes: unknown = (facts as Facts | undefined)?.attributes;
  if (typeof attributes !== "object" || attributes === null) {
    throw refusal("INVALID_FACTS", ["facts"], "the facts of one subject: { attributes, collections }", facts);
  }
  const subject: PlainSubject = {
    facts,
    attributes: attributes as PlainItem,
    item: nothing,
    itemAt: Number.POSITIVE_INFINITY,
    views: undefined,
    results: undefined,
  };
  return subject;
}

/** One item of a subject, at its position in the list as it is given; an item of which nothing is known where there is none. */
export function itemSubject(
  facts: Facts,
  collection: string,
  index: number,
  timed: boolean,
  { zone }: RunClock,
): RowSubject {
  const subject = plainSubject(facts);
  const list = givenItems(facts, collection);
  const entry: unknown = Array.isArray(list) ? list[index] : undefined;
  const sorted = sortItems([entry], timed, zone);
  subject.item = sorted.items[0];
  subject.itemAt = sorted.at[0] as number;
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
    leaf: (plan) => plainLeaf(plan, clock),
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

/** Leaves on numbers, truth values and texts with literals: the plain value is looked at once. */
function plainLeaf(plan: ComparePlan, clock: RunClock): Judge | undefined {
  const { subject: cell, test } = plan;
  if ((cell.type !== "attribute" && cell.type !== "item") || cell.part !== undefined || cell.isAssessed)
    return undefined;
  const raw = (cell.type === "attribute" ? attributeCell(cell.field) : itemCell(cell)) as (
    subject: RowSubject,
  ) => unknown;
  const whenMissing = plan.orMissing ? TRUE : UNKNOWN;
  switch (cell.fieldType.kind) {
    case "number": {
      const range = numberRange(test, clock);
      return range === undefined ? undefined : numberLeaf(raw, range, whenMissing);
    }
    case "text":
      return cell.fieldType.values === undefined ? textLeaf(raw, test, whenMissing) : undefined;
    default:
      return undefined;
  }
}

function numberLeaf(raw: (subject: RowSubject) => unknown, range: NumberRange, whenMissing: Code): Judge {
  const { low, high, isOutside } = range;
  const inside = isOutside ? FALSE : TRUE;
  const outside = isOutside ? TRUE : FALSE;
  return (subject) => {
    const value = raw(subject);
    if (typeof value !== "number") return value === undefined || value === null ? whenMissing : UNKNOWN;
    if (!Number.isFinite(value)) return UNKNOWN;
    return value >= low && value <= high ? inside : outside;
  };
}

function textLeaf(raw: (subject: RowSubject) => unknown, test: TestPlan, whenMissing: Code): Judge | undefined {
  const wanted = new Set<unknown>();
  if (test.type === "comparison" && test.operand.type === "literal") wanted.add(test.operand.value);
  else if (test.type === "membership") for (const value of test.values) wanted.add(value);
  else return undefined;
  const isNegated = test.op === "ne" || test.op === "notIn";
  const found = isNegated ? FALSE : TRUE;
  const other = isNegated ? TRUE : FALSE;
  return (subject) => {
    const value = raw(subject);
    if (typeof value === "string") return wanted.has(value) ? found : other;
    return value === undefined || value === null ? whenMissing : UNKNOWN;
  };
}

function itemView(plan: ItemsPlan, subject: PlainSubject, clock: RunClock): ItemView {
  if (plan.isInner) {
    const list = ownCell(subject.item, plan.name);
    return viewOf(list, plan, Array.isArray(list) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, clock);
  }
  subject.views ??= [];
  for (const view of subject.views) if (view.name === plan.name) return view;
  const { facts } = subject;
  const list = givenItems(facts, plan.name);
  const view = viewOf(list, plan, knownSince(list, facts, plan.name, plan.collection, clock.zone), clock);
  subject.views.push(view);
  return view;
}

function viewOf(list: unknown, { name, collection }: ItemsPlan, since: number, { asOf, zone }: RunClock): NamedView {
  const { items, at } = sortItems(list, collection.timed, zone);
  return {
    name,
    items,
    at,
    seen: collection.timed ? firstFrom(at, asOf + 1, 0, at.length) : items.length,
    undated: collection.timed ? firstFrom(at, Number.POSITIVE_INFINITY, 0, at.length) : items.length,
    knownSince: since,
    isGiven: list !== undefined && list !== null,
  };
}

import { formatDay, formatInstant } from "../../core/index.js";
import { type FactGap, idOfItem, isFactGap, type PlainItem } from "../../model/shared.js";
import { once } from "../once.js";
import type {
  AggregatePlan,
  ComparePlan,
  FixedWindow,
  ItemsPlan,
  Plan,
  QuantifierPlan,
  SequencePlan,
  ToldWindow,
  ValuePlan,
} from "../planning/plan.js";
import { UNKNOWN } from "../reading/compare-readings.js";
import type { Reading } from "../reading/reading.js";
import { aggregateParts } from "../rows/aggregate-reader.js";
import { readingJudge } from "../rows/judge-test.js";
import { type ItemSelector, itemSelector, type Selection, windowReader } from "../rows/select-items.js";
import type { RowCompiler } from "../rows/subject.js";
import { expectedOf, fieldOf, showReading } from "./expected-of.js";
import type { Evidence, ResolvedWindow } from "./explanation.js";
import { type Draft, draftOf, judgedLeaf, type LeafGap, type LeafJudge } from "./judged.js";

/** How a leaf is judged and told about, made once per place; undefined for what is no leaf. */
export function leafJudge(plan: Plan, rows: RowCompiler): LeafJudge | undefined {
  switch (plan.type) {
    case "compare":
      return plan.subject.type === "aggregate" ? aggregateLeaf(plan, plan.subject, rows) : compareLeaf(plan, rows);
    case "quantifier":
      return quantifierLeaf(plan, rows);
    case "sequence":
      return sequenceLeaf(plan, rows);
    default:
      return undefined;
  }
}

function compareLeaf(plan: ComparePlan, rows: RowCompiler): LeafJudge {
  const shown = plan.subject.type === "mapped" ? plan.subject.of : plan.subject;
  const read = rows.readerOf(shown);
  const judge = shown === plan.subject ? readingJudge(plan, rows) : undefined;
  const whole = rows.judgeOf(plan);
  const expected = expectedOf(plan, rows);
  const window = plan.test.type === "within" ? windowReader(plan.test.window, rows) : undefined;
  return (place, subject) => {
    const reading = read(subject);
    const code = judge === undefined ? whole(subject) : judge(reading, subject);
    const { value, gap } = expected(subject);
    const told = draftOf(place, code);
    told.expected = value;
    if (!isFactGap(reading)) told.actual = showReading(reading, plan.subjectType);
    if (window !== undefined) tellWindow(told, window(subject));
    return judgedLeaf(place, code, told, code === UNKNOWN ? gapOf(reading, shown, gap) : undefined, reading);
  };
}

function aggregateLeaf(plan: ComparePlan, aggregate: AggregatePlan, rows: RowCompiler): LeafJudge {
  const { select, read } = aggregateParts(aggregate, rows);
  const judge = readingJudge(plan, rows);
  const expected = expectedOf(plan, rows);
  return (place, subject, limit) => {
    const selection = select(subject);
    const reading = read(selection, subject);
    const code = judge(reading, subject);
    const { value, gap } = expected(subject);
    const told = draftOf(place, code);
    told.expected = value;
    if (!isFactGap(reading)) told.actual = showReading(reading, plan.subjectType);
    tellItems(told, [selection], limit);
    return judgedLeaf(
      place,
      code,
      told,
      code === UNKNOWN ? gapOf(reading, aggregate, gap, selection) : undefined,
      reading,
    );
  };
}

/** Why a comparison is unknown: its subject, its operand, or a number that lies between bounds. */
function gapOf(
  reading: Reading,
  subject: ValuePlan,
  operand: { field: string; gap: FactGap } | undefined,
  selection?: Selection,
): LeafGap {
  if (isFactGap(reading))
    return {
      field: fieldOf(subject),
      reason: reading.gap === "truncated" && selection ? reasonOf([selection]) : reading.gap,
    };
  if (operand !== undefined) return { field: operand.field, reason: operand.gap.gap };
  return { field: fieldOf(subject), reason: selection === undefined ? "other-currency" : reasonOf([selection]) };
}

function quantifierLeaf(plan: QuantifierPlan, rows: RowCompiler): LeafJudge {
  const select = itemSelector(plan.items, rows);
  const judge = rows.judgeOf(plan);
  return (place, subject, limit) => {
    const selection = select(subject);
    const code = judge(subject);
    const told = draftOf(place, code);
    tellItems(told, [selection], limit);
    const gap = code === UNKNOWN ? itemsGap(plan.items, [selection]) : undefined;
    return judgedLeaf(place, code, told, gap, selection.positions.length);
  };
}

function sequenceLeaf(plan: SequencePlan, rows: RowCompiler): LeafJudge {
  const steps = [...plan.steps, ...(plan.absent === undefined ? [] : [plan.absent])];
  const selectors: readonly ItemSelector[] = steps.map(({ items }) => itemSelector(items, rows));
  const judge = rows.judgeOf(plan);
  return (place, subject, limit) => {
    const selections = selectors.map((select) => select(subject));
    const code = judge(subject);
    const told = draftOf(place, code);
    tellItems(told, selections, limit);
    const gap = code === UNKNOWN ? itemsGap((steps[0] as (typeof steps)[number]).items, selections) : undefined;
    return judgedLeaf(place, code, told, gap, undefined);
  };
}

/** The window that items were looked for in, and the newest of those that were found. */
function tellItems(told: Draft, selections: readonly Selection[], limit: number): void {
  tellWindow(told, selections[0]?.window);
  told.evidence = evidenceOf(selections, limit);
}

const itemsGap = ({ name }: ItemsPlan, selections: readonly Selection[]): LeafGap => ({
  field: name,
  reason: reasonOf(selections),
});

/** Why items leave a question open: they were not given, their history is cut off, or some of them cannot be told. */
function reasonOf(selections: readonly Selection[]): string {
  const cut = selections.filter(({ isTruncated }) => isTruncated);
  if (cut.length === 0) return "uncertain-item";
  return cut.some(({ view }) => view.isGiven === false) ? "absent" : "truncated";
}

/** The newest items first, each once. */
function evidenceOf(selections: readonly Selection[], limit: number): Evidence {
  const [only] = selections;
  if (selections.length === 1 && only !== undefined) return newestOf(only, limit);
  const found = new Map<unknown, number>();
  for (const { view, positions } of selections) {
    for (const position of positions) found.set(view.items[position], view.at[position] as number);
  }
  const newest = [...found].reverse().sort(([, a], [, b]) => b - a);
  return { ids: newest.slice(0, limit).map(([item]) => idOfItem(item as PlainItem)), total: found.size };
}

/** Items stand in order of time. */
function newestOf({ view, positions }: Selection, limit: number): Evidence {
  const ids: string[] = [];
  for (let index = positions.length - 1; index >= 0 && ids.length < limit; index--) {
    ids.push(idOfItem(view.items[positions[index] as number] as PlainItem));
  }
  return { ids, total: positions.length };
}

// Windows are the same objects from subject to subject, and formatting an instant costs more than judging a leaf.
const shown = new WeakMap<ToldWindow, ResolvedWindow>();

function tellWindow(told: Draft, window: FixedWindow | undefined): void {
  if (window?.told !== undefined) told.window = once(shown, window.told, resolved);
}

function resolved({ start, end, bounds, inDays }: ToldWindow): ResolvedWindow {
  const show = inDays ? formatDay : formatInstant;
  return {
    ...(Number.isFinite(start) ? { start: show(start) } : {}),
    ...(Number.isFinite(end) ? { end: show(end) } : {}),
    bounds,
  };
}

import { formatDay, formatInstant } from "../../core/index.js";
import { type FactGap, idOfItem, isFactGap, type PlainItem } from "../../model/shared.js";
import type {
  AggregatePlan,
  ComparePlan,
  ItemsPlan,
  Plan,
  QuantifierPlan,
  SequencePlan,
  ToldWindow,
  ValuePlan,
} from "../planning/plan.js";
import { type Code, UNKNOWN } from "../reading/compare-readings.js";
import type { Reading } from "../reading/reading.js";
import { aggregateParts } from "../rows/aggregate-reader.js";
import { readingJudge } from "../rows/judge-test.js";
import { type ItemSelector, itemSelector, type Selection, windowReader } from "../rows/select-items.js";
import type { RowCompiler, RowSubject } from "../rows/subject.js";
import { expectedOf, fieldOf, showReading } from "./expected-of.js";
import type { Evidence, Expected, ResolvedWindow, ShownValue } from "./explanation.js";

/** The result of a leaf and what can be told about it. */
export interface LeafDetail {
  readonly code: Code;
  readonly expected?: Expected | undefined;
  readonly actual?: ShownValue | undefined;
  readonly window?: ResolvedWindow | undefined;
  readonly evidence?: Evidence | undefined;
  /** The data that is missing, and why. */
  readonly gap?: { readonly field: string; readonly reason: string } | undefined;
  /** The reading itself, and how many items were found, for distances. */
  readonly reading?: Reading | undefined;
  readonly found?: number | undefined;
}

/** Judges a leaf of one subject and tells about it. */
export type DetailOf = (subject: RowSubject, evidence: number) => LeafDetail;

/** How a leaf is told about, made once per plan. */
export function leafDetail(plan: Plan, rows: RowCompiler): DetailOf | undefined {
  switch (plan.type) {
    case "compare":
      return plan.subject.type === "aggregate" ? aggregateDetail(plan, plan.subject, rows) : compareDetail(plan, rows);
    case "quantifier":
      return quantifierDetail(plan, rows);
    case "sequence":
      return sequenceDetail(plan, rows);
    default:
      return undefined;
  }
}

function compareDetail(plan: ComparePlan, rows: RowCompiler): DetailOf {
  const shown = plan.subject.type === "mapped" ? plan.subject.of : plan.subject;
  const read = rows.readerOf(shown);
  const judge = shown === plan.subject ? readingJudge(plan, rows) : undefined;
  const whole = rows.judgeOf(plan);
  const expected = expectedOf(plan, rows);
  const window = plan.test.type === "within" ? windowReader(plan.test.window, rows) : undefined;
  return (subject) => {
    const reading = read(subject);
    const code = judge === undefined ? whole(subject) : judge(reading, subject);
    const { value, gap } = expected(subject);
    return {
      code,
      expected: value,
      actual: isFactGap(reading) ? undefined : showReading(reading, plan.subjectType),
      window: windowOf(window?.(subject)?.told),
      gap: code === UNKNOWN ? gapOf(reading, shown, gap) : undefined,
      reading,
    };
  };
}

function aggregateDetail(plan: ComparePlan, aggregate: AggregatePlan, rows: RowCompiler): DetailOf {
  const { select, read } = aggregateParts(aggregate, rows);
  const judge = readingJudge(plan, rows);
  const expected = expectedOf(plan, rows);
  return (subject, limit) => {
    const selection = select(subject);
    const reading = read(selection, subject);
    const code = judge(reading, subject);
    const { value, gap } = expected(subject);
    return {
      code,
      expected: value,
      actual: isFactGap(reading) ? undefined : showReading(reading, plan.subjectType),
      window: windowOf(selection.window?.told),
      evidence: evidenceOf([selection], limit),
      gap: code === UNKNOWN ? gapOf(reading, aggregate, gap, selection) : undefined,
      reading,
    };
  };
}

/** Why a comparison is unknown: its subject, its operand, or a number that lies between bounds. */
function gapOf(
  reading: Reading,
  subject: ValuePlan,
  operand: { field: string; gap: FactGap } | undefined,
  selection?: Selection,
): NonNullable<LeafDetail["gap"]> {
  if (isFactGap(reading))
    return {
      field: fieldOf(subject),
      reason: reading.gap === "truncated" && selection ? reasonOf([selection]) : reading.gap,
    };
  if (operand !== undefined) return { field: operand.field, reason: operand.gap.gap };
  return { field: fieldOf(subject), reason: selection === undefined ? "other-currency" : reasonOf([selection]) };
}

function quantifierDetail(plan: QuantifierPlan, rows: RowCompiler): DetailOf {
  const select = itemSelector(plan.items, rows);
  const judge = rows.judgeOf(plan);
  return (subject, limit) => {
    const selection = select(subject);
    const code = judge(subject);
    return {
      code,
      window: windowOf(selection.window?.told),
      evidence: evidenceOf([selection], limit),
      found: selection.positions.length,
      gap: code === UNKNOWN ? itemsGap(plan.items, [selection]) : undefined,
    };
  };
}

function sequenceDetail(plan: SequencePlan, rows: RowCompiler): DetailOf {
  const steps = [...plan.steps, ...(plan.absent === undefined ? [] : [plan.absent])];
  const selectors: readonly ItemSelector[] = steps.map(({ items }) => itemSelector(items, rows));
  const judge = rows.judgeOf(plan);
  return (subject, limit) => {
    const selections = selectors.map((select) => select(subject));
    const code = judge(subject);
    return {
      code,
      window: windowOf(selections[0]?.window?.told),
      evidence: evidenceOf(selections, limit),
      gap: code === UNKNOWN ? itemsGap((steps[0] as (typeof steps)[number]).items, selections) : undefined,
    };
  };
}

const itemsGap = ({ name }: ItemsPlan, selections: readonly Selection[]): NonNullable<LeafDetail["gap"]> => ({
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

function windowOf(told: ToldWindow | undefined): ResolvedWindow | undefined {
  if (told === undefined) return undefined;
  let window = shown.get(told);
  if (window === undefined) {
    const show = told.inDays ? formatDay : formatInstant;
    window = {
      ...(Number.isFinite(told.start) ? { start: show(told.start) } : {}),
      ...(Number.isFinite(told.end) ? { end: show(told.end) } : {}),
      bounds: told.bounds,
    };
    shown.set(told, window);
  }
  return window;
}

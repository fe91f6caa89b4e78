import { formatDay, formatInstant } from "../../core/index.js";
import { type FactGap, idOfItem, isFactGap } from "../../model/index.js";
import type {
  ComparePlan,
  ItemsPlan,
  Plan,
  QuantifierPlan,
  SequencePlan,
  ToldWindow,
  ValuePlan,
} from "../planning/plan.js";
import { UNKNOWN } from "../reading/kleene.js";
import type { Reading } from "../reading/reading.js";
import type { RowCompiler } from "../rows/row-compiler.js";
import { type ItemSelector, itemSelector, type Selection, windowReader } from "../rows/select-items.js";
import type { RowSubject } from "../rows/subject.js";
import { expectedOf } from "./expected-of.js";
import type { Evidence, Expected, ResolvedWindow, ShownValue } from "./explanation.js";
import { fieldOf } from "./field-of.js";
import { showReading } from "./show-reading.js";

/** What can be told about a leaf beside its result. */
export interface LeafDetail {
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

/** Tells about a leaf of one subject. */
export type DetailOf = (subject: RowSubject, code: number, evidence: number) => LeafDetail;

/** How a leaf is told about, made once per plan. */
export function leafDetail(plan: Plan, rows: RowCompiler): DetailOf | undefined {
  switch (plan.type) {
    case "compare":
      return compareDetail(plan, rows);
    case "quantifier":
      return quantifierDetail(plan, rows);
    case "sequence":
      return sequenceDetail(plan, rows);
    default:
      return undefined;
  }
}

function compareDetail(plan: ComparePlan, rows: RowCompiler): DetailOf {
  const shown = plan.subject.type === "position" ? plan.subject.of : plan.subject;
  const read = rows.readerOf(shown);
  const expected = expectedOf(plan, rows);
  const window = plan.test.type === "within" ? windowReader(plan.test.window, rows) : undefined;
  const aggregate = shown.type === "aggregate" ? shown : undefined;
  const select = aggregate === undefined ? undefined : itemSelector(aggregate.items, rows);
  return (subject, code, limit) => {
    const reading = read(subject);
    const selection = select?.(subject);
    const { value, gap } = expected(subject);
    const range = selection === undefined ? window?.(subject) : selection.window;
    return {
      expected: value,
      ...(isFactGap(reading) ? {} : { actual: showReading(reading, plan.subjectType) }),
      ...windowOf(range?.told),
      ...(selection === undefined ? {} : { evidence: evidenceOf([selection], limit) }),
      ...(code === UNKNOWN ? { gap: gapOf(reading, shown, gap) } : {}),
      reading,
    };
  };
}

/** Why a comparison is unknown: its subject, its operand, or a number that lies between bounds. */
function gapOf(
  reading: Reading,
  subject: ValuePlan,
  operand: { field: string; gap: FactGap } | undefined,
): NonNullable<LeafDetail["gap"]> {
  if (isFactGap(reading)) return { field: fieldOf(subject), reason: reading.gap };
  if (operand !== undefined) return { field: operand.field, reason: operand.gap.gap };
  const isOpen = typeof reading === "object" && "atMost" in reading && reading.atMost === Number.POSITIVE_INFINITY;
  if (isOpen) return { field: fieldOf(subject), reason: "truncated" };
  return { field: fieldOf(subject), reason: subject.type === "aggregate" ? "uncertain-item" : "other-currency" };
}

function quantifierDetail(plan: QuantifierPlan, rows: RowCompiler): DetailOf {
  const select = itemSelector(plan.items, rows);
  return (subject, code, limit) => {
    const selection = select(subject);
    return {
      ...windowOf(selection.window?.told),
      evidence: evidenceOf([selection], limit),
      found: selection.positions.length,
      ...(code === UNKNOWN ? { gap: itemsGap(plan.items, [selection]) } : {}),
    };
  };
}

function sequenceDetail(plan: SequencePlan, rows: RowCompiler): DetailOf {
  const steps = [...plan.steps, ...(plan.absent === undefined ? [] : [plan.absent])];
  const selectors: readonly ItemSelector[] = steps.map(({ items }) => itemSelector(items, rows));
  return (subject, code, limit) => {
    const selections = selectors.map((select) => select(subject));
    return {
      ...windowOf(selections[0]?.window?.told),
      evidence: evidenceOf(selections, limit),
      ...(code === UNKNOWN ? { gap: itemsGap((steps[0] as (typeof steps)[number]).items, selections) } : {}),
    };
  };
}

const itemsGap = ({ name }: ItemsPlan, selections: readonly Selection[]): NonNullable<LeafDetail["gap"]> => ({
  field: name,
  reason: selections.some(({ isTruncated }) => isTruncated) ? "truncated" : "uncertain-item",
});

/** The newest items first, each once. */
function evidenceOf(selections: readonly Selection[], limit: number): Evidence {
  const found = new Map<object, number>();
  for (const { view, positions } of selections) {
    for (const position of positions) found.set(view.items[position] as object, view.at[position] as number);
  }
  const newest = [...found].reverse().sort(([, a], [, b]) => b - a);
  return { ids: newest.slice(0, limit).map(([item]) => idOfItem(item as never)), total: found.size };
}

function windowOf(told: ToldWindow | undefined): { readonly window?: ResolvedWindow } {
  if (told === undefined) return {};
  const show = told.inDays ? formatDay : formatInstant;
  return {
    window: {
      ...(Number.isFinite(told.start) ? { start: show(told.start) } : {}),
      ...(Number.isFinite(told.end) ? { end: show(told.end) } : {}),
      bounds: told.bounds,
    },
  };
}

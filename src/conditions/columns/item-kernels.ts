import type { Collection, CollectionColumns, FactColumn } from "../../model/index.js";
import { once } from "../once.js";
import type { AggregatePlan, ComparePlan, ItemsPlan, Plan } from "../planning/plan.js";
import { resolveWindow } from "../planning/plan-window.js";
import { type Code, FALSE, TRUE, UNKNOWN } from "../reading/compare-readings.js";
import { isOfLiterals, type TestJudge, testJudge } from "../rows/judge-test.js";
import { nobody, type RowCompiler, type RowSubject } from "../rows/subject.js";
import { columnJudges, judgeEach, rowJudge } from "./column-judge.js";
import { type Counts, countsOf, type EventRanges, eventRanges, ownersOf, type Sums, sumsOf } from "./event-ranges.js";
import type { ColumnJudge } from "./planes.js";
import { type ColumnsByCollection, tableSubject } from "./table-source.js";

const everything = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/**
 * Kernels for counts, sums and averages over a window, and for some and none. The condition on items is judged once over all items of
 * the table; what it lets through is summed from the first item on, so that any window is a difference of two sums. Customers with an
 * item of unreadable time, or with a history that is cut inside the window, are judged one by one.
 */
export function itemKernels(
  size: number,
  columns: ColumnsByCollection,
  rows: RowCompiler,
  subjectAt: (row: number) => RowSubject,
): (plan: Plan) => ColumnJudge | undefined {
  const judges = new Map<Collection, (plan: Plan) => ColumnJudge>();
  const counts = new Map<string, Counts>();
  const ranges = new Map<string, EventRanges>();
  const keys = new Map<object | undefined, number>();
  const keyOf = (part: object | undefined): number => {
    if (!keys.has(part)) keys.set(part, keys.size);
    return keys.get(part) as number;
  };
  const itemJudges = (items: ItemsPlan, of: CollectionColumns): ((plan: Plan) => ColumnJudge) =>
    once(judges, items.collection, () => columnJudges(itemDomain(items.collection, of, rows)));

  return (plan) => {
    const items = itemsOf(plan);
    if (items === undefined || items.isInner || items.latest !== undefined || items.window?.anchor !== undefined)
      return undefined;
    const of = columns.get(items.collection) as CollectionColumns;
    const asOf = items.collection.timed ? rows.clock.asOf : undefined;
    const itemKey = `${keyOf(items.collection)} ${keyOf(items.where)}`;
    const found = (): Counts =>
      once(counts, itemKey, () =>
        countsOf(of.ids.length, items.where === undefined ? undefined : itemJudges(items, of)(items.where)),
      );
    const answer = answerOf(plan, found, of, rows);
    if (answer === undefined) return undefined;
    const window = items.window === undefined ? everything : resolveWindow(items.window, rows.clock);
    const range = once(ranges, `${keyOf(items.collection)} ${window.from} ${window.to}`, () =>
      eventRanges(size, of, window, asOf),
    );
    const { low, high, irregular } = range;
    if (irregular === undefined) return judgeEach((row) => answer(low[row] as number, high[row] as number));
    const single = rowJudge(plan, { rows, subjectAt });
    return judgeEach((row) => (irregular[row] === 0 ? answer(low[row] as number, high[row] as number) : single(row)));
  };
}

function itemsOf(plan: Plan): ItemsPlan | undefined {
  if (plan.type === "quantifier") return plan.holds === undefined ? plan.items : undefined;
  if (plan.type !== "compare" || plan.subject.type !== "aggregate") return undefined;
  return plan.subject.items;
}

/** The items of a collection as a domain of their own. */
function itemDomain(
  collection: Collection,
  of: CollectionColumns,
  rows: RowCompiler,
): Parameters<typeof columnJudges>[0] {
  const subject = tableSubject();
  const owners = ownersOf(of);
  return {
    size: of.ids.length,
    rows,
    columnOf: (cell) =>
      cell.type === "item" && cell.collection === collection && cell.field !== "at" && cell.field !== "id"
        ? of.columns[cell.field]
        : undefined,
    subjectAt(row) {
      subject.row = owners[row] as number;
      subject.item = row;
      subject.itemAt = collection.timed ? (of.at[row] as number) : 0;
      return subject;
    },
    itemsJudge: () => undefined,
  };
}

/** What a plan says of the items from one position to another. */
type RangeAnswer = (low: number, high: number) => Code;

function answerOf(plan: Plan, found: () => Counts, of: CollectionColumns, rows: RowCompiler): RangeAnswer | undefined {
  if (plan.type === "quantifier") return someAnswer(found(), plan.condition.type === "none");
  if (plan.type !== "compare" || plan.subject.type !== "aggregate" || !isOfLiterals(plan.test)) return undefined;
  const judge = testJudge(plan.test, rows);
  const { fn, skipMissing: skip = false } = plan.subject.value;
  if (fn === "count") return countAnswer(judge, skip, found());
  if (fn !== "sum" && fn !== "avg") return undefined;
  const column = amountColumn(plan.subject, of);
  const sums = column === undefined ? undefined : sumsOf(column, found());
  return sums === undefined ? undefined : sumAnswer(plan, plan.subject, judge, found(), sums);
}

function someAnswer({ certain, possible }: Counts, isNone: boolean): RangeAnswer {
  const yes = isNone ? FALSE : TRUE;
  const no = isNone ? TRUE : FALSE;
  return (low, high) => {
    if ((certain[high] as number) > (certain[low] as number)) return yes;
    return (possible[high] as number) > (possible[low] as number) ? UNKNOWN : no;
  };
}

function countAnswer(judge: TestJudge, skip: boolean, { certain, possible }: Counts): RangeAnswer {
  return (low, high) => {
    const atLeast = (certain[high] as number) - (certain[low] as number);
    const atMost = skip ? atLeast : (possible[high] as number) - (possible[low] as number);
    return judge(atLeast === atMost ? atLeast : { atLeast, atMost }, nobody);
  };
}

/** The column of an aggregated field, where its values can be added as they are. */
function amountColumn({ of, ofType }: AggregatePlan, columns: CollectionColumns): FactColumn | undefined {
  if (of?.type !== "item" || of.part !== undefined || of.field === "at") return undefined;
  const column = columns.columns[of.field];
  if (column?.type === "number") return column;
  if (column?.type !== "money" || ofType?.kind !== "money") return undefined;
  return column.currency === ofType.currency && column.scale === ofType.scale ? column : undefined;
}

function sumAnswer(
  { orMissing }: ComparePlan,
  { value, ofType }: AggregatePlan,
  judge: TestJudge,
  { possible }: Counts,
  { sum, usable }: Sums,
): RangeAnswer {
  const isMoney = ofType?.kind === "money";
  const isAverage = value.fn === "avg";
  const skip = value.skipMissing === true;
  const ofNothing = orMissing ? TRUE : UNKNOWN;
  return (low, high) => {
    const items = (usable[high] as number) - (usable[low] as number);
    if (!skip && (possible[high] as number) - (possible[low] as number) > items) return UNKNOWN;
    const total = (sum[high] as number) - (sum[low] as number);
    if (!isAverage) return judge(total, nobody);
    if (items === 0) return ofNothing;
    return judge(isMoney ? { numerator: total, denominator: items } : total / items, nobody);
  };
}

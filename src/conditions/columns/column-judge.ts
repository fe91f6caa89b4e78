import type { FactColumn } from "../../model/index.js";
import { once } from "../once.js";
import type { CellPlan, ComparePlan, Plan } from "../planning/plan.js";
import { type Code, codeOfTruth, TRUE } from "../reading/compare-readings.js";
import { numberRange } from "../reading/number-range.js";
import { isOfLiterals, testJudge } from "../rows/judge-test.js";
import { nobody, type RowCompiler, type RowSubject } from "../rows/subject.js";
import { allOf, anyOf, assumeOf, atLeastOf, notOf, shared } from "./group-judge.js";
import { codeKernel, columnLeaf, presenceLeaf, rangeKernel } from "./leaf-kernels.js";
import { allOpen, type ColumnJudge, makePlanes } from "./planes.js";

/** What is judged in columns: the subjects of a table, or the items of one of its collections. */
export interface ColumnDomain {
  readonly size: number;
  readonly rows: RowCompiler;
  /** The column of a cell whose rows are the domain's. */
  columnOf(plan: CellPlan): FactColumn | undefined;
  /** The subject of a row, for conditions that have no kernel. The same object each time. */
  subjectAt(row: number): RowSubject;
  /** A kernel for conditions on items. */
  itemsJudge(plan: Plan): ColumnJudge | undefined;
}

/** Makes one judge per plan of a domain. */
export function columnJudges(domain: ColumnDomain): (plan: Plan) => ColumnJudge {
  const made = new Map<Plan, ColumnJudge>();
  const judgeOf = (plan: Plan): ColumnJudge =>
    once(made, plan, () => {
      const judge = makeJudge(plan, domain, judgeOf);
      return plan.uses > 1 ? shared(judge, allOpen) : judge;
    });
  return judgeOf;
}

function makeJudge(plan: Plan, domain: ColumnDomain, judgeOf: (plan: Plan) => ColumnJudge): ColumnJudge {
  switch (plan.type) {
    case "constant":
      return constantJudge(codeOfTruth(plan.condition.value));
    case "group": {
      const children = [...plan.of].sort((a, b) => a.cost - b.cost).map(judgeOf);
      if (plan.count === children.length) return allOf(children);
      return plan.count === 1 ? anyOf(children) : atLeastOf(children, plan.count);
    }
    case "not":
      return notOf(judgeOf(plan.of));
    case "assume":
      return assumeOf(judgeOf(plan.of), plan.condition.unknown);
    case "reference":
      return judgeOf(plan.of);
    case "compare":
      return kernelOf(plan, domain) ?? domain.itemsJudge(plan) ?? rowByRow(plan, domain);
    case "quantifier":
    case "sequence":
      return domain.itemsJudge(plan) ?? rowByRow(plan, domain);
  }
}

function constantJudge(code: Code): ColumnJudge {
  const planes = makePlanes();
  planes.certain.fill(code === TRUE ? -1 : 0);
  planes.possible.fill(code === 0 ? 0 : -1);
  return () => planes;
}

/** Any condition, one row at a time, by the closures that judge single subjects. */
const rowByRow = (plan: Plan, domain: ColumnDomain): ColumnJudge => judgeEach(rowJudge(plan, domain));

/** Judges a row by the closure that judges single subjects. */
export function rowJudge(
  plan: Plan,
  { rows, subjectAt }: Pick<ColumnDomain, "rows" | "subjectAt">,
): (row: number) => Code {
  const judge = rows.judgeOf(plan);
  return (row) => {
    const subject = subjectAt(row);
    subject.results = undefined;
    return judge(subject);
  };
}

/** Planes of answers that are found row by row. */
export function judgeEach(judge: (row: number) => Code): ColumnJudge {
  const { certain, possible } = makePlanes();
  const planes = { certain, possible };
  return ({ start, end, words }, open) => {
    for (let word = 0; word < words; word++) {
      if (open[word] === 0) continue;
      const from = start + (word << 5);
      const to = Math.min(from + 32, end);
      let sure = 0;
      let maybe = 0;
      for (let row = from; row < to; row++) {
        const code = judge(row);
        sure |= (code >> 1) << (row & 31);
        maybe |= (code & 1) << (row & 31);
      }
      certain[word] = sure;
      possible[word] = maybe;
    }
    return planes;
  };
}

/** A kernel for a plain cell put to a test with literals. */
function kernelOf(plan: ComparePlan, domain: ColumnDomain): ColumnJudge | undefined {
  const cell = plan.subject.type === "mapped" ? plan.subject.of : plan.subject;
  if ((cell.type !== "attribute" && cell.type !== "item") || cell.part !== undefined) return undefined;
  const column = domain.columnOf(cell);
  if (column === undefined) return undefined;
  const { test } = plan;
  if (test.type === "presence") return presenceLeaf(column, test.op === "missing");
  switch (column.type) {
    case "string": {
      const passes = dictionaryAnswers(plan, column.dictionary, domain.rows);
      return passes === undefined ? undefined : columnLeaf(column, codeKernel(column.codes, passes), plan.orMissing);
    }
    case "money":
      if (
        cell.fieldType.kind !== "money" ||
        cell.fieldType.currency !== column.currency ||
        cell.fieldType.scale !== column.scale
      ) {
        return undefined;
      }
      break;
    case "number":
    case "instant":
    case "day":
    case "boolean":
      break;
    default:
      return undefined;
  }
  const range = numberRange(test, domain.rows.clock);
  return range === undefined ? undefined : columnLeaf(column, rangeKernel(column.values, range), plan.orMissing);
}

/** What a test says of every text of a dictionary; undefined where it depends on more than the text. */
function dictionaryAnswers(
  plan: ComparePlan,
  dictionary: readonly string[],
  rows: RowCompiler,
): Uint8Array | undefined {
  const { test, subject } = plan;
  if (!isOfLiterals(test)) return undefined;
  const judge = testJudge(test, rows);
  const map = subject.type === "mapped" ? subject.map : undefined;
  return Uint8Array.from(dictionary, (text) => {
    const reading = map === undefined ? text : map(text);
    return reading !== undefined && judge(reading, nobody) === TRUE ? 1 : 0;
  });
}

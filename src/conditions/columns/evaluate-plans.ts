import { type Column, formatInstant, type Issue } from "../../core/index.js";
import { inWords, refusal, refuseAll } from "../../core/shared.js";
import type { FactSchema, FactTable, Field, Fields } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import type { Plan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { makeRowCompiler } from "../rows/make-row-compiler.js";
import { columnJudges } from "./column-judge.js";
import { itemKernels } from "./item-kernels.js";
import { allOpen, type Block, blocksOf, type Planes } from "./planes.js";
import { columnsByCollection, tableSource, tableSubject } from "./table-source.js";

/**
 * Judges every row of a table by many plans at once, block by block, so that what they share is asked once.
 * @throws INVALID_FACT_TABLE for what is none, FRAME_MISMATCH where the table is of another moment or zone than the run, SCHEMA_MISMATCH where a field has another type in it
 */
export function evaluatePlans(
  plans: readonly Plan[],
  table: FactTable,
  schema: FactSchema,
  clock: RunClock,
): readonly Column[] {
  requireFactTable(table);
  requireFrame(table, clock);
  requireTypes(table.schema, schema);
  const columns = columnsByCollection(schema, table);
  const rows = makeRowCompiler(clock, tableSource(table, columns, clock));
  const subject = tableSubject();
  const subjectAt = (row: number): typeof subject => {
    subject.row = row;
    return subject;
  };
  const judgeOf = columnJudges({
    size: table.size,
    rows,
    columnOf: (cell) => (cell.type === "attribute" ? table.column(cell.field) : undefined),
    subjectAt,
    itemsJudge: itemKernels(table.size, columns, rows, subjectAt),
  });
  const judges = plans.map(judgeOf);
  const answers = plans.map(() => new Uint8Array(table.size));
  for (const block of blocksOf(table.size)) {
    judges.forEach((judge, index) => {
      writeAnswers(judge(block, allOpen), block, answers[index] as Uint8Array);
    });
  }
  return answers;
}

/** 0 false, 1 true, 2 unknown. */
function writeAnswers({ certain, possible }: Planes, { start, end }: Block, out: Uint8Array): void {
  for (let row = start; row < end; row++) {
    const word = (row - start) >> 5;
    const sure = ((certain[word] as number) >>> row) & 1;
    const maybe = ((possible[word] as number) >>> row) & 1;
    out[row] = (maybe << 1) - sure;
  }
}

function requireFrame(table: FactTable, { asOf, zone }: RunClock): void {
  const expected = `${formatInstant(asOf)} in ${zone.timeZone}`;
  const received = `${table.asOf} in ${table.timeZone}`;
  if (received === expected) return;
  throw refusal(
    "FRAME_MISMATCH",
    ["table"],
    `a table of ${expected}`,
    inWords(received),
    "Facts and judgement are of one moment: build the table for it, or compile for the table's",
  );
}

/** A column is read by the type it has in the table, so a field of another type would be taken for what it is not. */
function requireTypes(table: FactSchema, compiled: FactSchema): void {
  const issues = typeIssues(table.attributes, compiled.attributes, ["attributes"]);
  for (const [name, collection] of Object.entries(compiled.collections)) {
    const other = Object.hasOwn(table.collections, name) ? table.collections[name] : undefined;
    if (other !== undefined)
      issues.push(...typeIssues(other.fields, collection.fields, ["collections", name, "fields"]));
  }
  refuseAll(issues);
}

function typeIssues(table: Fields, compiled: Fields, path: Issue["path"]): Issue[] {
  return Object.entries(compiled).flatMap(([name, field]) => {
    const other = Object.hasOwn(table, name) ? table[name] : undefined;
    if (other === undefined || typeOf(other) === typeOf(field)) return [];
    return {
      code: "SCHEMA_MISMATCH",
      path: ["table", ...path, name],
      expected: `${typeOf(field)}, as the condition was compiled for`,
      received: typeOf(other),
      hint: "Compile the condition for the table's own schema",
    };
  });
}

const typeOf = (field: Field): string => (field.type === "money" ? `money in ${field.currency}` : field.type);

import type { Literal } from "../../conditions/index.js";
import type { FactSchema } from "../../model/index.js";
import { NOTHING_THERE, splitDomain } from "../rules/split-domain.js";
import { domainOf } from "../rules/value-domain.js";
import type { DecisionTable } from "./decision-table.js";
import type { DecisionTableAnalysis, TableOverlap, UnreachableRow } from "./decision-table-analysis.js";
import { precedenceOf } from "./precedence-of.js";
import { type Box, uncoveredCases } from "./uncovered-cases.js";

/** Gaps are listed up to this many. */
const GAPS = 10;

/** What an analysis reads of a table: who wins under `priority` follows from the outputs. */
export type AnalyzedTable = Pick<DecisionTable, "hitPolicy" | "inputs" | "rows"> &
  Partial<Pick<DecisionTable, "outputs" | "priority" | "parameters">>;

/** What `analyzeDecisionTable` finds, of a table whose tests are sound. */
export function tableCases(schema: FactSchema, table: AnalyzedTable): DecisionTableAnalysis {
  const { hitPolicy, inputs, rows } = table;
  const columns = inputs.map((input, column) =>
    splitDomain(
      domainOf(input, schema),
      rows.map(({ cells }) => cells[column] ?? null),
    ),
  );
  const exampleOf = (regions: readonly number[]): readonly Literal[] =>
    regions.map((region, column) => columns[column]?.examples[region] as Literal);
  const openCells = rows.flatMap((_, row) =>
    columns.flatMap(({ covers }, input) => (covers[row] === undefined ? [{ row, input }] : [])),
  );
  const open = new Set(openCells.map(({ row }) => row));
  const boxes: readonly Box[] = rows.map((_, row) =>
    columns.map(({ covers, examples }) => covers[row] ?? examples.map(() => true)),
  );

  const everything: Box = columns.map(({ examples }) => examples.map((example) => example !== NOTHING_THERE));
  const gaps = uncoveredCases(everything, boxes, GAPS);
  const overlaps = boxes.flatMap((box, later) =>
    boxes.slice(0, later).flatMap((other, earlier): readonly TableOverlap[] => {
      const shared = open.has(later) || open.has(earlier) ? undefined : sharedCase(other, box);
      return shared === undefined ? [] : [{ rows: [earlier, later], example: exampleOf(shared) }];
    }),
  );
  const precedence = precedenceOf(table);
  const unreachable = boxes.flatMap((box, row): readonly UnreachableRow[] => {
    if (box.some((regions) => !regions.includes(true))) return [{ row, coveredBy: [] }];
    // Here a row decides beside those that take its cases too.
    if (hitPolicy === "collect" || hitPolicy === "any") return [];
    const before = precedence.slice(0, precedence.indexOf(row)).filter((earlier) => !open.has(earlier));
    const taking = before.filter((earlier) => sharedCase(boxes[earlier] as Box, box) !== undefined);
    const left = uncoveredCases(
      box,
      taking.map((earlier) => boxes[earlier] as Box),
      1,
    );
    return left.cases.length > 0 || !left.complete ? [] : [{ row, coveredBy: taking }];
  });
  return {
    gaps: gaps.cases.map((regions) => ({ example: exampleOf(regions) })),
    overlaps,
    unreachable,
    openCells,
    complete: gaps.complete,
  };
}

/** A case that two rows both hold. */
function sharedCase(one: Box, other: Box): readonly number[] | undefined {
  const regions = one.map((column, input) =>
    column.findIndex((holds, region) => holds && other[input]?.[region] === true),
  );
  return regions.includes(-1) ? undefined : regions;
}

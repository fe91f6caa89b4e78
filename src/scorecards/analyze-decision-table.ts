import type { Literal } from "../conditions/index.js";
import type { FactSchema } from "../model/index.js";
import type { DecisionTable } from "./decision-table.js";
import { NOTHING_THERE, splitDomain } from "./internal/split-domain.js";
import { type Box, uncoveredCases } from "./internal/uncovered-cases.js";
import { domainOf } from "./internal/value-domain.js";

/** A case that no row decides: one value per input. */
export interface TableGap {
  readonly example: readonly Literal[];
}

/** A case that two rows match. */
export interface TableOverlap {
  readonly rows: readonly [earlier: number, later: number];
  readonly example: readonly Literal[];
}

/** A row that never decides, and the rows before it that take all its cases; none where it matches nothing at all. */
export interface UnreachableRow {
  readonly row: number;
  readonly coveredBy: readonly number[];
}

/**
 * What is wrong, or worth knowing, about the rows of a table.
 * @category Decision tables
 */
export interface DecisionTableAnalysis {
  readonly gaps: readonly TableGap[];
  readonly overlaps: readonly TableOverlap[];
  readonly unreachable: readonly UnreachableRow[];
  /** Cells that cannot be judged without a run; a row with one counts as covering nothing and filling every gap. */
  readonly openCells: readonly { readonly row: number; readonly input: number }[];
  /** False where the table is so large that the search for gaps gave up. */
  readonly complete: boolean;
}

/** Gaps are listed up to this many. */
const GAPS = 10;

/**
 * Finds gaps, overlaps and unreachable rows of a decision table, each with an example case. Rows and inputs count from 0.
 *
 * Each input is cut at every value that some cell names, between whose cuts no cell tells two values apart; the cases are all combinations.
 * Whole-number subjects (counts, days, weekdays, amounts) leave no room between neighbours, numbers do. What is reported is certain: a cell that
 * compares with another value, a window or an open text is taken as matching anything when gaps are sought and nothing when rows are sought that
 * take another's cases. A row is unreachable where the rows before it take all its cases (`first`, `unique`), or where it has none.
 * "(nothing there)" stands for a missing value, where a cell asks for one.
 * @example
 * import { defineSchema } from "clientele/model";
 * import { analyzeDecisionTable } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { orders: { type: "number" } } });
 * const row = (op: "lt" | "gt", value: number, price: string) => ({ cells: [{ op, value } as const], output: { price } });
 * const { gaps } = analyzeDecisionTable(schema, {
 *   hitPolicy: "unique",
 *   inputs: [{ type: "attribute", field: "orders" }],
 *   rows: [row("lt", 10, "list"), row("gt", 10, "discount")],
 * });
 * gaps; // => [{ example: [10] }]
 * @category Decision tables
 */
export function analyzeDecisionTable(
  schema: FactSchema,
  { hitPolicy, inputs, rows }: Pick<DecisionTable, "hitPolicy" | "inputs" | "rows">,
): DecisionTableAnalysis {
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
  const unreachable = boxes.flatMap((box, row): readonly UnreachableRow[] => {
    if (box.some((regions) => !regions.includes(true))) return [{ row, coveredBy: [] }];
    if (hitPolicy === "collect") return [];
    const before = [...boxes.keys()].filter((earlier) => earlier < row && !open.has(earlier));
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

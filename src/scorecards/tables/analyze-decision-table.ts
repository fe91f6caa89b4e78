import type { FactSchema } from "../../model/index.js";
import { checkTableTests } from "./check-decision-table.js";
import type { DecisionTableAnalysis } from "./decision-table-analysis.js";
import { type AnalyzedTable, tableCases } from "./table-cases.js";

/**
 * Finds gaps, overlaps and unreachable rows of a decision table, each with an example case. Rows and inputs count from 0.
 *
 * Each input is cut at every value that some cell names; between two cuts no cell distinguishes values, and the cases are all combinations.
 * Whole-number subjects (counts, days, weekdays, amounts) leave no room between neighbours, numbers do. Only what is certain is
 * reported: a cell that compares with another value, a window or an open text counts as matching anything when looking for gaps, and nothing when
 * looking for rows that cover others. A row is unreachable where the rows before it take all its cases (`first`, `unique`), or those with a better output
 * (`priority`, for which the outputs are needed), or where it has none.
 * "(nothing there)" stands for a missing value, where a cell asks for one.
 * @throws INVALID_DEFINITION with all faults of the hit policy, the inputs and the cells as `issues`
 * @example
 * import { defineSchema } from "clientele/model";
 * import { analyzeDecisionTable } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { orders: { type: "number" } } });
 * const row = (op: "lt" | "gt", value: number, price: string) => ({ cells: [{ op, value } as const], output: { price } });
 * const { gaps } = analyzeDecisionTable({
 *   hitPolicy: "unique",
 *   inputs: [{ type: "attribute", field: "orders" }],
 *   rows: [row("lt", 10, "list"), row("gt", 10, "discount")],
 * }, schema);
 * gaps; // => [{ example: [10] }]
 * @category Decision tables
 */
export function analyzeDecisionTable(table: AnalyzedTable, schema: FactSchema): DecisionTableAnalysis {
  checkTableTests(table, schema).refuseFaults();
  return tableCases(schema, table);
}

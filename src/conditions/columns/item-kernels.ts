import type { FactTable } from "../../model/index.js";
import type { Plan } from "../planning/plan.js";
import type { RowCompiler } from "../rows/row-compiler.js";
import type { ColumnJudge } from "./planes.js";
import type { ColumnsByCollection } from "./table-source.js";

/** Kernels for conditions on items. */
export function itemKernels(
  _table: FactTable,
  _columns: ColumnsByCollection,
  _rows: RowCompiler,
): (plan: Plan) => ColumnJudge | undefined {
  return () => undefined;
}

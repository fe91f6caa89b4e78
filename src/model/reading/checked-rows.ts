import { refuseAll } from "../../core/shared.js";
import { recordIssues } from "../records/record-issues.js";
import type { AnyTable, RecordTable } from "../records/record-table.js";
import { otherClocks } from "./other-clocks.js";
import { requireRows } from "./require-rows.js";

/** Records of one kind, all faults of all rows refused at once. */
export function checkedRows<T extends object>(rows: Iterable<T>, table: RecordTable<T>, name: string): readonly T[] {
  requireRows(rows, [name]);
  const list = [...rows];
  refuseAll(list.flatMap((row, index) => recordIssues(row, table, [name, index], "ignore")));
  refuseAll(otherClocks(list, { item: table as AnyTable }, [name]));
  return list;
}

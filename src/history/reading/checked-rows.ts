import { refuseAll } from "../../core/shared.js";
import type { RecordTable } from "../../model/shared.js";
import { recordIssues, requireRows } from "../../model/shared.js";

/** Records of one kind, all faults of all rows refused at once. */
export function checkedRows<T extends object>(rows: Iterable<T>, table: RecordTable<T>, name: string): readonly T[] {
  requireRows(rows, [name]);
  const list = [...rows];
  refuseAll(list.flatMap((row, index) => recordIssues(row, table, [name, index], "ignore")));
  return list;
}

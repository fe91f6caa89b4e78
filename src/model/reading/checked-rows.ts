import { checker, distinct, refuseAll } from "../../core/shared.js";
import { recordIssues } from "../records/record-issues.js";
import type { AnyTable, RecordTable } from "../records/record-table.js";
import { otherClocks } from "./other-clocks.js";
import { requireRows } from "./require-rows.js";

/** Records of one kind, all faults of all rows refused at once: a record that came twice would count twice. */
export function checkedRows<T extends { readonly id: string }>(
  rows: Iterable<T>,
  table: RecordTable<T>,
  name: string,
): readonly T[] {
  requireRows(rows, [name]);
  const list = [...rows];
  refuseAll(list.flatMap((row, index) => recordIssues(row, table, [name, index], "ignore")));
  const check = checker("DUPLICATE_RECORD");
  distinct(
    list.map(({ id }, index) => [id, [name, index, "id"]]),
    check,
  );
  refuseAll([...check.issues, ...otherClocks(list, { item: table as AnyTable }, [name])]);
  return list;
}

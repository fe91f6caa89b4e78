import { regroupRows } from "./regroup-rows.js";
import type { DimensionTable } from "./sparse-rows.js";

/** A dimension of one base, and the new position of each of its customers. */
export interface DimensionSource {
  readonly table: DimensionTable;
  readonly customers: Int32Array;
}

/** Puts tables of one dimension together under new customers, up to a day; values that are not met any more are gone. */
export function regroupDimension(
  sources: readonly DimensionSource[],
  customers: number,
  lastDay: number = Number.POSITIVE_INFINITY,
): DimensionTable {
  const names = namesMet(sources, lastDay);
  const codes = new Map(names.map((name, i) => [name, i + 1]));
  const rows = regroupRows(
    sources.map(({ table, customers: newPosition }) => ({
      rows: table.rows,
      customers: newPosition,
      values: Int32Array.from([undefined, ...table.names], (name) => (name === undefined ? 0 : (codes.get(name) ?? 0))),
    })),
    customers,
    lastDay,
  );
  return { names, rows };
}

function namesMet(sources: readonly DimensionSource[], lastDay: number): readonly string[] {
  const met = new Set<string>();
  for (const { table } of sources) {
    const { days, values } = table.rows;
    const seen = new Uint8Array(table.names.length + 1);
    for (let row = 0; row < days.length; row++) {
      if ((days[row] as number) <= lastDay) seen[values?.[row] as number] = 1;
    }
    table.names.forEach((name, i) => {
      if (seen[i + 1] === 1) met.add(name);
    });
  }
  return [...met].sort();
}

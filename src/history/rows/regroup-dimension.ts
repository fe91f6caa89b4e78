import { type Regrouping, regroupRows } from "./regroup-rows.js";
import type { DimensionTable } from "./sparse-rows.js";

/** Puts a dimension under new customers, up to a day; values that are not met any more are gone. */
export function regroupDimension({ names, rows }: DimensionTable, regrouping: Regrouping): DimensionTable {
  const { lastDay = Number.POSITIVE_INFINITY } = regrouping;
  const isMet = new Uint8Array(names.length + 1);
  for (let row = 0; row < rows.days.length; row++) if (rows.days[row]! <= lastDay) isMet[rows.values![row]!] = 1;
  const newValue = new Int32Array(names.length + 1);
  for (let code = 1, met = 0; code < newValue.length; code++) if (isMet[code] === 1) newValue[code] = ++met;
  return {
    names: names.filter((_, i) => isMet[i + 1] === 1),
    rows: regroupRows(rows, { ...regrouping, newValue }),
  };
}

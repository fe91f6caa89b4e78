import { todayOf } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { valueRows } from "../../history/shared.js";
import { type NumberColumn, numbers } from "./number-column.js";

/** Whether customers buy of fewer categories: (later − earlier) / (later + earlier) of two equal windows in which they bought. */
export function categoryChange(base: CustomerBase, recentDays: number): NumberColumn {
  requireBase(base);
  const { names, offsets, days, values, orders } = valueRows(base, "category");
  const today = todayOf(base);
  // The customer who bought a category last, in either window: no set has to be made anew for each.
  const buyers = [0, 1].map(() => new Int32Array(names.length + 1).fill(-1));
  return numbers(base.size, (customer) => {
    const bought = [0, 0];
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
      const window = Math.floor((today - days[row]!) / recentDays);
      const category = values[row]!;
      if (orders[row] === 0 || category === 0 || window > 1 || buyers[window]![category] === customer) continue;
      buyers[window]![category] = customer;
      bought[window]!++;
    }
    const [later, earlier] = bought as [number, number];
    return later > 0 && earlier > 0 ? (later - earlier) / (later + earlier) : undefined;
  });
}

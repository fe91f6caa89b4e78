import type { Dimension } from "../customer-base.js";
import { mergeRows } from "../rows/merge-rows.js";
import type { DimensionTable } from "../rows/sparse-rows.js";
import type { BaseFrameParts, BaseParts } from "./base-parts.js";
import { compareLinkedOrders, type LinkedOrder } from "./linked-order.js";
import { type MergedCustomers, positionsIn } from "./merge-customers.js";
import { requireSafeSums } from "./require-safe-sums.js";
import { addedSetAside } from "./set-aside.js";

/** The parts of two bases, and whom they have together. */
export interface BothParts {
  readonly a: BaseParts;
  readonly b: BaseParts;
  readonly customers: MergedCustomers;
}

/** Both parts as one, under a frame that both agree with. */
export function mergeParts({ rules, asOf, asOfDay }: BaseFrameParts, { a, b, customers }: BothParts): BaseParts {
  const { customerIds, fromA, fromB } = customers;
  const listed = new Uint8Array(customerIds.length);
  for (const [side, from] of [
    [a, fromA],
    [b, fromB],
  ] as const) {
    for (let i = 0; i < listed.length; i++) listed[i]! |= side.listed[from[i]!] ?? 0;
  }
  return requireSafeSums({
    rules,
    asOf,
    asOfDay,
    customerIds,
    listed,
    calendar: mergeRows({ rows: a.calendar, customers: fromA }, { rows: b.calendar, customers: fromB }),
    dimensions: mergeDimensions(a, b, customers),
    linked: [...moved(a, fromA), ...moved(b, fromB)].sort(compareLinkedOrders),
    setAside: addedSetAside([a.setAside, b.setAside]),
    afterAsOf: a.afterAsOf + b.afterAsOf,
  });
}

function moved({ linked, customerIds }: BaseParts, from: Int32Array): readonly LinkedOrder[] {
  if (linked.length === 0) return linked;
  const positions = positionsIn(from, customerIds.length + 1);
  return linked.map((order) => ({ ...order, customer: positions[order.customer] as number }));
}

function mergeDimensions(
  a: BaseParts,
  b: BaseParts,
  { fromA, fromB }: MergedCustomers,
): ReadonlyMap<Dimension, DimensionTable> {
  const tables = new Map<Dimension, DimensionTable>();
  for (const [dimension, ofA] of a.dimensions) {
    const ofB = b.dimensions.get(dimension) as DimensionTable;
    const names = [...new Set([...ofA.names, ...ofB.names])].sort();
    const codes = new Map(names.map((name, i) => [name, i + 1]));
    const recoded = ({ names: own }: DimensionTable): Int32Array =>
      Int32Array.from([0, ...own.map((name) => codes.get(name) as number)]);
    const rows = mergeRows(
      { rows: ofA.rows, customers: fromA, values: recoded(ofA) },
      { rows: ofB.rows, customers: fromB, values: recoded(ofB) },
    );
    tables.set(dimension, { names, rows });
  }
  return tables;
}

import type { Column } from "../../core/index.js";
import type { CustomerBase } from "../customer-base.js";
import { addedColumns } from "./added-columns.js";
import type { BaseFrameParts, BaseParts } from "./base-parts.js";
import { type BaseFace, makeBase } from "./make-base.js";
import { mergeCustomers } from "./merge-customers.js";
import { mergeParts } from "./merge-parts.js";
import { once } from "./once.js";
import { partsOf } from "./parts-of.js";

/**
 * Two bases as one. All but the distinct days adds up customer by customer, so that the columns are there in a fraction of the time that the
 * rows take, which are put together when something of them is asked for.
 */
export function mergedBase(
  frame: BaseFrameParts,
  first: CustomerBase,
  second: CustomerBase,
  partsOfFirst: () => BaseParts = () => partsOf(first),
): CustomerBase {
  // Everything of both sides at once: what waited would keep the sides of the sides in memory, all along a chain of appended bases.
  const sides = once(() => {
    const [a, b] = [partsOfFirst(), partsOf(second)];
    const customers = mergeCustomers(a.customerIds, b.customerIds);
    return { a, b, customers, columns: [first.columns, second.columns] as const };
  });
  const early = (purchaseDays: () => Column) => (): BaseFace => {
    const { customers, columns } = sides();
    return { customerIds: customers.customerIds, columns: addedColumns(customers, ...columns, purchaseDays) };
  };
  return makeBase(frame, () => mergeParts(frame, sides()), early);
}

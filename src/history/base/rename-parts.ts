import { regroupDimension } from "../rows/regroup-dimension.js";
import { regroupRows } from "../rows/regroup-rows.js";
import { customerDictionary } from "../texts/customer-dictionary.js";
import type { BaseParts } from "./base-parts.js";
import { compareLinkedOrders } from "./linked-order.js";
import { requireSafeSums } from "./require-safe-sums.js";
import { addedSetAside, anotherCustomerLabel, type SetAside } from "./set-aside.js";
import type { Survivor } from "./survivors.js";

/** The parts under the ids that survive; rows of customers who meet are added. */
export function renameParts(parts: BaseParts, survivor: Survivor): BaseParts {
  const dictionary = customerDictionary();
  const codes = parts.customerIds.map((id) => dictionary.codeOf(survivor(id)));
  const { customerIds, positions } = dictionary.finish();
  const newPosition = Int32Array.from([...codes.map((code) => positions[code] as number), customerIds.length]);
  const regrouping = { newCustomer: newPosition, customers: customerIds.length + 1 };
  const listed = new Uint8Array(customerIds.length);
  parts.listed.forEach((isListed, customer) => {
    if (isListed === 1) listed[newPosition[customer] as number] = 1;
  });
  return requireSafeSums({
    ...parts,
    customerIds,
    listed,
    calendar: regroupRows(parts.calendar, regrouping),
    dimensions: new Map(
      Array.from(parts.dimensions, ([dimension, table]) => [dimension, regroupDimension(table, regrouping)]),
    ),
    linked: parts.linked
      .map((order) => ({ ...order, customer: newPosition[order.customer] as number }))
      .sort(compareLinkedOrders),
    setAside: addedSetAside([parts.setAside.flatMap((entry) => renamedEntry(entry, survivor))]),
  });
}

/** A refund that named another customer than its order did nothing odd if the two turn out to be one. */
function renamedEntry(entry: SetAside, survivor: Survivor): readonly SetAside[] {
  if (entry.kind !== "refund-of-another-customer") return [entry];
  const [named, bearing] = JSON.parse(entry.label) as [string, string | null];
  const now = bearing === null ? null : survivor(bearing);
  return survivor(named) === now ? [] : [{ ...entry, label: anotherCustomerLabel(survivor(named), now) }];
}

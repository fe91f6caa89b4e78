import { type Column, formatInstant } from "../../core/index.js";
import {
  type Collection,
  type CollectionColumns,
  type CustomerFacts,
  type FactColumn,
  type FactSchema,
  factTable,
} from "../../model/index.js";
import { makeFactColumn } from "../../model/shared.js";
import type { CustomerFactParts } from "./customer-fact-parts.js";
import type { FactMoment } from "./fact-frame.js";
import type { GatheredItems } from "./gather-items.js";

/** The columns of a schema's collections: of those given, and of those of which nothing is known. */
export function factCollections(
  schema: FactSchema,
  gathered: ReadonlyMap<string, GatheredItems>,
  customerIds: Column<string>,
  knownSince: CustomerFactParts["knownSince"],
  moment: FactMoment,
): Record<string, CollectionColumns> {
  const columns: Record<string, CollectionColumns> = {};
  for (const [name, collection] of Object.entries(schema.collections)) {
    const items = gathered.get(name);
    columns[name] =
      items === undefined
        ? notGiven(collection, customerIds.length, moment)
        : given(name, collection, items, customerIds, knownSince, moment);
  }
  return columns;
}

function given(
  name: string,
  collection: Collection,
  { byCustomer }: GatheredItems,
  customerIds: Column<string>,
  knownSince: CustomerFactParts["knownSince"],
  { asOf, zone: { timeZone } }: FactMoment,
): CollectionColumns {
  const rows = Array.from(customerIds, (customerId) => ({
    customerId,
    attributes: {},
    collections: { [name]: byCustomer.get(customerId) ?? [] },
    knownSince,
  }));
  const schema: FactSchema = { attributes: {}, collections: { [name]: collection } };
  return factTable(schema, rows as readonly CustomerFacts<FactSchema>[], {
    asOf: formatInstant(asOf),
    timeZone,
  }).collection(name);
}

/** No item, and a history that is known from never on: to a rule that is unknown, not none. */
function notGiven(collection: Collection, customers: number, { zone }: FactMoment): CollectionColumns {
  const emptyColumns = ({ fields }: Collection): Record<string, FactColumn> =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, makeFactColumn(field, [], zone)]));
  const empty = (of: Collection, owners: number): CollectionColumns => ({
    offsets: new Int32Array(owners + 1),
    at: new Float64Array(0),
    ids: [],
    columns: emptyColumns(of),
    ...(of.collections === undefined
      ? {}
      : {
          collections: Object.fromEntries(
            Object.entries(of.collections).map(([name, inner]) => [name, empty(inner, 0)]),
          ),
        }),
  });
  return { ...empty(collection, customers), knownSince: new Float64Array(customers).fill(Number.POSITIVE_INFINITY) };
}

import { type Column, formatInstant, type Reason } from "../../core/index.js";
import { anything, checkOptions, customerPositions, type OptionRules } from "../../core/shared.js";
import type { FactColumn, FactSchema } from "../../model/index.js";
import { assembleFactTable, makeFactColumn, requireSchema } from "../../model/shared.js";
import type { HistoryReasonCode } from "../reasons.js";
import { requireBase } from "../require-base.js";
import { baseFacts } from "./base-facts.js";
import { customerCell, customersById } from "./customer-cells.js";
import type { CustomerFactParts, CustomerFactTable } from "./customer-fact-parts.js";
import { factCollections } from "./fact-collections.js";
import { factMoment } from "./fact-frame.js";
import { type GatheredItems, gatherItems } from "./gather-items.js";

/**
 * Puts what is known of many customers into one fact table: totals from the base, attributes from customer records, items from everything
 * that happened.
 *
 * Rows are the base's customers, in its order, so that every table of the base fits beside it; without a base those of `customers`, and without
 * them everybody met, ascending. The base tells `orders`, `purchaseDays`, `firstPurchase`, `lastPurchase`, `daysSinceLast`, `gross`, `refunded`
 * and `net`, wherever the schema has them. Interactions, feedback, cases and contracts become the collections `interaction`, `feedback`, `case`
 * and `contract`, the consents on customers' records the collection `consent`. A base has days, not orders: give orders in `collections`, or ask the base's own facts.
 *
 * A part that was not given is unknown, never zero; so is every item of a collection that was not given. Nothing later than `asOf` is kept; what
 * is left out for that, or because it is of nobody in the table, is counted in `warnings`. Values are read as rules read them: an unusable one is a
 * fault of its cell, not an error.
 * @throws INVALID_BASE, INVALID_ROWS, FRAME_MISMATCH where `asOf` or `timeZone` is not the base's, INVALID_FACT_PARTS, DUPLICATE_CUSTOMER, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { customerFacts, summarizePurchases } from "clientele/history";
 * import { customerSchema } from "clientele/model";
 * const orders = [{ id: "1", customerId: "ann", at: "2026-03-02", amount: "80.00", currency: "EUR" }];
 * const base = summarizePurchases(orders, { asOf: "2026-04-01" });
 * const facts = customerFacts(customerSchema("EUR"), { base, customers: [{ id: "ann", country: "DE" }] });
 * const ann = facts.get("ann")?.attributes;
 * [ann?.country, ann?.net, ann?.daysSinceLast]; // => ["DE", "80.00", 30]
 * facts.collection("interaction").knownSince?.[0] === Number.POSITIVE_INFINITY; // => true
 * @category Facts
 */
export function customerFacts<S extends FactSchema>(schema: S, parts: CustomerFactParts<S>): CustomerFactTable<S> {
  requireSchema(schema);
  checkOptions<CustomerFactParts>(parts as CustomerFactParts, partRules);
  if (parts.base !== undefined) requireBase(parts.base);
  const moment = factMoment(parts);
  const customers = parts.customers === undefined ? undefined : customersById(parts.customers);
  const gathered = gatherItems(schema, parts as CustomerFactParts, customers, moment);
  const customerIds = parts.base?.customerIds ?? rowsWithoutBase(customers, gathered);
  const fromBase = parts.base === undefined ? new Map<string, FactColumn>() : baseFacts(schema, parts.base);
  const columns: Record<string, FactColumn> = {};
  for (const [name, field] of Object.entries(schema.attributes)) {
    columns[name] = fromBase.get(name) ?? makeFactColumn(field, cellsOf(name, customerIds, customers), moment.zone);
  }
  const table = assembleFactTable({
    schema,
    asOf: formatInstant(moment.asOf),
    timeZone: moment.zone.timeZone,
    customerIds,
    columns,
    collections: factCollections(schema, gathered, customerIds, parts.knownSince, moment),
  });
  return { ...table, warnings: warningsOf(customerIds, customers, gathered) };
}

// What is wrong inside a part is told by whoever reads it.
const partRules: OptionRules<CustomerFactParts> = {
  base: anything,
  asOf: anything,
  timeZone: anything,
  customers: anything,
  interactions: anything,
  feedback: anything,
  cases: anything,
  contracts: anything,
  collections: anything,
  knownSince: anything,
};

type Customers = ReadonlyMap<string, object> | undefined;
type Gathered = ReadonlyMap<string, GatheredItems>;

function rowsWithoutBase(customers: Customers, gathered: Gathered): readonly string[] {
  if (customers !== undefined) return [...customers.keys()];
  const met = new Set<string>();
  for (const { byCustomer } of gathered.values()) for (const id of byCustomer.keys()) met.add(id);
  return [...met].sort();
}

function cellsOf(name: string, customerIds: Column<string>, customers: Customers): readonly unknown[] {
  if (customers === undefined) return new Array(customerIds.length).fill(undefined);
  return Array.from(customerIds, (id) => {
    const customer = customers.get(id);
    return customer === undefined ? undefined : customerCell(customer, name);
  });
}

function warningsOf(
  customerIds: Column<string>,
  customers: Customers,
  gathered: Gathered,
): readonly Reason<HistoryReasonCode>[] {
  const isElsewhere = (id: string): boolean => !customerPositions(customerIds).has(id);
  let late = 0;
  let others = 0;
  for (const id of customers?.keys() ?? []) if (isElsewhere(id)) others++;
  for (const { byCustomer, afterAsOf, anonymous } of gathered.values()) {
    late += afterAsOf;
    others += anonymous;
    for (const [id, items] of byCustomer) if (isElsewhere(id)) others += items.length;
  }
  const told: [HistoryReasonCode, number][] = [
    ["history.facts-after-as-of", late],
    ["history.facts-of-others", others],
  ];
  return told.filter(([, records]) => records > 0).map(([code, records]) => ({ code, params: { records } }));
}

import { refusal } from "../../core/shared.js";
import type { Customer } from "../../model/index.js";
import { idRule, requireRows } from "../../model/shared.js";

type PlainRecord = Readonly<Record<string, unknown>>;

/** Attributes of `customerSchema` that have another name or place on a customer's record. */
const elsewhere: Readonly<Record<string, (customer: Customer) => unknown>> = {
  signedUpAt: ({ since }) => since,
  country: ({ address }) => address?.country,
  region: ({ address }) => address?.region,
  city: ({ address }) => address?.city,
  channel: ({ contactPoints }) => contactPoints?.find(({ preferred }) => preferred)?.channel,
};

/** The plain value of an attribute on a customer's record: under its own name, among the host's fields, or where the record keeps it. */
export function customerCell(customer: object, name: string): unknown {
  if (Object.hasOwn(customer, name)) return (customer as PlainRecord)[name];
  const { attributes } = customer as Customer;
  if (typeof attributes === "object" && attributes !== null && Object.hasOwn(attributes, name)) return attributes[name];
  return Object.hasOwn(elsewhere, name) ? elsewhere[name]!(customer as Customer) : undefined;
}

/** Customers by id; an id that stands twice is refused. */
export function customersById(customers: Iterable<object>): ReadonlyMap<string, object> {
  requireRows(customers, ["customers"]);
  const byId = new Map<string, object>();
  let index = 0;
  for (const customer of customers) {
    const id: unknown = typeof customer === "object" && customer !== null ? (customer as Customer).id : undefined;
    const path = ["customers", index++, "id"];
    if (!idRule.accepts(id)) throw refusal("INVALID_FACT_PARTS", path, "a text that is not blank", id);
    if (byId.has(id)) {
      throw refusal("DUPLICATE_CUSTOMER", path, "an id that is used once", id);
    }
    byId.set(id, customer);
  }
  return byId;
}

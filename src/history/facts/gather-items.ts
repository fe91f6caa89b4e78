import { inWords, refusal } from "../../core/shared.js";
import type { Customer, FactSchema } from "../../model/index.js";
import { requireRows } from "../../model/shared.js";
import type { CustomerFactParts } from "./customer-fact-parts.js";
import type { FactMoment } from "./fact-frame.js";
import {
  type CustomerItem,
  caseItem,
  consentItems,
  contractItem,
  feedbackItem,
  instantOf,
  interactionItem,
} from "./record-items.js";

/** The items of one collection by customer, up to the moment. */
export interface GatheredItems {
  readonly byCustomer: ReadonlyMap<string, readonly CustomerItem[]>;
  readonly afterAsOf: number;
  /** Of nobody: an anonymous answer, a guest's order. */
  readonly anonymous: number;
}

/** The collections that were given, by name. */
export function gatherItems(
  schema: FactSchema,
  parts: CustomerFactParts,
  customers: ReadonlyMap<string, object> | undefined,
  moment: FactMoment,
): ReadonlyMap<string, GatheredItems> {
  const gathered = new Map<string, GatheredItems>();
  for (const { name, part, items } of givenItems(parts, moment)) {
    const known = Object.keys(schema.collections);
    if (!known.includes(name))
      throw refusal(
        "INVALID_FACT_PARTS",
        part,
        `a part for ${known.join(", ") || "no collection"}`,
        inWords(`items of "${name}"`),
      );
    if (gathered.has(name)) throw refusal("INVALID_FACT_PARTS", part, `the items of "${name}" once`, inWords("twice"));
    gathered.set(name, gather(items, schema.collections[name]!.timed, part, moment));
  }
  if (customers !== undefined && Object.hasOwn(schema.collections, "consent") && !gathered.has("consent")) {
    gathered.set("consent", consentsOf(customers, moment));
  }
  return gathered;
}

/** Consents stand on the customers' records. */
function consentsOf(customers: ReadonlyMap<string, object>, moment: FactMoment): GatheredItems {
  const byCustomer = new Map([...customers].map(([id, customer]) => [id, consentItems(customer as Customer, moment)]));
  return { byCustomer, afterAsOf: 0, anonymous: 0 };
}

interface GivenItems {
  readonly name: string;
  readonly part: readonly string[];
  readonly items: Iterable<CustomerItem>;
}

function givenItems(parts: CustomerFactParts, moment: FactMoment): readonly GivenItems[] {
  const { interactions, feedback, cases, contracts, collections = {} } = parts;
  const given: GivenItems[] = [];
  const take = <T>(
    part: string,
    name: string,
    records: Iterable<T> | undefined,
    item: (record: T) => CustomerItem,
  ): void => {
    if (records === undefined) return;
    requireRows(records, [part]);
    given.push({ name, part: [part], items: mapped(records, item) });
  };
  take("interactions", "interaction", interactions, interactionItem);
  take("feedback", "feedback", feedback, feedbackItem);
  take("cases", "case", cases, (record) => caseItem(record, moment));
  take("contracts", "contract", contracts, (record) => contractItem(record, moment));
  for (const [name, items] of Object.entries(collections)) {
    if (items === undefined) continue;
    const part = ["collections", name];
    requireRows(items, part);
    given.push({ name, part, items: items as Iterable<CustomerItem> });
  }
  return given;
}

function gather(
  items: Iterable<CustomerItem>,
  timed: boolean,
  part: readonly string[],
  moment: FactMoment,
): GatheredItems {
  const byCustomer = new Map<string, CustomerItem[]>();
  let afterAsOf = 0;
  let anonymous = 0;
  let index = 0;
  for (const item of items) {
    const customerId: unknown = typeof item === "object" && item !== null ? item.customerId : undefined;
    const path = [...part, index++, "customerId"];
    if (customerId !== null && typeof customerId !== "string")
      throw refusal("INVALID_FACT_PARTS", path, "a customer id", customerId);
    if (timed && isAfter(item, moment)) afterAsOf++;
    else if (customerId === null) anonymous++;
    else {
      const own = byCustomer.get(customerId);
      if (own === undefined) byCustomer.set(customerId, [item]);
      else own.push(item);
    }
  }
  return { byCustomer, afterAsOf, anonymous };
}

/** An item whose instant cannot be read stays: rules know that it may lie anywhere. */
function isAfter(item: CustomerItem, moment: FactMoment): boolean {
  const at = instantOf(item.at, moment);
  return at > moment.asOf && Number.isFinite(at);
}

/** What is no record is passed on as it is, to be refused with its number. */
function* mapped<T>(records: Iterable<T>, item: (record: T) => CustomerItem): Iterable<CustomerItem> {
  for (const record of records) {
    yield typeof record === "object" && record !== null ? item(record) : (record as unknown as CustomerItem);
  }
}

import { currencyDecimals } from "../../core/index.js";
import { sortCustomers } from "../texts/customer-dictionary.js";
import { chosenEntries, plainEntries } from "./column-entries.js";
import { AFTER_AS_OF } from "./day-reader.js";
import type { PurchaseColumns } from "./purchase-columns.js";
import type { PurchaseRecords } from "./purchase-records.js";
import type { ReadRules } from "./read-rules.js";

/** Reads ready columns by the rules that hold for rows. */
export function readColumns(columns: PurchaseColumns, rules: ReadRules): PurchaseRecords {
  const read = isPlain(columns, rules) ? plainEntries(columns) : chosenEntries(columns, rules);
  const listedNames: string[] = [];
  for (const id of rules.customerIds) {
    const survivor = rules.survivor === undefined ? id : rules.survivor(id);
    if (rules.exclusion?.(survivor, undefined) === undefined) listedNames.push(survivor);
  }
  const names = listedNames.length === 0 ? columns.names : columns.names.concat(listedNames);
  const used = new Uint8Array(names.length).fill(1, columns.names.length);
  for (const { customers } of [read.orders, read.refunds]) {
    for (let i = 0; i < customers.length; i++) used[customers[i] as number] = 1;
  }
  return {
    currency: columns.currency,
    scale: rules.scale ?? currencyDecimals(columns.currency),
    measures: rules.measures,
    customers: sortCustomers(names, used),
    listed: listedNames.map((_, i) => columns.names.length + i),
    ...read,
  };
}

/** True where every entry is an order that counts and nothing but its amount is asked for: then the columns are taken as they are. */
function isPlain({ isRefund, days }: PurchaseColumns, rules: ReadRules): boolean {
  const simple = isRefund === undefined && rules.exclusion === undefined;
  return simple && rules.measures.length === 0 && rules.dimensions.length === 0 && !days.includes(AFTER_AS_OF);
}

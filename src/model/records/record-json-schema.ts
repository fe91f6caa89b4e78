import { didYouMean, refusal } from "../../core/shared.js";
import { caseTable } from "./case.js";
import { contractTable } from "./contract.js";
import { customerTable } from "./customer.js";
import { employeeTable } from "./employee.js";
import { feedbackTable } from "./feedback.js";
import { interactionTable } from "./interaction.js";
import { partnerTable } from "./partner.js";
import { productTable } from "./product.js";
import { type AnyRule, type AnyTable, ruleIn } from "./record-table.js";
import { transactionTable } from "./transaction.js";

const tables = {
  customer: customerTable,
  transaction: transactionTable,
  interaction: interactionTable,
  feedback: feedbackTable,
  case: caseTable,
  contract: contractTable,
  product: productTable,
  partner: partnerTable,
  employee: employeeTable,
} as const;

/** The kinds of record. */
export type RecordKind =
  | "customer"
  | "transaction"
  | "interaction"
  | "feedback"
  | "case"
  | "contract"
  | "product"
  | "partner"
  | "employee";

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 2020-12) of a record kind, for hosts that check or document their data with other tools.
 * It says what a record looks like in JSON; it cannot say what must hold between fields (an end not before its start).
 * @throws INVALID_CHOICE for an unknown kind
 * @example
 * import { recordJsonSchema } from "clientele/model";
 * recordJsonSchema("transaction").required; // => ["id", "customerId", "at", "amount", "currency"]
 * @category Schemas
 */
export function recordJsonSchema(kind: RecordKind): JsonSchema {
  const kinds = Object.keys(tables);
  if (!kinds.includes(kind))
    throw refusal("INVALID_CHOICE", ["kind"], `one of ${kinds.join(", ")}`, kind, didYouMean(kind, kinds));
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...jsonOf(tables[kind] as AnyTable) };
}

function jsonOf(rule: AnyRule): JsonSchema {
  if ("accepts" in rule) return rule.json;
  if ("item" in rule) return { type: "array", items: jsonOf(rule.item) };
  const fields = Object.entries(rule.fields);
  const required = fields.filter(([, field]) => !("optional" in field)).map(([name]) => name);
  return {
    type: "object",
    properties: Object.fromEntries(fields.map(([name, field]) => [name, jsonOf(ruleIn(field))])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

import * as z from "zod";
import { ClienteleError, nearestName, showValue } from "../../core/index.js";
import { caseRecordSchema } from "./case.schema.js";
import { contractRecordSchema } from "./contract.schema.js";
import { customerRecordSchema } from "./customer.schema.js";
import { employeeRecordSchema } from "./employee.schema.js";
import { feedbackRecordSchema } from "./feedback.schema.js";
import { interactionRecordSchema } from "./interaction.schema.js";
import { partnerRecordSchema } from "./partner.schema.js";
import { productRecordSchema } from "./product.schema.js";
import { transactionRecordSchema } from "./transaction.schema.js";

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

const schemas: Readonly<Record<RecordKind, z.ZodType>> = {
  customer: customerRecordSchema,
  transaction: transactionRecordSchema,
  interaction: interactionRecordSchema,
  feedback: feedbackRecordSchema,
  case: caseRecordSchema,
  contract: contractRecordSchema,
  product: productRecordSchema,
  partner: partnerRecordSchema,
  employee: employeeRecordSchema,
};

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 2020-12) of a record kind, for hosts that check or document their data with other tools.
 * It says what a record looks like in JSON; what must hold between fields (an end not before its start) it cannot say.
 * @throws INVALID_CHOICE for a kind that is none
 * @example
 * import { recordJsonSchema } from "clientele/model";
 * recordJsonSchema("transaction").required; // => ["id", "customerId", "at", "amount", "currency"]
 * @category Schemas
 */
export function recordJsonSchema(kind: RecordKind): JsonSchema {
  if (!Object.hasOwn(schemas, kind)) throw unknownKind(kind);
  return z.toJSONSchema(schemas[kind], { unrepresentable: "any" });
}

function unknownKind(kind: unknown): ClienteleError {
  const kinds = Object.keys(schemas);
  const meant = nearestName(String(kind), kinds);
  return new ClienteleError({
    code: "INVALID_CHOICE",
    path: ["kind"],
    expected: `one of ${kinds.join(", ")}`,
    received: showValue(kind),
    hint: meant === undefined ? undefined : `Did you mean "${meant}"?`,
  });
}

import * as z from "zod";
import { type Case, caseTable } from "./case.js";
import { type Contract, contractTable } from "./contract.js";
import { type Customer, customerTable } from "./customer.js";
import { type Employee, employeeTable } from "./employee.js";
import { type Feedback, feedbackTable } from "./feedback.js";
import { type Interaction, interactionTable } from "./interaction.js";
import { type Partner, partnerTable } from "./partner.js";
import { type Product, productTable } from "./product.js";
import { type AnyRule, type AnyTable, type RecordTable, ruleIn } from "./record-table.js";
import { type Transaction, transactionTable } from "./transaction.js";

/** The zod schema of a {@link Customer}. @category Schemas */
export const customerRecordSchema: z.ZodType<Customer> = /* @__PURE__ */ schemaOf(customerTable);
/** The zod schema of a {@link Transaction}. */
export const transactionRecordSchema: z.ZodType<Transaction> = /* @__PURE__ */ schemaOf(transactionTable);
/** The zod schema of an {@link Interaction}. */
export const interactionRecordSchema: z.ZodType<Interaction> = /* @__PURE__ */ schemaOf(interactionTable);
/** The zod schema of a {@link Feedback}. */
export const feedbackRecordSchema: z.ZodType<Feedback> = /* @__PURE__ */ schemaOf(feedbackTable);
/** The zod schema of a {@link Case}. */
export const caseRecordSchema: z.ZodType<Case> = /* @__PURE__ */ schemaOf(caseTable);
/** The zod schema of a {@link Contract}. */
export const contractRecordSchema: z.ZodType<Contract> = /* @__PURE__ */ schemaOf(contractTable);
/** The zod schema of a {@link Product}. */
export const productRecordSchema: z.ZodType<Product> = /* @__PURE__ */ schemaOf(productTable);
/** The zod schema of a {@link Partner}. */
export const partnerRecordSchema: z.ZodType<Partner> = /* @__PURE__ */ schemaOf(partnerTable);
/** The zod schema of an {@link Employee}. */
export const employeeRecordSchema: z.ZodType<Employee> = /* @__PURE__ */ schemaOf(employeeTable);

/** Any table as a zod schema, for hosts that compose records into schemas of their own. */
function schemaOf<T>(table: RecordTable<T>): z.ZodType<T> {
  return ruleSchema(table as AnyTable) as z.ZodType<T>;
}

function ruleSchema(rule: AnyRule): z.ZodType {
  if ("item" in rule) return z.array(ruleSchema(rule.item));
  if ("accepts" in rule) {
    const error = (issue: { readonly input?: unknown }): string => `Expected ${rule.fault(issue.input).expected}`;
    return z.custom(rule.accepts, { error }).meta(rule.json);
  }
  const shape = Object.entries(rule.fields).map(([name, field]): [string, z.ZodType] => {
    const schema = ruleSchema(ruleIn(field));
    return [name, "optional" in field ? schema.optional() : schema];
  });
  let schema: z.ZodType = z.strictObject(Object.fromEntries(shape));
  for (const { accepts, field, expected } of rule.together) {
    schema = schema.refine((value) => accepts(value as never), { path: [field], error: `Expected ${expected}` });
  }
  return schema;
}

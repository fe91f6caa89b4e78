import type {
  Case,
  Contract,
  Customer,
  caseRecordSchema,
  contractRecordSchema,
  customerRecordSchema,
  Employee,
  employeeRecordSchema,
  Feedback,
  feedbackRecordSchema,
  Interaction,
  interactionRecordSchema,
  Partner,
  Product,
  partnerRecordSchema,
  productRecordSchema,
  Transaction,
  transactionRecordSchema,
} from "clientele/model";
import { isTransaction } from "clientele/model";
import { expectTypeOf } from "vitest";
import type * as z from "zod";
import { id, record, text } from "../../src/model/records/values.schema.js";

// What a schema reads is the interface.
expectTypeOf<z.output<typeof caseRecordSchema>>().toEqualTypeOf<Case>();
expectTypeOf<z.output<typeof contractRecordSchema>>().toEqualTypeOf<Contract>();
expectTypeOf<z.output<typeof customerRecordSchema>>().toEqualTypeOf<Customer>();
expectTypeOf<z.output<typeof employeeRecordSchema>>().toEqualTypeOf<Employee>();
expectTypeOf<z.output<typeof feedbackRecordSchema>>().toEqualTypeOf<Feedback>();
expectTypeOf<z.output<typeof interactionRecordSchema>>().toEqualTypeOf<Interaction>();
expectTypeOf<z.output<typeof partnerRecordSchema>>().toEqualTypeOf<Partner>();
expectTypeOf<z.output<typeof productRecordSchema>>().toEqualTypeOf<Product>();
expectTypeOf<z.output<typeof transactionRecordSchema>>().toEqualTypeOf<Transaction>();

// That holds because `record` takes a schema for every field, optional where the field is, and for no other.
interface Tag {
  readonly id: string;
  readonly words?: string | undefined;
}
record<Tag>({ id, words: text.optional() });
// @ts-expect-error a field without a schema
record<Tag>({ id });
// @ts-expect-error a schema that requires an optional field
record<Tag>({ id, words: text });
// @ts-expect-error a schema that lets a required field be left out
record<Tag>({ id: id.optional(), words: text.optional() });
// @ts-expect-error a schema for a field that the record does not have
record<Tag>({ id, words: text.optional(), colour: text });

const row: unknown = {};
if (isTransaction(row)) expectTypeOf(row).toEqualTypeOf<Transaction>();

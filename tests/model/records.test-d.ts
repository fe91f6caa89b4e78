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
import { optional, recordTable } from "../../src/model/records/record-table.js";
import { idRule, numberRule, textRule } from "../../src/model/records/value-rules.js";

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

// That holds because a table takes a rule for every field, optional where the field is, and for no other.
interface Tag {
  readonly id: string;
  readonly words?: string | undefined;
}
recordTable<Tag>({ id: idRule, words: optional(textRule) });
// @ts-expect-error a field without a rule
recordTable<Tag>({ id: idRule });
// @ts-expect-error a rule that requires an optional field
recordTable<Tag>({ id: idRule, words: textRule });
// @ts-expect-error a rule that lets a required field be left out
recordTable<Tag>({ id: optional(idRule), words: optional(textRule) });
// @ts-expect-error a rule for a field that the record does not have
recordTable<Tag>({ id: idRule, words: optional(textRule), colour: textRule });
// @ts-expect-error a rule for another kind of value
recordTable<Tag>({ id: numberRule, words: optional(textRule) });

const row: unknown = {};
if (isTransaction(row)) expectTypeOf(row).toEqualTypeOf<Transaction>();

import {
  caseRecordSchema,
  contractRecordSchema,
  customerRecordSchema,
  employeeRecordSchema,
  feedbackRecordSchema,
  interactionRecordSchema,
  parseCases,
  parseContracts,
  parseCustomers,
  parseEmployees,
  parseFeedback,
  parseInteractions,
  parsePartners,
  parseProducts,
  parseTransactions,
  partnerRecordSchema,
  productRecordSchema,
  type RecordKind,
  type RejectedRow,
  transactionRecordSchema,
} from "clientele/model";
import type * as z from "zod";

type Parse = (rows: Iterable<unknown>, options?: object) => { readonly rejected: readonly RejectedRow[] };
type RecordKindCase = readonly [kind: RecordKind, schema: z.ZodType, parse: Parse, plural: string];

/** Every kind of record: its zod schema, its parser, and the name under which the parser returns its records. */
export const recordKinds: readonly RecordKindCase[] = [
  ["customer", customerRecordSchema, parseCustomers, "customers"],
  ["transaction", transactionRecordSchema, parseTransactions, "transactions"],
  ["interaction", interactionRecordSchema, parseInteractions, "interactions"],
  ["feedback", feedbackRecordSchema, parseFeedback, "feedback"],
  ["case", caseRecordSchema, parseCases, "cases"],
  ["contract", contractRecordSchema, parseContracts, "contracts"],
  ["product", productRecordSchema, parseProducts, "products"],
  ["partner", partnerRecordSchema, parsePartners, "partners"],
  ["employee", employeeRecordSchema, parseEmployees, "employees"],
];

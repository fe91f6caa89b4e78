/**
 * The typed records a host brings, and the shape of facts that judgements read.
 * @module model
 */

export { type ModelErrorCode, modelErrorCodes } from "./errors.js";
export { type CustomerSchema, customerSchema } from "./facts/customer-schema.js";
export { defineSchema, type FactSchemaInput } from "./facts/define-schema.js";
export type {
  AnyMoneyColumn,
  BirthdayColumn,
  BooleanColumn,
  DayColumn,
  FactColumn,
  InstantColumn,
  ListColumn,
  MoneyColumn,
  NumberColumn,
  NumbersColumn,
  TextColumn,
} from "./facts/fact-column.js";
export { type CustomerFacts, type FactTableOptions, factTable } from "./facts/fact-table.js";
export type { AnyMoney, FactValue } from "./facts/fact-value.js";
export type {
  BirthdayField,
  BooleanField,
  Collection,
  CollectionColumns,
  Collections,
  DayField,
  Entries,
  FactSchema,
  Facts,
  FactTable,
  Field,
  Fields,
  FieldTraits,
  InstantField,
  Item,
  MoneyField,
  NumberField,
  NumbersField,
  StringField,
  StringsField,
  ValueOf,
} from "./facts/facts.js";
export { type OrderCustomer, type OrderFactsOptions, orderFacts } from "./facts/order-facts.js";
export { type OrderSchema, orderSchema } from "./facts/order-schema.js";
export type { ReadySchemaOptions } from "./facts/ready-schema-options.js";
export type {
  AmountColumn,
  AmountMarks,
  ColumnOf,
  LineColumns,
  LineOptions,
  TimeColumn,
} from "./lines/line-columns.js";
export { type TransactionsFromLines, transactionsFromLines } from "./lines/transactions-from-lines.js";
export { profileQuality } from "./quality/profile-quality.js";
export type {
  FieldQuality,
  QualityDimensions,
  QualityExample,
  QualityFields,
  QualityMeasure,
  QualityProfile,
  QualitySpec,
} from "./quality/quality-spec.js";
export { checkTransaction } from "./reading/check-transaction.js";
export { isTransaction, type UnknownFields } from "./reading/is-transaction.js";
export type { ParseOptions, RejectedRow } from "./reading/parse-options.js";
export {
  type ParsedCases,
  type ParsedContracts,
  type ParsedCustomers,
  type ParsedEmployees,
  type ParsedFeedback,
  type ParsedInteractions,
  type ParsedPartners,
  type ParsedProducts,
  parseCases,
  parseContracts,
  parseCustomers,
  parseEmployees,
  parseFeedback,
  parseInteractions,
  parsePartners,
  parseProducts,
} from "./reading/parse-records.js";
export {
  type ParsedTransactions,
  type ParseTransactionsOptions,
  parseTransactions,
} from "./reading/parse-transactions.js";
export type { Rows } from "./reading/rows.js";
export { type ModelReasonCode, modelReasonCodes } from "./reasons.js";
export type { Attributes, PlainValue } from "./records/attributes.js";
export type { Case, CaseChange, CaseKind, CaseSeverity, CaseStage, CaseStatus } from "./records/case.js";
export type { Address, Consent, ConsentStatus, ContactPoint } from "./records/contact.js";
export type { Cancellation, CancelledBy, Contract, ContractPrice } from "./records/contract.js";
export type { Customer, CustomerKind } from "./records/customer.js";
export type { Employee } from "./records/employee.js";
export type { Feedback, FeedbackMeasure, Rating, Sentiment } from "./records/feedback.js";
export type { Interaction, InteractionDirection, InteractionKind } from "./records/interaction.js";
export type { Partner, PartnerKind } from "./records/partner.js";
export type { Product } from "./records/product.js";
export {
  caseRecordSchema,
  contractRecordSchema,
  customerRecordSchema,
  employeeRecordSchema,
  feedbackRecordSchema,
  interactionRecordSchema,
  partnerRecordSchema,
  productRecordSchema,
  transactionRecordSchema,
} from "./records/record.schema.js";
export { type JsonSchema, type RecordKind, recordJsonSchema } from "./records/record-json-schema.js";
export type {
  PurchaseMode,
  Transaction,
  TransactionKind,
  TransactionLine,
  TransactionStatus,
} from "./records/transaction.js";

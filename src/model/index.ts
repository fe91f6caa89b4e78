/**
 * The typed records a host brings, and the shape of facts that judgements read.
 * @module model
 */
export { assembleFactTable, type FactTableParts } from "./assemble-fact-table.js";
export type { Attributes, PlainValue } from "./attributes.js";
export type { Case, CaseChange, CaseKind, CaseSeverity, CaseStage, CaseStatus } from "./case.js";
export { caseRecordSchema } from "./case.schema.js";
export { checkTransaction } from "./check-transaction.js";
export { compareCodePoints } from "./compare-code-points.js";
export type { Address, Consent, ConsentStatus, ContactPoint } from "./contact.js";
export type { Cancellation, CancelledBy, Contract, ContractPrice } from "./contract.js";
export { contractRecordSchema } from "./contract.schema.js";
export type { Customer, CustomerKind } from "./customer.js";
export { customerRecordSchema } from "./customer.schema.js";
export { type CustomerSchema, customerSchema } from "./customer-schema.js";
export { defineSchema, type FactSchemaInput } from "./define-schema.js";
export type { Employee } from "./employee.js";
export { employeeRecordSchema } from "./employee.schema.js";
export { type ModelErrorCode, modelErrorCodes } from "./errors.js";
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
  TextColumn,
} from "./fact-column.js";
export { type FactGap, type FactGapReason, factGaps, isFactGap } from "./fact-gap.js";
export { type FactReader, factReader, scaleOfField } from "./fact-reader.js";
export { type CustomerFacts, type FactTableOptions, factTable } from "./fact-table.js";
export type { AnyMoney, FactValue } from "./fact-value.js";
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
  StringField,
  StringsField,
  ValueOf,
} from "./facts.js";
export type { Feedback, FeedbackMeasure, Rating, Sentiment } from "./feedback.js";
export { feedbackRecordSchema } from "./feedback.schema.js";
export type { Interaction, InteractionDirection, InteractionKind } from "./interaction.js";
export { interactionRecordSchema } from "./interaction.schema.js";
export { isTransaction, type UnknownFields } from "./is-transaction.js";
export { knownSince } from "./known-since.js";
export type { ColumnOf, LineColumns, LineOptions } from "./line-columns.js";
export { makeFactColumn } from "./make-fact-column.js";
export { type OrderSchema, orderSchema } from "./order-schema.js";
export { type ParsedCases, parseCases } from "./parse-cases.js";
export { type ParsedContracts, parseContracts } from "./parse-contracts.js";
export { type ParsedCustomers, parseCustomers } from "./parse-customers.js";
export { type ParsedEmployees, parseEmployees } from "./parse-employees.js";
export { type ParsedFeedback, parseFeedback } from "./parse-feedback.js";
export { type ParsedInteractions, parseInteractions } from "./parse-interactions.js";
export type { ParseOptions, RejectedRow } from "./parse-options.js";
export { type ParsedPartners, parsePartners } from "./parse-partners.js";
export { type ParsedProducts, parseProducts } from "./parse-products.js";
export { type ParsedTransactions, parseTransactions } from "./parse-transactions.js";
export type { Partner, PartnerKind } from "./partner.js";
export { partnerRecordSchema } from "./partner.schema.js";
export type { Product } from "./product.js";
export { productRecordSchema } from "./product.schema.js";
export { profileQuality } from "./profile-quality.js";
export type {
  FieldQuality,
  QualityDimensions,
  QualityExample,
  QualityFields,
  QualityMeasure,
  QualityProfile,
  QualitySpec,
} from "./quality-spec.js";
export type { ReadySchemaOptions } from "./ready-schema-options.js";
export { type ModelReasonCode, modelReasonCodes } from "./reasons.js";
export { type JsonSchema, type RecordKind, recordJsonSchema } from "./record.schema.js";
export { requireRows } from "./require-rows.js";
export { idOfItem, ownCell, type PlainItem, type SortedItems, sortItems } from "./sort-items.js";
export type { PurchaseMode, Transaction, TransactionKind, TransactionLine, TransactionStatus } from "./transaction.js";
export { transactionRecordSchema } from "./transaction.schema.js";
export { type TransactionsFromLines, transactionsFromLines } from "./transactions-from-lines.js";

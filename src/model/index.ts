/**
 * The typed records a host brings, and the shape of facts that judgements read.
 * @module model
 */

export { assembleFactTable, type FactTableParts } from "./assemble-fact-table.js";
export { checkTransaction } from "./check-transaction.js";
export { compareCodePoints } from "./compare-code-points.js";
export { type CustomerSchema, customerSchema } from "./customer-schema.js";
export { defineSchema, type FactSchemaInput } from "./define-schema.js";
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
export { isTransaction, type UnknownFields } from "./is-transaction.js";
export { makeFactColumn } from "./make-fact-column.js";
export { type OrderSchema, orderSchema } from "./order-schema.js";
export type { PurchaseMode, Transaction, TransactionKind, TransactionLine, TransactionStatus } from "./transaction.js";

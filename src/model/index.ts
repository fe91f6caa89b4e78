/**
 * The typed records a host brings, and the shape of facts that judgements read.
 * @module model
 */
export { checkTransaction } from "./check-transaction.js";
export { type CustomerSchema, customerSchema } from "./customer-schema.js";
export { defineSchema, type FactSchemaInput } from "./define-schema.js";
export { type ModelErrorCode, modelErrorCodes } from "./errors.js";
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
export { type OrderSchema, orderSchema } from "./order-schema.js";
export type { PurchaseMode, Transaction, TransactionKind, TransactionLine, TransactionStatus } from "./transaction.js";

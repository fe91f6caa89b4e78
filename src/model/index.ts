/**
 * The typed records a host brings, and the shape of facts that judgements read.
 * @module model
 */
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
export type { PurchaseMode, Transaction, TransactionKind, TransactionLine, TransactionStatus } from "./transaction.js";

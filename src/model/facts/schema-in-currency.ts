import { anything, checkOptions } from "../../core/shared.js";
import { defineSchema } from "./define-schema.js";
import type { Collection, Collections, FactSchema, Field, Fields } from "./facts.js";
import type { ReadySchemaOptions } from "./ready-schema-options.js";

/** Fields with every amount in currency `C`. */
export type FieldsIn<F extends Fields, C extends string> = {
  readonly [K in keyof F]: F[K] extends { readonly type: "money" }
    ? { readonly type: "money"; readonly currency: C }
    : F[K];
};

/** Collections with every amount in currency `C`. */
export type CollectionsIn<R extends Collections, C extends string> = {
  readonly [K in keyof R]: {
    readonly timed: R[K]["timed"];
    readonly fields: FieldsIn<R[K]["fields"], C>;
  } & (R[K] extends {
    readonly collections: infer Inner extends Collections;
  }
    ? { readonly collections: CollectionsIn<Inner, C> }
    : object);
};

/** A ready schema with its amounts in one currency, with the decimals stated or the currency's own. */
export function schemaInCurrency<A extends Fields, R extends Collections, C extends string>(
  attributes: A,
  collections: R,
  currency: C,
  options: ReadySchemaOptions,
): FactSchema<FieldsIn<A, C>, CollectionsIn<R, C>> {
  // The schema checks the scale.
  checkOptions<ReadySchemaOptions>(options, { scale: anything });
  const { scale } = options;
  const money: Field = { type: "money", currency, ...(scale === undefined ? {} : { scale }) };
  const field = (field: Field): Field => (field.type === "money" ? money : field);
  const fields = (fields: Fields): Fields => mapEntries(fields, field);
  const collection = ({ timed, fields: own, collections: inner }: Collection): Collection => ({
    timed,
    fields: fields(own),
    ...(inner === undefined ? {} : { collections: mapEntries(inner, collection) }),
  });
  return defineSchema({
    attributes: fields(attributes) as FieldsIn<A, C>,
    collections: mapEntries(collections, collection) as CollectionsIn<R, C>,
  });
}

const mapEntries = <T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));

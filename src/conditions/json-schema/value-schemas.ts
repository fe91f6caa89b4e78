import type { Collection, Field } from "../../model/index.js";
import { attributeField, itemField, itemFieldNames } from "../typing/fields-in-scope.js";
import { aggregateRules, typeOfAggregate } from "../typing/type-of-aggregate.js";
import { typeOfField } from "../typing/type-of-field.js";
import { partsOf, typeOfPart } from "../typing/type-of-part.js";
import type { NameScope, ValueType } from "../typing/value-type.js";
import type { AggregateFunction, FestivalPart, NamedPart } from "../value.js";
import type { SelectionSchema } from "./condition-schemas.js";
import { closed, type JsonSchema, oneWord, only } from "./json-schema.js";
import { festivalPartSchema } from "./part-schemas.js";

/** Values of one type: the schema of their nodes. */
export interface TypedSchema {
  readonly type: ValueType;
  readonly schema: JsonSchema;
}

/** Items within reach, and what they hold. */
export interface TypedSelection extends SelectionSchema {
  readonly collection: Collection;
}

const someFestival: FestivalPart = { festival: "new-year" };

/** The attributes of the subject and their parts, those of one type together. */
export function attributeSchemas(scope: NameScope): readonly TypedSchema[] {
  return fieldSchemas("attribute", Object.keys(scope.schema.attributes), (name) => attributeField(scope, name));
}

/** The fields of an item and their parts, those of one type together. */
export function itemSchemas(item: Collection): readonly TypedSchema[] {
  return fieldSchemas("item", itemFieldNames(item), (name) => itemField(item, name));
}

/** The aggregates over items, each function with the fields that it takes. */
export function aggregateSchemas({ over, inner, window, collection }: TypedSelection): readonly TypedSchema[] {
  const functions = (Object.keys(aggregateRules) as AggregateFunction[]).filter(
    (fn) => collection.timed || !aggregateRules[fn].needsClock,
  );
  const optional = { where: inner, skipMissing: only(true), ...(window === undefined ? {} : { window }) };
  const aggregate = (fns: readonly string[], of: { readonly of?: JsonSchema }): JsonSchema =>
    closed({ type: only("aggregate"), fn: oneWord(fns), over, ...of }, optional);
  const alone = functions.filter((fn) => aggregateRules[fn].takes === undefined);
  const ofFields = itemSchemas(collection).flatMap(({ type, schema }) => {
    const fitting = functions.filter((fn) => aggregateRules[fn].takes?.includes(type.kind));
    return fitting.map((fn) => ({ type: typeOfAggregate(fn, type), schema: aggregate([fn], { of: schema }) }));
  });
  return [{ type: typeOfAggregate("count", undefined), schema: aggregate(alone, {}) }, ...ofFields];
}

/** Schemas of one type together; types are the same where their JSON is. */
export function byType(schemas: readonly TypedSchema[]): readonly (readonly [ValueType, readonly JsonSchema[]])[] {
  const groups = new Map<string, readonly [ValueType, JsonSchema[]]>();
  for (const { type, schema } of schemas) {
    const key = JSON.stringify(type);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [type, [schema]]);
    else group[1].push(schema);
  }
  return [...groups.values()];
}

function fieldSchemas(
  kind: "attribute" | "item",
  names: readonly string[],
  fieldOf: (name: string) => Field | undefined,
): readonly TypedSchema[] {
  const groups = new Map<string, { readonly type: ValueType; readonly part: string; readonly fields: string[] }>();
  const add = (field: string, part: string, type: ValueType): void => {
    const key = JSON.stringify([type, part]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { type, part, fields: [field] });
    else group.fields.push(field);
  };
  for (const name of names) {
    const whole = typeOfField(fieldOf(name) as Field);
    add(name, "", whole);
    for (const part of partsOf(whole)) {
      add(name, part, typeOfPart(whole, part === "festival" ? someFestival : (part as NamedPart)) as ValueType);
    }
  }
  return [...groups.values()].map(({ type, part, fields }) => ({
    type,
    schema: closed({ type: only(kind), field: oneWord(fields), ...partSchema(part) }),
  }));
}

function partSchema(part: string): { readonly part?: JsonSchema } {
  if (part === "") return {};
  return { part: part === "festival" ? festivalPartSchema : only(part) };
}

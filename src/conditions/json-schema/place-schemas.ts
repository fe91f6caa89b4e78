import type { Collections, FactSchema } from "../../model/index.js";
import { operators, operatorsOf } from "../typing/operators.js";
import type { NameScope, ValueType } from "../typing/value-type.js";
import { conditionSchema } from "./condition-schemas.js";
import { anyOf, closed, type JsonSchema, oneWord, only, refTo } from "./json-schema.js";
import { anyLiteral, factorSchema, literalSchema } from "./literal-schemas.js";
import { compareSchemas } from "./test-schemas.js";
import { aggregateSchemas, attributeSchemas, byType, itemSchemas, type TypedSelection } from "./value-schemas.js";
import { parameterSchema } from "./window-schemas.js";

/** A place that conditions stand at: the subject as a whole, or an item of a collection. */
export interface Place {
  readonly name: string;
  readonly scope: NameScope;
}

type Definitions = Readonly<Record<string, JsonSchema>>;

/** The definition of conditions at a place. */
export const conditionAt = (place: string): string => `condition on ${place}`;

/** The place of the items of a collection; a colon stands in no name. */
export const itemOf = (place: string, collection: string): string => `${place}:${collection}`;

/** The name of the subject's own place. */
export const SUBJECT = "subject";

/** Every place of a schema: the subject, the items of each collection, the items inside them. */
export function placesOf(schema: FactSchema): readonly Place[] {
  const within = (place: string, collections: Collections): readonly Place[] =>
    Object.entries(collections).flatMap(([name, item]) => {
      const inner = itemOf(place, name);
      return [{ name: inner, scope: { schema, item } }, ...within(inner, item.collections ?? {})];
    });
  return [{ name: SUBJECT, scope: { schema } }, ...within(SUBJECT, schema.collections)];
}

/** The definitions of one place: its conditions, and its values by type. */
export function placeSchemas({ name, scope }: Place): Definitions {
  const { item } = scope;
  const selections = selectionsOf(name, scope);
  const typed = byType([
    ...attributeSchemas(scope),
    ...(item === undefined ? [] : itemSchemas(item)),
    ...selections.flatMap(aggregateSchemas),
  ]);
  const valueAt = (index: number): string => `value ${index + 1} on ${name}`;
  const nodes = typed.map(([type], index) => ({ type, schema: refTo(valueAt(index)) }));
  const compares = nodes.flatMap(({ type, schema }) => compareSchemas(schema, piecesOf(type, nodes)));
  const ofParameters = compareSchemas(parameterSchema, anyPieces(nodes.map(({ schema }) => schema)));
  const self = conditionAt(name);
  return {
    [self]: conditionSchema(refTo(self), [...compares, ...ofParameters], selections),
    ...Object.fromEntries(typed.map(([, schemas], index) => [valueAt(index), anyOf(schemas)])),
  };
}

function selectionsOf(name: string, { schema, item }: NameScope): readonly TypedSelection[] {
  const select = (collections: Collections, place: string, of: { readonly of?: JsonSchema }): TypedSelection[] =>
    Object.entries(collections).map(([collection, found]) => ({
      over: closed({ collection: oneWord([collection]), ...of }),
      inner: refTo(conditionAt(itemOf(place, collection))),
      window: found.timed ? refTo("window of events") : undefined,
      collection: found,
    }));
  return [...select(schema.collections, SUBJECT, {}), ...select(item?.collections ?? {}, name, { of: only("item") })];
}

type Node = { readonly type: ValueType; readonly schema: JsonSchema };

function piecesOf(type: ValueType, nodes: readonly Node[]): Parameters<typeof compareSchemas>[1] {
  const operand = (isOrder: boolean): JsonSchema => {
    const fitting = nodes.filter((node) => isComparable(type, node.type, isOrder)).map(({ schema }) => schema);
    const values = [...fitting, parameterSchema];
    const isScalable = type.kind === "number" || type.kind === "money";
    const scaled = closed({ type: only("scaled"), times: factorSchema, of: anyOf(values) });
    return anyOf([literalSchema(type, isOrder), ...values, ...(isScalable ? [scaled] : [])]);
  };
  return {
    operators: operatorsOf(type),
    equal: operand(false),
    ordered: operand(true),
    element: literalSchema(type, false),
    window: refTo(type.kind === "day" ? "window of days" : "window of instants"),
  };
}

/** Of a parameter nothing is known before the envelope is read. */
function anyPieces(values: readonly JsonSchema[]): Parameters<typeof compareSchemas>[1] {
  const value = anyOf([...values, parameterSchema]);
  const operand = anyOf([anyLiteral, value, closed({ type: only("scaled"), times: factorSchema, of: value })]);
  return { operators, equal: operand, ordered: operand, element: anyLiteral, window: refTo("window of instants") };
}

function isComparable(subject: ValueType, operand: ValueType, isOrder: boolean): boolean {
  if (subject.kind !== operand.kind) return false;
  if (subject.kind === "money" && operand.kind === "money") {
    if (subject.currency === "*" && operand.currency === "*") return subject.scale === operand.scale;
    return subject.currency === operand.currency || subject.currency === "*" || operand.currency === "*";
  }
  if (!isOrder || subject.kind !== "text" || operand.kind !== "text") return true;
  return JSON.stringify(subject.values ?? []) === JSON.stringify(operand.values ?? []);
}

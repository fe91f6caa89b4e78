import type { Collection, Collections, Field } from "../../model/index.js";
import type { AggregateValue, CompareCondition, Operand, Value } from "../condition.js";
import type { Parameters } from "../envelope.js";
import type { ItemValue, Over } from "../value.js";
import { type NameScope, typeOfAggregate, typeOfField, typeOfPart, type ValueType } from "./value-types.js";

const at: Field = { type: "instant", required: true };
const id: Field = { type: "string" };

/** The attribute of a name. */
export function attributeField(scope: NameScope, name: string): Field | undefined {
  return own(scope.schema.attributes, name);
}

/** The field of the innermost item; timed items also have `at`, all have `id`. */
export function itemField(item: Collection, name: string): Field | undefined {
  if (name === "id") return id;
  return name === "at" && item.timed ? at : own(item.fields, name);
}

/** The names that {@link itemField} knows. */
export function itemFieldNames(item: Collection): readonly string[] {
  return [...Object.keys(item.fields), ...(item.timed ? ["at"] : []), "id"];
}

/** The collections that an `over` chooses from: those of the subject, or those inside the item. */
export function collectionsFor(scope: NameScope, over: Over): Collections {
  return (over.of === "item" ? scope.item?.collections : scope.schema.collections) ?? {};
}

/** The collection that an `over` names. */
export function collectionOf(scope: NameScope, over: Over): Collection | undefined {
  return own(collectionsFor(scope, over), over.collection);
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The type of a value that has been validated. */
export function typeOfValue(value: Value, scope: NameScope, parameters: Parameters): ValueType {
  switch (value.type) {
    case "attribute":
      return withPart(typeOfField(attributeField(scope, value.field)!), value.part);
    case "item":
      return typeOfItem(value, scope.item!);
    case "now":
      return withPart({ kind: "instant" }, value.part);
    case "parameter":
      return typeOfField(parameters[value.name]!);
    case "aggregate": {
      const inner = collectionOf(scope, value.over)!;
      return typeOfAggregate(value.fn, value.of === undefined ? undefined : typeOfItem(value.of, inner));
    }
  }
}

/** The type of an item's field that has been validated. */
export function typeOfItem(value: ItemValue, item: Collection): ValueType {
  return withPart(typeOfField(itemField(item, value.field)!), value.part);
}

/** True where an operand is a node and no literal. */
export function isNode(operand: Operand): operand is Exclude<Operand, string | number | boolean | { amount: string }> {
  return typeof operand === "object" && "type" in operand;
}

const withPart = (whole: ValueType, part: ItemValue["part"]): ValueType =>
  part === undefined ? whole : typeOfPart(whole, part)!;

/** The values of a comparison by their keys, its subject first. */
export function operandsOf(node: CompareCondition): readonly (readonly [key: string, operand: Operand])[] {
  const subject = ["subject", node.subject] as const;
  if (node.op === "between") return [subject, ["from", node.from], ["to", node.to]];
  return "value" in node ? [subject, ["value", node.value]] : [subject];
}

/** The aggregates of a comparison, and how each is reached from it. */
export function aggregatesIn(
  node: CompareCondition,
): readonly (readonly [way: readonly string[], value: AggregateValue])[] {
  return operandsOf(node).flatMap(([key, operand]) => {
    const isScaled = isNode(operand) && operand.type === "scaled";
    const value = isScaled ? operand.of : operand;
    return isNode(value) && value.type === "aggregate" ? [[isScaled ? [key, "of"] : [key], value] as const] : [];
  });
}

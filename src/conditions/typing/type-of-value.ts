import type { Collection } from "../../model/index.js";
import type { Operand, Value } from "../condition.js";
import type { Parameters } from "../envelope.js";
import type { ItemValue } from "../value.js";
import { attributeField, collectionOf, itemField } from "./fields-in-scope.js";
import { typeOfAggregate } from "./type-of-aggregate.js";
import { typeOfField } from "./type-of-field.js";
import { typeOfPart } from "./type-of-part.js";
import type { NameScope, ValueType } from "./value-type.js";

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

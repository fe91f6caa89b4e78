import { daysToFestival, isClienteleError } from "../../core/index.js";
import { didYouMean } from "../../core/shared.js";
import type { Collection, Field } from "../../model/index.js";
import { attributeField, collectionOf, collectionsFor, itemField, itemFieldNames } from "../typing/type-of-value.js";
import type { NameScope, ValueType } from "../typing/value-types.js";
import { partsOf, typeOfField, typeOfPart } from "../typing/value-types.js";
import type { FestivalPart, Over, Part } from "../value.js";
import { type Checker, checkKeys, isPlainRecord, isRecord, isText, type Json, type Path } from "./checker.js";

/** Checks an attribute, an item or a parameter. Its type, or undefined where it is faulty. */
export function checkSimpleValue(node: Json, path: Path, scope: NameScope, checker: Checker): ValueType | undefined {
  switch (node.type) {
    case "attribute":
      return checkAttribute(node, path, scope, checker);
    case "item":
      return checkItem(node, path, scope.item, checker);
    case "now":
      checkKeys(node, ["type", "part"], path, checker);
      return node.part === undefined ? now : checkPart(node.part, now, [...path, "part"], checker);
    default:
      return checkParameter(node, path, checker);
  }
}

const now: ValueType = { kind: "instant" };

/** Checks an attribute. */
export function checkAttribute(node: Json, path: Path, scope: NameScope, checker: Checker): ValueType | undefined {
  checkKeys(node, ["type", "field", "part"], path, checker);
  if (!isText(node.field, [...path, "field"], "the name of an attribute", checker)) return undefined;
  const field = attributeField(scope, node.field);
  const names = Object.keys(scope.schema.attributes);
  return checkField(field, node.field, names, node.part, path, checker);
}

/** Checks a field of the innermost item. */
export function checkItem(
  node: Json,
  path: Path,
  item: Collection | undefined,
  checker: Checker,
): ValueType | undefined {
  checkKeys(node, ["type", "field", "part"], path, checker);
  if (item === undefined) {
    checker.reportAs("CONDITION_SCOPE", path, "an attribute: there is no item here", node.field);
    return undefined;
  }
  if (!isText(node.field, [...path, "field"], "the name of a field", checker)) return undefined;
  return checkField(itemField(item, node.field), node.field, itemFieldNames(item), node.part, path, checker);
}

function checkField(
  field: Field | undefined,
  name: string,
  names: readonly string[],
  part: unknown,
  path: Path,
  checker: Checker,
): ValueType | undefined {
  if (field === undefined) {
    const expected = names.length <= 12 ? `one of ${names.join(", ")}` : "a field of the schema";
    checker.reportAs("CONDITION_UNKNOWN_FIELD", [...path, "field"], expected, name, didYouMean(name, names));
    return undefined;
  }
  const whole = typeOfField(field);
  return part === undefined ? whole : checkPart(part, whole, [...path, "part"], checker);
}

function checkPart(part: unknown, whole: ValueType, path: Path, checker: Checker): ValueType | undefined {
  const festival = isPlainRecord(part);
  if (festival) {
    checkKeys(part, ["festival"], path, checker);
    if (!isFestival(part as unknown as FestivalPart)) {
      checker.report([...path, "festival"], "a festival or { calendar, month, day }", part.festival);
      return undefined;
    }
  }
  const type = festival || typeof part === "string" ? typeOfPart(whole, part as Part) : undefined;
  if (type !== undefined) return type;
  const known = partsOf(whole);
  const hint = typeof part === "string" ? didYouMean(part, known) : undefined;
  const expected = known.length === 0 ? "no part of such a value" : `one of ${known.join(", ")}`;
  checker.reportAs("CONDITION_OPERATOR", path, expected, part, hint);
  return undefined;
}

/** A day of which both neighbours of every feast are known. */
const SOME_DAY = 20_000;

function isFestival({ festival }: FestivalPart): boolean {
  try {
    const keys = typeof festival === "object" && festival !== null ? Object.keys(festival) : [];
    return (
      keys.every((key) => ["calendar", "month", "day", "name"].includes(key)) &&
      daysToFestival(SOME_DAY, festival) < 400
    );
  } catch (error) {
    if (isClienteleError(error)) return false;
    throw error;
  }
}

/** Checks a parameter: it must be declared. */
export function checkParameter(node: Json, path: Path, checker: Checker): ValueType | undefined {
  if (node.type !== "parameter") {
    checker.report([...path, "type"], '"parameter"', node.type);
    return undefined;
  }
  checkKeys(node, ["type", "name"], path, checker);
  if (!isText(node.name, [...path, "name"], "the name of a parameter", checker)) return undefined;
  const { parameters } = checker;
  if (Object.hasOwn(parameters, node.name)) return typeOfField(parameters[node.name] as Field);
  const names = Object.keys(parameters);
  const none = "a declared parameter; there are none";
  checker.reportUnknown("CONDITION_PARAMETER", [...path, "name"], node.name, names, none);
  return undefined;
}

/** Checks which items are looked through. */
export function checkOver(over: unknown, path: Path, scope: NameScope, checker: Checker): Collection | undefined {
  if (!isRecord(over, path, "{ collection }", checker)) return undefined;
  checkKeys(over, ["collection", "of"], path, checker);
  if (over.of !== undefined && over.of !== "item") {
    checker.report([...path, "of"], '"item", or nothing', over.of);
    return undefined;
  }
  if (over.of === "item" && scope.item === undefined) {
    checker.reportAs("CONDITION_SCOPE", [...path, "of"], "nothing: there is no item here", over.of);
    return undefined;
  }
  if (!isText(over.collection, [...path, "collection"], "the name of a collection", checker)) return undefined;
  const found = collectionOf(scope, over as unknown as Over);
  if (found !== undefined) return found;
  const names = Object.keys(collectionsFor(scope, over as unknown as Over));
  const none = "a collection; there are none here";
  checker.reportUnknown("CONDITION_UNKNOWN_COLLECTION", [...path, "collection"], over.collection, names, none);
  return undefined;
}

import { currencyDecimals, type Money, parseDay, parseInstant, parseMinorUnits, type Zone } from "../../core/index.js";
import { issueOf, refuseAll } from "../../core/shared.js";
import type { Field } from "../../model/index.js";
import { factReader } from "../../model/shared.js";
import type { Reading } from "../reading/reading.js";
import { attributeField, itemField } from "../typing/type-of-value.js";
import { type NameScope, typeOfField, typeOfPart, type ValueType } from "../typing/value-types.js";
import { readMonthDay, readTime } from "../validation/check-operands.js";
import type { AttributeValue, ItemValue, Literal, ParameterValue } from "../value.js";
import type { CellPlan, ValuePlan } from "./plan.js";
import type { Planner } from "./planner.js";

/** What a declared parameter is bound to in this run, or its default. */
export function boundValue(name: string, { bound, parameters }: Planner): Literal | readonly Literal[] {
  return ((Object.hasOwn(bound, name) ? bound[name] : undefined) ?? parameters[name]?.default) as
    | Literal
    | readonly Literal[];
}

/** Refuses ends of a range of which one is a parameter that leaves nothing between them. @throws INVALID_CONDITION */
export function requireRange(from: unknown, to: unknown, isEmpty: boolean): void {
  const isParameter = (end: unknown): end is ParameterValue => Object(end).type === "parameter";
  const end = [to, from].find(isParameter);
  if (!isEmpty || end === undefined) return;
  const expected = end === to ? "more than the other end of its range" : "less than the other end of its range";
  refuseAll([issueOf("CONDITION_RANGE", ["parameters", end.name], expected, end.name)], "INVALID_CONDITION");
}

/** A text, or what a parameter in its place is bound to. */
export const boundText = (text: string | ParameterValue | undefined, planner: Planner): string | undefined =>
  typeof text === "object" ? (boundValue(text.name, planner) as string) : text;

/** Which instant of a bare day is meant. */
export type DayEdge = "start" | "end";

/** A validated literal as rules reckon with it. */
export function literalValue(literal: Literal, type: ValueType, zone: Zone, dayAs: DayEdge = "start"): Reading {
  switch (type.kind) {
    case "money": {
      const { amount, currency } = literal as Money;
      const minor = parseMinorUnits(amount, type.scale ?? currencyDecimals(currency));
      return type.currency === "*" ? { minor, currency } : minor;
    }
    case "instant":
      return parseInstant(literal as string, { timeZone: zone.timeZone, dayAs });
    case "day":
      return parseDay(literal as string);
    case "time":
      return readTime(literal) as number;
    case "monthDay":
      return readMonthDay(literal) as number;
    default:
      return literal as string | number | boolean;
  }
}

/** A planned value and its type. */
export interface TypedPlan {
  readonly plan: ValuePlan;
  readonly type: ValueType;
}

/** Plans the reading of an attribute or of an item's field. */
export function planCell(
  value: AttributeValue | ItemValue,
  scope: NameScope,
  planner: Planner,
): TypedPlan & { readonly plan: CellPlan } {
  const field = (
    value.type === "attribute" ? attributeField(scope, value.field) : itemField(scope.item!, value.field)
  ) as Field;
  const fieldType = typeOfField(field);
  const { part } = value;
  return {
    plan: {
      type: value.type,
      field: value.field,
      collection: value.type === "item" ? scope.item : undefined,
      read: factReader(field, planner.zone),
      part,
      fieldType,
      isAssessed: field.assessed === true,
    },
    type: part === undefined ? fieldType : typeOfPart(fieldType, part)!,
  };
}

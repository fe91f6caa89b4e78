import type { Field } from "../../model/index.js";
import { factReader } from "../../model/shared.js";
import { attributeField, itemField } from "../typing/fields-in-scope.js";
import { typeOfField } from "../typing/type-of-field.js";
import { typeOfPart } from "../typing/type-of-part.js";
import type { NameScope, ValueType } from "../typing/value-type.js";
import type { AttributeValue, ItemValue } from "../value.js";
import type { CellPlan, ValuePlan } from "./plan.js";
import type { Planner } from "./planner.js";

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

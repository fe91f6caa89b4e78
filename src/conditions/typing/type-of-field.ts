import type { Field } from "../../model/index.js";
import { scaleOfField } from "../../model/shared.js";
import type { ValueType } from "./value-type.js";

/** The type of a field's values. */
export function typeOfField(field: Field): ValueType {
  switch (field.type) {
    case "string":
      return {
        kind: "text",
        values: field.values,
        ordered: field.ordered === true,
        separator: field.hierarchy?.separator,
      };
    case "number":
      return { kind: "number", wraps: false };
    case "money":
      return { kind: "money", currency: field.currency, scale: scaleOfField(field) };
    case "strings":
      return { kind: "list", values: field.values };
    case "numbers":
      return { kind: "list", ofNumbers: true };
    case "boolean":
    case "instant":
    case "day":
    case "birthday":
      return { kind: field.type };
  }
}

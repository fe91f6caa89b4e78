import type { ValuePlan } from "../planning/plan.js";

/** The name of the data behind a value. */
export function fieldOf(plan: ValuePlan): string {
  switch (plan.type) {
    case "attribute":
    case "item":
      return plan.field;
    case "aggregate":
      return plan.of === undefined ? plan.items.name : `${plan.items.name}.${fieldOf(plan.of)}`;
    case "literal":
    case "now":
      return "";
    default:
      return fieldOf(plan.of);
  }
}

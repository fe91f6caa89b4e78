import type { ItemsPlan, TestPlan, ValuePlan } from "./plan.js";

// Only the order of these numbers matters: cheap children are asked first, and evaluation stops as soon as the answer is known.
const ITEMS = 20;
const PER_ITEM = 5;

/** The cost of looking through items. */
export function costOfItems({ where }: ItemsPlan): number {
  return ITEMS + (where === undefined ? 0 : PER_ITEM * where.cost);
}

/** The cost of a test of a subject. */
export function costOfTest(subject: ValuePlan, test: TestPlan): number {
  const own = costOfValue(subject);
  switch (test.type) {
    case "comparison":
      return own + costOfValue(test.operand);
    case "between":
      return own + costOfValue(test.from) + costOfValue(test.to);
    case "text":
    case "membership":
      return own + 2;
    case "anniversary":
      return own + 10;
    case "within":
    case "presence":
      return own;
  }
}

function costOfValue(value: ValuePlan): number {
  switch (value.type) {
    case "literal":
    case "now":
      return 0;
    case "attribute":
    case "item":
      return (value.part === undefined ? 1 : 5) + (value.fieldType.kind === "money" ? 2 : 0);
    case "aggregate":
      return costOfItems(value.items) + 2;
    default:
      return 1 + costOfValue(value.of);
  }
}

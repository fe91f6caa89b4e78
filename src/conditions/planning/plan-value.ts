import type { AggregateValue, Condition, Value } from "../condition.js";
import { collectionOf } from "../typing/type-of-value.js";
import { type NameScope, typeOfAggregate, typeOfField, typeOfPart, type ValueType } from "../typing/value-types.js";
import type { Literal, Over } from "../value.js";
import type { Window } from "../window.js";
import type { ItemsPlan } from "./plan.js";
import { boundValue, type DayEdge, literalValue, planCell, type TypedPlan } from "./plan-leaves.js";
import { planWindow } from "./plan-window.js";
import type { Planner } from "./planner.js";

/** Plans a value of any sort. `dayAs` says which end of a bare day is meant where an instant is wanted. */
export function planValue(value: Value, scope: NameScope, planner: Planner, dayAs: DayEdge = "start"): TypedPlan {
  switch (value.type) {
    case "attribute":
    case "item":
      return planCell(value, scope, planner);
    case "parameter": {
      const type = typeOfField(planner.parameters[value.name]!);
      const literal = boundValue(value.name, planner) as Literal;
      return { plan: { type: "literal", value: literalValue(literal, type, planner.zone, dayAs) }, type };
    }
    case "now": {
      const whole: ValueType = { kind: "instant" };
      const type = value.part === undefined ? whole : typeOfPart(whole, value.part)!;
      return { plan: { type: "now", part: value.part }, type };
    }
    case "aggregate":
      return planAggregate(value, scope, planner);
  }
}

function planAggregate(value: AggregateValue, scope: NameScope, planner: Planner): TypedPlan {
  const items = planItems(value, scope, planner);
  const of = value.of === undefined ? undefined : planCell(value.of, { ...scope, item: items.collection }, planner);
  return {
    plan: { type: "aggregate", value, items, of: of?.plan, ofType: of?.type },
    type: typeOfAggregate(value.fn, of?.type),
  };
}

/** What quantifiers, aggregates and steps say of their items. */
interface Narrowed {
  readonly over: Over;
  readonly where?: Condition | undefined;
  readonly window?: Window | undefined;
  readonly latest?: number | undefined;
}

/** Plans which items are looked at. */
export function planItems({ over, where, window, latest }: Narrowed, scope: NameScope, planner: Planner): ItemsPlan {
  const collection = collectionOf(scope, over)!;
  return {
    collection,
    name: over.collection,
    isInner: over.of === "item",
    where: where === undefined ? undefined : planner.plan(where, { ...scope, item: collection }, planner),
    window: window === undefined ? undefined : planWindow(window, "events", planner),
    latest,
  };
}

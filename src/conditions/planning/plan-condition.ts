import type { CompareCondition, Condition, ReferenceCondition, SequenceCondition } from "../condition.js";
import type { ConditionEnvelope } from "../envelope.js";
import type { NameScope } from "../typing/value-types.js";
import type { ComparePlan, ItemsPlan, Plan, ReferencePlan, SequencePlan, TestPlan, ValuePlan } from "./plan.js";
import { planCell } from "./plan-leaves.js";
import { planTest } from "./plan-test.js";
import { planItems, planValue } from "./plan-value.js";
import { collectionKey, type Planner } from "./planner.js";

// Only the order of these numbers matters: cheap children are asked first, and evaluation stops as soon as the answer is known.
const ITEMS = 20;
const PER_ITEM = 5;

/** The cost of looking through items. */
function costOfItems({ where }: ItemsPlan): number {
  return ITEMS + (where === undefined ? 0 : PER_ITEM * where.cost);
}

/** The cost of a test of a subject. */
function costOfTest(subject: ValuePlan, test: TestPlan): number {
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

/** Plans a validated condition; equal conditions of one scope get one plan. */
export function planCondition(condition: Condition, scope: NameScope, planner: Planner): Plan {
  const key = `${planner.keyPrefix}${collectionKey(scope.item, planner)}:${JSON.stringify(condition)}`;
  const known = planner.plans.get(key);
  if (known !== undefined) {
    known.uses++;
    return known;
  }
  const plan = planNew(condition, scope, planner);
  planner.plans.set(key, plan);
  return plan;
}

function planNew(condition: Condition, scope: NameScope, planner: Planner): Plan {
  const shared = { uses: 1, isRoot: scope.item === undefined };
  const child = (of: Condition): Plan => planCondition(of, scope, planner);
  switch (condition.type) {
    case "constant":
      return { ...shared, type: "constant", condition, cost: 0 };
    case "all":
    case "any":
    case "atLeast": {
      const of = condition.of.map(child);
      const count = condition.type === "all" ? of.length : condition.type === "any" ? 1 : condition.count;
      return { ...shared, type: "group", condition, count, of, cost: of.reduce((sum, { cost }) => sum + cost, 0) };
    }
    case "not": {
      const of = child(condition.of);
      return { ...shared, type: "not", condition, of, cost: of.cost };
    }
    case "assume": {
      const of = child(condition.of);
      return { ...shared, type: "assume", condition, of, cost: of.cost };
    }
    case "compare":
      return planCompare(condition, scope, planner, shared);
    case "some":
    case "none":
    case "every": {
      const items = planItems(condition, scope, planner);
      const inner = { ...scope, item: items.collection };
      const holds = condition.type === "every" ? planCondition(condition.holds, inner, planner) : undefined;
      const cost = costOfItems(items) + (holds === undefined ? 0 : 5 * holds.cost);
      return { ...shared, type: "quantifier", condition, items, holds, cost };
    }
    case "sequence":
      return planSequence(condition, scope, planner, shared);
    case "reference":
      return planReference(condition, planner, shared);
  }
}

type Shared = Pick<Plan, "uses" | "isRoot">;

function planCompare(condition: CompareCondition, scope: NameScope, planner: Planner, shared: Shared): ComparePlan {
  const value = planValue(condition.subject, scope, planner);
  const { subject, test } = planTest(condition, value, scope, planner);
  return {
    ...shared,
    type: "compare",
    condition,
    subject,
    subjectType: value.type,
    orMissing: condition.orMissing === true,
    test,
    cost: costOfTest(subject, test),
  };
}

function planSequence(condition: SequenceCondition, scope: NameScope, planner: Planner, shared: Shared): SequencePlan {
  const steps = condition.steps.map(({ over, where, absent }) => ({
    absent: absent === true,
    items: planItems({ over, where, window: absent === true ? undefined : condition.window }, scope, planner),
  }));
  return {
    ...shared,
    type: "sequence",
    condition,
    steps: steps.filter(({ absent }) => !absent),
    absent: steps.find(({ absent }) => absent),
    within: condition.within,
    ties: condition.ties === "allowed",
    same:
      condition.same === undefined
        ? undefined
        : ({ items }) =>
            planCell({ type: "item", field: condition.same as string }, { ...scope, item: items.collection }, planner)
              .plan,
    cost: 20 + steps.reduce((sum, { items }) => sum + costOfItems(items), 0),
  };
}

/** A reference is judged on the subject, whatever item it stands in. */
function planReference(condition: ReferenceCondition, planner: Planner, shared: Shared): ReferencePlan {
  const { id } = condition;
  const named = planner.references[id] as Condition | ConditionEnvelope;
  const isWrapped = "when" in named;
  const own = isWrapped && named.parameters !== undefined;
  const inner: Planner = own
    ? { ...planner, parameters: { ...planner.parameters, ...named.parameters }, keyPrefix: `${JSON.stringify(id)} ` }
    : planner;
  const of = planCondition(isWrapped ? named.when : named, { schema: planner.schema }, inner);
  const path = `/references/${id.replaceAll("~", "~0").replaceAll("/", "~1")}${isWrapped ? "/when" : ""}`;
  return { ...shared, type: "reference", condition, path, of, cost: of.cost };
}

import type { CompareCondition, Condition, Operand, Step, Value } from "../condition.js";
import { isNode } from "../typing/type-of-value.js";
import type { AttributeValue, ItemValue, Literal, Over } from "../value.js";
import type { Window } from "../window.js";

/** What is put in the place of each piece; `Place` is what a rewriter knows of the items around it. */
export interface Rewriter<Place> {
  attribute(value: AttributeValue): AttributeValue;
  item(value: ItemValue, place: Place): ItemValue;
  over(over: Over, place: Place): Over;
  /** A literal that stands beside a value. */
  literal(literal: Literal, subject: Value, place: Place): Literal;
  /** The place among the items of a collection. */
  inside(over: Over, place: Place): Place;
}

/** Copies a condition with other pieces in their places; what has no piece to change stays as it is, key by key. */
export function rewriteCondition<Place>(node: Condition, place: Place, rewriter: Rewriter<Place>): Condition {
  const rewrite = (child: Condition): Condition => rewriteCondition(child, place, rewriter);
  switch (node.type) {
    case "constant":
    case "reference":
      return node;
    case "all":
    case "any":
    case "atLeast":
      return { ...node, of: node.of.map(rewrite) };
    case "not":
    case "assume":
      return { ...node, of: rewrite(node.of) };
    case "compare":
      return rewriteCompare(node, place, rewriter);
    case "some":
    case "none":
      return { ...node, ...selected(node, place, rewriter) };
    case "every":
      return {
        ...node,
        ...selected(node, place, rewriter),
        holds: rewriteCondition(node.holds, rewriter.inside(node.over, place), rewriter),
      };
    case "sequence":
      return {
        ...node,
        steps: node.steps.map((step) => ({ ...step, ...selected(step, place, rewriter) })),
        ...(node.window === undefined ? {} : { window: rewriteWindow(node.window, rewriter) }),
        ...(node.same === undefined ? {} : { same: rewriteSame(node.same, node.steps, place, rewriter) }),
      };
  }
}

/** One name for a field of every step: a new one that they have in common. */
function rewriteSame<Place>(same: string, steps: readonly Step[], place: Place, rewriter: Rewriter<Place>): string {
  const names = new Set(
    steps.map(({ over }) => rewriter.item({ type: "item", field: same }, rewriter.inside(over, place)).field),
  );
  const [name = same, ...others] = names;
  return others.length === 0 ? name : same;
}

interface Selection {
  readonly over: Over;
  readonly where?: Condition;
  readonly window?: Window;
}

function selected<Place>({ over, where, window }: Selection, place: Place, rewriter: Rewriter<Place>): Selection {
  return {
    over: rewriter.over(over, place),
    ...(where === undefined ? {} : { where: rewriteCondition(where, rewriter.inside(over, place), rewriter) }),
    ...(window === undefined ? {} : { window: rewriteWindow(window, rewriter) }),
  };
}

function rewriteWindow<Place>(window: Window, rewriter: Rewriter<Place>): Window {
  return window.type === "after" ? { ...window, anchor: rewriter.attribute(window.anchor) } : window;
}

function rewriteCompare<Place>(node: CompareCondition, place: Place, rewriter: Rewriter<Place>): Condition {
  const value = (value: Value): Value => rewriteValue(value, place, rewriter);
  const literal = (literal: Literal): Literal => rewriter.literal(literal, node.subject, place);
  const operand = (operand: Operand): Operand => {
    if (!isNode(operand)) return literal(operand);
    return operand.type === "scaled" ? { ...operand, of: value(operand.of) } : value(operand);
  };
  // By its keys, whatever the operator: what stands at them is of one kind wherever they stand.
  const part = (key: string, part: unknown): unknown => {
    if (key === "subject") return value(part as Value);
    if (key === "value" || key === "from" || key === "to") return operand(part as Operand);
    if (key === "values" && Array.isArray(part)) return part.map(literal);
    return key === "window" ? rewriteWindow(part as Window, rewriter) : part;
  };
  return Object.fromEntries(Object.entries(node).map(([key, old]) => [key, part(key, old)])) as unknown as Condition;
}

function rewriteValue<Place>(value: Value, place: Place, rewriter: Rewriter<Place>): Value {
  switch (value.type) {
    case "attribute":
      return rewriter.attribute(value);
    case "item":
      return rewriter.item(value, place);
    case "parameter":
    case "now":
      return value;
    case "aggregate":
      return {
        ...value,
        ...selected(value, place, rewriter),
        ...(value.of === undefined ? {} : { of: rewriter.item(value.of, rewriter.inside(value.over, place)) }),
      };
  }
}

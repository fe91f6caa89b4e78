import type { Condition, Operand } from "../condition.js";
import { collectionOf, isNode } from "../typing/type-of-value.js";
import type { NameScope } from "../typing/value-types.js";
import type { Path } from "../validation/checker.js";
import type { Over } from "../value.js";

/** What is done at each condition; `beside` are all that must hold together with it, itself included. */
export type Visit = (node: Condition, path: Path, scope: NameScope, beside: readonly Condition[]) => void;

/** Visits a condition and every condition in it, those that filter the items of values too, in document order. */
export function visitConditions(
  node: Condition,
  path: Path,
  scope: NameScope,
  visit: Visit,
  beside: readonly Condition[] = [node],
): void {
  visit(node, path, scope, beside);
  const inner = (over: Over): NameScope => ({ ...scope, item: collectionOf(scope, over) });
  const filter = (where: Condition | undefined, over: Over, way: Path): void => {
    if (where !== undefined) visitConditions(where, [...way, "where"], inner(over), visit);
  };
  switch (node.type) {
    case "constant":
    case "reference":
      return;
    case "all":
    case "any":
    case "atLeast":
      for (const [index, child] of node.of.entries()) {
        visitConditions(child, [...path, "of", index], scope, visit, node.type === "all" ? node.of : [child]);
      }
      return;
    case "not":
    case "assume":
      visitConditions(node.of, [...path, "of"], scope, visit);
      return;
    case "compare":
      for (const [key, operand] of operandsOf(node)) {
        const value = isNode(operand) && operand.type === "scaled" ? operand.of : operand;
        const way = value === operand ? [...path, key] : [...path, key, "of"];
        if (isNode(value) && value.type === "aggregate") filter(value.where, value.over, way);
      }
      return;
    case "some":
    case "none":
    case "every":
      filter(node.where, node.over, path);
      if (node.type === "every") visitConditions(node.holds, [...path, "holds"], inner(node.over), visit);
      return;
    case "sequence":
      for (const [index, step] of node.steps.entries()) filter(step.where, step.over, [...path, "steps", index]);
  }
}

/** The values of a comparison by their keys, its subject first. */
export function operandsOf(
  node: Extract<Condition, { type: "compare" }>,
): readonly (readonly [key: string, operand: Operand])[] {
  const subject = ["subject", node.subject] as const;
  if (node.op === "between") return [subject, ["from", node.from], ["to", node.to]];
  return "value" in node ? [subject, ["value", node.value]] : [subject];
}

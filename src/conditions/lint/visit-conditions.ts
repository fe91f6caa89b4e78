import type { Condition } from "../condition.js";
import { aggregatesIn, collectionOf } from "../typing/type-of-value.js";
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
      for (const [way, { where, over }] of aggregatesIn(node)) filter(where, over, [...path, ...way]);
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

import type { Plan } from "../planning/plan.js";
import type { Code } from "../reading/kleene.js";
import type { LeafDetail } from "./leaf-detail.js";

/** A node of a condition with its result for one subject, before it is told. */
export interface Judged {
  readonly path: string;
  readonly plan: Plan;
  readonly code: Code;
  readonly children: readonly Judged[];
  /** The condition that is referred to was explained there already; `children` are the same objects. */
  readonly sharedWith: string | undefined;
  readonly detail: LeafDetail | undefined;
}

/** True where a node counts as one: comparisons, quantifiers, sequences, and an assumption that had to settle something. */
export function isLeaf({ plan, children }: Judged): boolean {
  switch (plan.type) {
    case "compare":
    case "quantifier":
    case "sequence":
      return true;
    case "assume":
      return (children[0] as Judged).code === 1;
    default:
      return false;
  }
}

/** How many children make a group true; all of one child for the others. */
export function neededOf({ plan, children }: Judged): number {
  return plan.type === "group" ? plan.count : children.length;
}

import { TRUE } from "../reading/compare-readings.js";
import { isLeaf, type Judged } from "./judged.js";

/**
 * A least set of leaves that alone fixes a known result, whatever all others say: of a true "k of n" the k true children with the
 * smallest supports, of a false one the n - k + 1 false children. Ties go to the one that stands first.
 */
export function leastSupport(root: Judged): readonly Judged[] {
  const told = new Set<Judged>();
  const leaves: Judged[] = [];
  const gather = (node: Judged): void => {
    if (isLeaf(node)) leaves.push(node);
    else if (node.place.plan.type !== "reference") for (const child of supportingChildren(node)) gather(child);
    else {
      // Only what is referred to can be met twice.
      const named = node.children[0] as Judged;
      if (!told.has(named)) gather(named);
      told.add(named);
    }
  };
  gather(root);
  return leaves;
}

/** The children whose supports together are the node's, in order. */
function supportingChildren({ place, children, code }: Judged): readonly Judged[] {
  const { plan } = place;
  if (plan.type !== "group") return children;
  const needed = code === TRUE ? plan.count : children.length - plan.count + 1;
  const agreeing = children.filter((child) => child.code === code);
  if (agreeing.length === needed) return agreeing;
  if (needed === 1) return [agreeing.reduce((least, child) => (child.support < least.support ? child : least))];
  const smallest = new Set([...agreeing].sort((a, b) => a.support - b.support).slice(0, needed));
  return agreeing.filter((child) => smallest.has(child));
}

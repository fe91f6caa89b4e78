import { TRUE } from "../reading/compare-readings.js";
import { isLeaf, type Judged, neededFor } from "./judged.js";

/**
 * A least set of leaves that alone fixes a known result, whatever all others say: of a true "k of n" the k true children with the
 * smallest supports, of a false one the n - k + 1 false children. Ties go to the one that stands first.
 */
export function leastSupport(root: Judged): readonly Judged[] {
  const leaves: Judged[] = [];
  let told: Set<Judged> | undefined;
  const gather = (node: Judged): void => {
    if (isLeaf(node)) leaves.push(node);
    else if (node.place.plan.type !== "reference") for (const child of supporting(node)) gather(child);
    else {
      // Only what is referred to can be met twice.
      const named = node.children[0] as Judged;
      told ??= new Set();
      if (!told.has(named)) gather(named);
      told.add(named);
    }
  };
  gather(root);
  return leaves;
}

/** The children whose supports together are the node's, in order. */
function supporting(node: Judged): readonly Judged[] {
  const { place, children, code } = node;
  if (place.plan.type !== "group") return children;
  const needed = neededFor(node, code === TRUE);
  const agreeing = children.filter((child) => child.code === code);
  if (agreeing.length === needed) return agreeing;
  if (needed === 1) return [agreeing.reduce((least, child) => (sizeOf(child) < sizeOf(least) ? child : least))];
  const smallest = new Set([...agreeing].sort((a, b) => sizeOf(a) - sizeOf(b)).slice(0, needed));
  return agreeing.filter((child) => smallest.has(child));
}

/** How many leaves support a node. Occurrences are disjoint, so the smallest children add up to the smallest whole. */
function sizeOf(node: Judged): number {
  if (isLeaf(node)) return 1;
  node.support ??= supporting(node).reduce((sum, child) => sum + sizeOf(child), 0);
  return node.support;
}

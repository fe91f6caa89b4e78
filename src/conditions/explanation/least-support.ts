import { TRUE } from "../reading/compare-readings.js";
import { isLeaf, type Judged, neededOf, once } from "./judged.js";

/**
 * A least set of leaves that alone fixes a known result, whatever all others say: of a true "k of n" the k true children with the
 * smallest supports, of a false one the n - k + 1 false children. Occurrences are disjoint, so choosing the smallest is exact; ties go
 * to the one that stands first.
 */
export function leastSupport(root: Judged): readonly Judged[] {
  const sizes = new Map<Judged, number>();
  const seen = new Set<Judged>();
  const sizeOf = (node: Judged): number => {
    if (isLeaf(node)) return 1;
    if (node.place.plan.type === "reference") return once(sizes, node.children[0] as Judged, sizeOf);
    return supportingChildren(node, sizeOf).reduce((size, child) => size + sizeOf(child), 0);
  };
  const leavesOf = (node: Judged): readonly Judged[] => {
    if (seen.has(node)) return [];
    seen.add(node);
    return isLeaf(node) ? [node] : supportingChildren(node, sizeOf).flatMap(leavesOf);
  };
  return leavesOf(root);
}

/** The children whose supports together are the node's, in order. */
function supportingChildren(node: Judged, sizeOf: (node: Judged) => number): readonly Judged[] {
  const { children, code } = node;
  if (node.place.plan.type !== "group") return children;
  const needed = code === TRUE ? neededOf(node) : children.length - neededOf(node) + 1;
  const agreeing = children.filter((child) => child.code === code);
  if (agreeing.length === needed) return agreeing;
  return agreeing
    .map((child, position) => ({ child, position, size: sizeOf(child) }))
    .sort((a, b) => a.size - b.size)
    .slice(0, needed)
    .sort((a, b) => a.position - b.position)
    .map(({ child }) => child);
}

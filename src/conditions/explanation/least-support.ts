import { FALSE, TRUE } from "../reading/kleene.js";
import { isLeaf, type Judged, neededOf } from "./judged.js";

/**
 * A least set of leaves that alone fixes a known result, whatever all others say: of a true "k of n" the k true children with the
 * smallest supports, of a false one the n - k + 1 false children. Occurrences are disjoint, so choosing the smallest is exact; ties go
 * to the one that stands first.
 */
export function leastSupport(node: Judged): readonly Judged[] {
  if (isLeaf(node)) return [node];
  if (node.place.plan.type !== "group") return node.children.flatMap(leastSupport);
  const needed = node.code === TRUE ? neededOf(node) : node.children.length - neededOf(node) + 1;
  const agreeing = node.children.filter(({ code }) => code === node.code);
  if (agreeing.length === needed) return agreeing.flatMap(leastSupport);
  if (needed === 1) {
    return agreeing.map(leastSupport).reduce((least, support) => (support.length < least.length ? support : least));
  }
  return agreeing
    .map((child, position) => ({ support: leastSupport(child), position }))
    .sort((a, b) => a.support.length - b.support.length)
    .slice(0, needed)
    .sort((a, b) => a.position - b.position)
    .flatMap(({ support }) => support);
}

/** The unknown leaves below a node all of whose ancestors are unknown: those that some settlement of the others lets decide. */
export function openLeaves(node: Judged): readonly Judged[] {
  if (node.code === FALSE || node.code === TRUE) return [];
  if (node.place.plan.type === "constant") return [];
  return isLeaf(node) ? [node] : node.children.flatMap(openLeaves);
}

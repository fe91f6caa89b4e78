import { TRUE } from "../reading/kleene.js";
import { isLeaf, type Judged, neededOf } from "./judged.js";

/**
 * A least set of leaves that alone fixes a known result, whatever all others say: of a true "k of n" the k true children with the
 * smallest supports, of a false one the n - k + 1 false children. Occurrences are disjoint, so choosing the smallest is exact; ties go
 * to the one that stands first.
 */
export function leastSupport(node: Judged): readonly Judged[] {
  const leaves: Judged[] = [];
  collectSupport(node, leaves);
  return leaves;
}

function collectSupport(node: Judged, leaves: Judged[]): void {
  if (isLeaf(node)) {
    leaves.push(node);
    return;
  }
  for (const child of supportingChildren(node)) collectSupport(child, leaves);
}

function supportSize(node: Judged): number {
  if (isLeaf(node)) return 1;
  return supportingChildren(node).reduce((size, child) => size + supportSize(child), 0);
}

/** The children whose supports together are the node's, in order. */
function supportingChildren(node: Judged): readonly Judged[] {
  const { children, code } = node;
  if (node.place.plan.type !== "group") return children;
  const needed = code === TRUE ? neededOf(node) : children.length - neededOf(node) + 1;
  const agreeing = children.filter((child) => child.code === code);
  if (agreeing.length === needed) return agreeing;
  if (needed === 1) return [smallestOf(agreeing)];
  return agreeing
    .map((child, position) => ({ child, position, size: supportSize(child) }))
    .sort((a, b) => a.size - b.size)
    .slice(0, needed)
    .sort((a, b) => a.position - b.position)
    .map(({ child }) => child);
}

/** The commonest case by far, without a sort: one false child of an "all", one true child of an "any". */
function smallestOf(nodes: readonly Judged[]): Judged {
  let smallest = nodes[0] as Judged;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    // Constants support with nothing; no leaf is smaller than one.
    const size = supportSize(node);
    if (size < least) [smallest, least] = [node, size];
  }
  return smallest;
}

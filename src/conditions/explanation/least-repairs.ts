import { FALSE, TRUE } from "../reading/kleene.js";
import { type Judged, neededOf } from "./judged.js";

/** A leaf that would have to change, and what it would have to become. */
export interface Change {
  readonly leaf: Judged;
  readonly wanted: boolean;
}

/** All least sets of changes that give a node the wanted value; undefined where none does. */
interface Repairs {
  readonly size: number;
  readonly sets: readonly (readonly Change[])[];
}

/** A condition may have as many least repairs as it likes; this many are looked at. */
const MOST_SETS = 500;

/** The least sets of leaves which, given suitable values, make a node true; none past a size. */
export function leastRepairs(root: Judged, largest: number): readonly (readonly Change[])[] {
  // How large they are is soon known; writing them all out is not, and most are too large to tell.
  return sizeOf(root, true) > largest ? [] : (repairsOf(root, true)?.sets ?? []);
}

/** The size of the least repairs; infinite where there is none. */
function sizeOf(node: Judged, wanted: boolean): number {
  if (node.code === (wanted ? TRUE : FALSE)) return 0;
  const { children } = node;
  const { plan } = node.place;
  switch (plan.type) {
    case "constant":
      return Number.POSITIVE_INFINITY;
    case "compare":
    case "quantifier":
    case "sequence":
      return 1;
    case "not":
      return sizeOf(children[0] as Judged, !wanted);
    case "assume":
    case "reference":
      return sizeOf(children[0] as Judged, wanted);
    case "group": {
      const needed = wanted ? neededOf(node) : children.length - neededOf(node) + 1;
      const sizes = children.map((child) => sizeOf(child, wanted));
      if (needed === sizes.length) return sizes.reduce((sum, size) => sum + size, 0);
      if (needed === 1) return sizes.reduce((least, size) => Math.min(least, size));
      return sizes
        .sort((a, b) => a - b)
        .slice(0, needed)
        .reduce((sum, size) => sum + size, 0);
    }
  }
}

function repairsOf(node: Judged, wanted: boolean): Repairs | undefined {
  if (node.code === (wanted ? TRUE : FALSE)) return { size: 0, sets: [[]] };
  const { children } = node;
  const { plan } = node.place;
  switch (plan.type) {
    case "constant":
      return undefined;
    case "compare":
    case "quantifier":
    case "sequence":
      return { size: 1, sets: [[{ leaf: node, wanted }]] };
    case "not":
      return repairsOf(children[0] as Judged, !wanted);
    case "assume":
    case "reference":
      return repairsOf(children[0] as Judged, wanted);
    case "group": {
      const needed = wanted ? neededOf(node) : children.length - neededOf(node) + 1;
      const repairs = children.map((child) => repairsOf(child, wanted)).filter((repair) => repair !== undefined);
      return cheapest(repairs, needed);
    }
  }
}

/** Every choice of so many children whose repairs are smallest together. */
function cheapest(repairs: readonly Repairs[], needed: number): Repairs | undefined {
  if (repairs.length < needed) return undefined;
  const sorted = [...repairs].sort((a, b) => a.size - b.size);
  const dearest = (sorted[needed - 1] as Repairs).size;
  const sure = sorted.filter(({ size }) => size < dearest);
  const tied = repairs.filter(({ size }) => size === dearest);
  let sets: (readonly Change[])[] = [[]];
  for (const { sets: own } of sure) sets = crossed(sets, own);
  const chosen = choices(tied, needed - sure.length).flatMap((choice) =>
    choice.reduce((all, { sets: own }) => crossed(all, own), sets),
  );
  const size = sorted.slice(0, needed).reduce((sum, repair) => sum + repair.size, 0);
  return { size, sets: chosen.slice(0, MOST_SETS) };
}

const crossed = (left: readonly (readonly Change[])[], right: readonly (readonly Change[])[]): (readonly Change[])[] =>
  left.flatMap((a) => right.map((b) => [...a, ...b])).slice(0, MOST_SETS);

/** Every way to choose so many, in order, up to the limit. */
function choices<T>(from: readonly T[], count: number): readonly (readonly T[])[] {
  let ways: (readonly number[])[] = [[]];
  for (let chosen = 0; chosen < count; chosen++) {
    ways = ways.flatMap((way) => {
      const next = way.length === 0 ? 0 : (way[way.length - 1] as number) + 1;
      // Enough must be left for the rest of the choice.
      const last = from.length - (count - chosen);
      return Array.from({ length: Math.max(0, last - next + 1) }, (_, step) => [...way, next + step]);
    });
    ways = ways.slice(0, MOST_SETS);
  }
  return ways.map((way) => way.map((position) => from[position] as T));
}

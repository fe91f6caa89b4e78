import { FALSE, TRUE } from "../reading/compare-readings.js";
import { type Judged, neededOf, once } from "./judged.js";

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
  // How large they are is known; writing them all out takes long, and most are too large to tell.
  if (root.toTrue > largest) return [];
  const known: Known = { true: new Map(), false: new Map() };
  return repairsOf(root, true, known)?.sets ?? [];
}

/** Of what is referred to, repairs are worked out once. */
type Known = Readonly<Record<"true" | "false", Map<Judged, Repairs | undefined>>>;

/** How many children must be as wanted. */
const neededFor = (node: Judged, wanted: boolean): number =>
  wanted ? neededOf(node) : node.children.length - neededOf(node) + 1;

function repairsOf(node: Judged, wanted: boolean, known: Known): Repairs | undefined {
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
      return repairsOf(children[0] as Judged, !wanted, known);
    case "assume":
      return repairsOf(children[0] as Judged, wanted, known);
    case "reference":
      return once(known[`${wanted}`], children[0] as Judged, (child) => repairsOf(child, wanted, known));
    case "group":
      return cheapest(node, wanted, known);
  }
}

/** Every choice of so many children whose repairs are smallest together. */
function cheapest(node: Judged, wanted: boolean, known: Known): Repairs | undefined {
  const { children } = node;
  const needed = neededFor(node, wanted);
  const sizes = children.map((child) => (wanted ? child.toTrue : child.toFalse));
  const dearest = [...sizes].sort((a, b) => a - b)[needed - 1] as number;
  if (dearest === Number.POSITIVE_INFINITY) return undefined;
  const sure: Repairs[] = [];
  const tied: Repairs[] = [];
  let open = needed;
  let size = 0;
  for (let index = 0; index < sizes.length; index++) {
    const own = sizes[index] as number;
    if (own > dearest) continue;
    // Children that are as wanted already need nothing; those below the dearest are in every choice.
    const repairs = own === 0 && dearest > 0 ? undefined : repairsOf(children[index] as Judged, wanted, known);
    if (own === dearest) tied.push(repairs as Repairs);
    else {
      open--;
      size += own;
      if (repairs !== undefined) sure.push(repairs);
    }
  }
  size += open * dearest;
  if (sure.length === 0 && open === 1)
    return { size, sets: [...new Set(tied)].flatMap(({ sets }) => sets).slice(0, MOST_SETS) };
  let sets: (readonly Change[])[] = [[]];
  for (const { sets: own } of sure) sets = crossed(sets, own);
  const chosen = choices(tied, open).flatMap((choice) =>
    choice.reduce((all, { sets: own }) => crossed(all, own), sets),
  );
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

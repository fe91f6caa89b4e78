import { once } from "../once.js";
import { FALSE, TRUE } from "../reading/compare-readings.js";
import { type Judged, neededFor } from "./judged.js";

/** A leaf that would have to change, and what it would have to become. */
export interface Change {
  readonly leaf: Judged;
  readonly wanted: boolean;
}

type Sets = readonly (readonly Change[])[];

/** All least sets of changes that give a node the wanted value, and how large they are. */
interface Repairs {
  readonly size: number;
  readonly sets: Sets;
}

const nothingToDo: Repairs = { size: 0, sets: [[]] };
const none: Repairs = { size: Number.POSITIVE_INFINITY, sets: [] };

/** A condition may have as many least repairs as it likes; this many are looked at. */
const MOST_SETS = 500;

/** The least sets of leaves which, given suitable values, make a node true; none past a size. */
export function leastRepairs(root: Judged, largest: number): Sets {
  return repairsOf(root, true, largest, { largest }).sets;
}

/** Of what is referred to, repairs are worked out once, whatever the place that refers to it has room for. */
interface Known {
  readonly largest: number;
  true?: Map<Judged, Repairs>;
  false?: Map<Judged, Repairs>;
}

function repairsOf(node: Judged, wanted: boolean, largest: number, known: Known): Repairs {
  const { code, children } = node;
  const { plan } = node.place;
  if (code === (wanted ? TRUE : FALSE)) return nothingToDo;
  if (largest < 1) return none;
  switch (plan.type) {
    case "constant":
      return none;
    case "compare":
    case "quantifier":
    case "sequence":
      return { size: 1, sets: [[{ leaf: node, wanted }]] };
    case "not":
      return repairsOf(children[0] as Judged, !wanted, largest, known);
    case "assume":
      return repairsOf(children[0] as Judged, wanted, largest, known);
    case "reference": {
      const told = (known[`${wanted}`] ??= new Map());
      const repairs = once(told, children[0] as Judged, (child) => repairsOf(child, wanted, known.largest, known));
      return repairs.size <= largest ? repairs : none;
    }
    case "group":
      return cheapest(node, wanted, largest, known);
  }
}

/** Every choice of children whose repairs are smallest together. Those that are as wanted need none, all others at least one leaf. */
function cheapest(node: Judged, wanted: boolean, largest: number, known: Known): Repairs {
  const aim = wanted ? TRUE : FALSE;
  let needed = neededFor(node, wanted);
  for (const { code } of node.children) if (code === aim) needed--;
  if (needed > largest) return none;
  const found = node.children
    .filter(({ code }) => code !== aim)
    .map((child) => repairsOf(child, wanted, largest - needed + 1, known))
    .filter((repairs) => repairs !== none);
  if (found.length < needed) return none;
  const dearest = found.map(({ size }) => size).sort((a, b) => a - b)[needed - 1] as number;
  // Those below the dearest are in every choice; of those that are as dear, as many as are left.
  const sure = found.filter(({ size }) => size < dearest);
  const open = needed - sure.length;
  const size = sure.reduce((sum, repairs) => sum + repairs.size, open * dearest);
  if (size > largest) return none;
  const chosen = unions(
    found.filter((repairs) => repairs.size === dearest),
    open,
  );
  return { size, sets: sure.reduceRight<Sets>((all, { sets }) => crossed(sets, all), chosen) };
}

/** Every union of one set of each of so many repairs, in order. */
function unions(from: readonly Repairs[], count: number): Sets {
  const found: (readonly Change[])[] = [];
  if (count === 1) for (const { sets } of new Set(from)) found.push(...sets);
  else
    for (let first = 0; first <= from.length - count && found.length < MOST_SETS; first++) {
      found.push(...crossed((from[first] as Repairs).sets, unions(from.slice(first + 1), count - 1)));
    }
  return found.slice(0, MOST_SETS);
}

const crossed = (left: Sets, right: Sets): Sets =>
  left.flatMap((a) => right.map((b) => [...a, ...b])).slice(0, MOST_SETS);

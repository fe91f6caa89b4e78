import { once } from "../once.js";
import { type Code, FALSE, negate, TRUE, UNKNOWN } from "../reading/compare-readings.js";
import { isLeaf, type Judged, neededFor } from "./judged.js";

/** Two answers that a node could have; a set of them is a number with their bits. */
const pairs: readonly (readonly [one: Code, other: Code])[] = [
  [TRUE, FALSE],
  [TRUE, UNKNOWN],
  [UNKNOWN, FALSE],
];
const ALL_PAIRS = 7;
const TRUE_OR_FALSE = 1;

const bitOf = (one: Code, other: Code): number =>
  1 << pairs.findIndex(([a, b]) => (a === one && b === other) || (a === other && b === one));

const turned = (set: number): number =>
  pairs.reduce((all, [a, b], index) => all | (set & (1 << index) ? bitOf(negate(a), negate(b)) : 0), 0);

/**
 * The unknown leaves that some settlement of the others lets decide: every node above is unknown, and the others can come out so that it
 * passes the difference on. A constant "unknown" is never settled, so beside one a leaf may be unable to.
 */
export function openLeaves(root: Judged): readonly Judged[] {
  const settled = new Map<Judged, readonly Code[]>();
  const asked = new Map<Judged, number>();
  /** The open leaves below a node, of which it matters whether it is the one or the other of some pairs. */
  const openBelow = (node: Judged, mattering: number): readonly Judged[] => {
    const { plan } = node.place;
    const before = asked.get(node) ?? 0;
    const matters = mattering & ~before;
    if (node.code !== UNKNOWN || plan.type === "constant" || matters === 0) return [];
    asked.set(node, before | matters);
    if (isLeaf(node)) return matters & TRUE_OR_FALSE ? [node] : [];
    if (plan.type !== "group") {
      return openBelow(node.children[0] as Judged, plan.type === "not" ? turned(matters) : matters);
    }
    const needed = neededFor(node, true);
    return node.children.flatMap((child, index) => {
      if (child.code !== UNKNOWN) return [];
      const others = outcomes(
        node.children.filter((_, at) => at !== index),
        settledCodes,
      );
      const passed = pairs.filter(([one, other]) =>
        others.some((counts) => {
          const [a, b] = [groupWith(one, counts, needed), groupWith(other, counts, needed)];
          return a !== b && (matters & bitOf(a, b)) !== 0;
        }),
      );
      return openBelow(
        child,
        passed.reduce((set, [one, other]) => set | bitOf(one, other), 0),
      );
    });
  };
  /** What a node can come out as when every leaf below is settled. */
  const settledCodes = (node: Judged): readonly Code[] => {
    const { plan } = node.place;
    if (node.code !== UNKNOWN || plan.type === "constant") return [node.code];
    if (isLeaf(node)) return [TRUE, FALSE];
    if (plan.type !== "group") {
      const codes = once(settled, node.children[0] as Judged, settledCodes);
      return plan.type === "not" ? codes.map(negate) : codes;
    }
    const counts = outcomes(node.children, settledCodes);
    return [...new Set(counts.map((count) => groupCode(count, neededFor(node, true))))];
  };
  return openBelow(root, ALL_PAIRS);
}

/** How many are true, and how many at least unknown. */
interface Counts {
  readonly certain: number;
  readonly possible: number;
}

const groupCode = ({ certain, possible }: Counts, needed: number): Code =>
  certain >= needed ? TRUE : possible >= needed ? UNKNOWN : FALSE;

const counted = ({ certain, possible }: Counts, code: Code): Counts => ({
  certain: certain + (code === TRUE ? 1 : 0),
  possible: possible + (code === FALSE ? 0 : 1),
});

const groupWith = (code: Code, counts: Counts, needed: number): Code => groupCode(counted(counts, code), needed);

/** Every count that settlements of the leaves below can give. */
function outcomes(nodes: readonly Judged[], settledCodes: (node: Judged) => readonly Code[]): readonly Counts[] {
  let found = new Map<string, Counts>([["0/0", { certain: 0, possible: 0 }]]);
  for (const node of nodes) {
    const next = new Map<string, Counts>();
    for (const before of found.values()) {
      for (const code of settledCodes(node)) {
        const counts = counted(before, code);
        next.set(`${counts.certain}/${counts.possible}`, counts);
      }
    }
    found = next;
  }
  return [...found.values()];
}

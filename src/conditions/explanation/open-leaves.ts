import { type Code, FALSE, negate, TRUE, UNKNOWN } from "../reading/kleene.js";
import { isLeaf, type Judged, neededOf } from "./judged.js";

type Pair = readonly [one: Code, other: Code];
/** Does it matter above whether a node is the one or the other? */
type Matters = (pair: Pair) => boolean;

const pairs: readonly Pair[] = [
  [TRUE, FALSE],
  [TRUE, UNKNOWN],
  [UNKNOWN, FALSE],
];

/**
 * The unknown leaves that some settlement of the others lets decide: every node above is unknown, and the others can come out so that it
 * passes the difference on. A constant "unknown" is never settled, so beside one a leaf may be unable to.
 */
export function openLeaves(node: Judged): readonly Judged[] {
  return openBelow(node, () => true);
}

function openBelow(node: Judged, matters: Matters): readonly Judged[] {
  const { plan } = node.place;
  if (node.code !== UNKNOWN || plan.type === "constant") return [];
  if (isLeaf(node)) return matters([TRUE, FALSE]) ? [node] : [];
  if (plan.type !== "group") {
    const below: Matters = plan.type === "not" ? ([one, other]) => matters([negate(one), negate(other)]) : matters;
    return node.children.flatMap((child) => openBelow(child, below));
  }
  const needed = neededOf(node);
  return node.children.flatMap((child, index) => {
    if (child.code !== UNKNOWN) return [];
    const others = outcomes(node.children.filter((_, at) => at !== index));
    const passed = pairs.filter(([one, other]) =>
      others.some((counts) => {
        const [a, b] = [groupWith(one, counts, needed), groupWith(other, counts, needed)];
        return a !== b && matters([a, b]);
      }),
    );
    return openBelow(child, ([one, other]) =>
      passed.some(([a, b]) => (a === one && b === other) || (a === other && b === one)),
    );
  });
}

/** How many are true, and how many at least unknown. */
interface Counts {
  readonly certain: number;
  readonly possible: number;
}

function groupWith(code: Code, { certain, possible }: Counts, needed: number): Code {
  if (certain + (code === TRUE ? 1 : 0) >= needed) return TRUE;
  return possible + (code === FALSE ? 0 : 1) >= needed ? UNKNOWN : FALSE;
}

/** Every count that settlements of the leaves below can give. */
function outcomes(nodes: readonly Judged[]): readonly Counts[] {
  let found = new Map<string, Counts>([["0/0", { certain: 0, possible: 0 }]]);
  for (const node of nodes) {
    const next = new Map<string, Counts>();
    for (const { certain, possible } of found.values()) {
      for (const code of settledCodes(node)) {
        const counts = { certain: certain + (code === TRUE ? 1 : 0), possible: possible + (code === FALSE ? 0 : 1) };
        next.set(`${counts.certain}/${counts.possible}`, counts);
      }
    }
    found = next;
  }
  return [...found.values()];
}

/** What a node can come out as when every leaf below is settled. */
function settledCodes(node: Judged): readonly Code[] {
  const { plan } = node.place;
  if (node.code !== UNKNOWN || plan.type === "constant") return [node.code];
  if (isLeaf(node)) return [TRUE, FALSE];
  if (plan.type !== "group") {
    const codes = settledCodes(node.children[0] as Judged);
    return plan.type === "not" ? codes.map(negate) : codes;
  }
  const needed = neededOf(node);
  return [
    ...new Set(
      outcomes(node.children).map(({ certain, possible }) =>
        certain >= needed ? TRUE : possible >= needed ? UNKNOWN : FALSE,
      ),
    ),
  ];
}

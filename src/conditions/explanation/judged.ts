import type { Plan } from "../planning/plan.js";
import { type Code, codeOf, codeOfTruth, FALSE, negate, TRUE, UNKNOWN } from "../reading/compare-readings.js";
import type { RowSubject } from "../rows/subject.js";
import type { LeafDetail } from "./leaf-detail.js";
import type { Occurrence } from "./places.js";

/** A node of a condition with its result for one subject, before it is told. */
export interface Judged {
  readonly place: Occurrence;
  readonly code: Code;
  readonly children: readonly Judged[];
  readonly detail: LeafDetail | undefined;
  /** How many leaves must change to make the node true, and false: infinitely many where none can. */
  readonly toTrue: number;
  readonly toFalse: number;
  /** How many leaves are enough to make a node that is known what it is. */
  readonly support: number;
}

const none: readonly Judged[] = [];

/** Judges every node of one subject, from the leaves up and without stopping early; what is referred to, once. */
export function judgeAll(
  place: Occurrence,
  subject: RowSubject,
  evidence: number,
  known: Map<Occurrence, Judged> = new Map(),
): Judged {
  const { plan, detailOf } = place;
  if (detailOf !== undefined) {
    const detail = detailOf(subject, evidence);
    const { code } = detail;
    return {
      place,
      code,
      children: none,
      detail,
      toTrue: code === TRUE ? 0 : 1,
      toFalse: code === FALSE ? 0 : 1,
      support: 1,
    };
  }
  const judge = (child: Occurrence): Judged => judgeAll(child, subject, evidence, known);
  const children =
    plan.type === "reference" ? [once(known, place.children[0] as Occurrence, judge)] : place.children.map(judge);
  const code = codeOfNode(plan, children);
  const { toTrue, toFalse, support } = sizesOf(plan, code, children);
  return { place, code, children, detail: undefined, toTrue, toFalse, support };
}

/** What was worked out before, or is now: conditions that are referred to twice are one object, asked about once. */
export function once<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make(key);
    known.set(key, value);
  }
  return value;
}

function codeOfNode(plan: Plan, children: readonly Judged[]): Code {
  const child = children[0]?.code ?? UNKNOWN;
  switch (plan.type) {
    case "constant":
      return codeOfTruth(plan.condition.value);
    case "not":
      return negate(child);
    case "assume":
      return child === UNKNOWN ? codeOf(plan.condition.unknown) : child;
    case "group": {
      let certain = 0;
      let possible = 0;
      for (const { code } of children) {
        if (code === TRUE) certain++;
        if (code !== FALSE) possible++;
      }
      if (certain >= plan.count) return TRUE;
      return possible >= plan.count ? UNKNOWN : FALSE;
    }
    default:
      return child;
  }
}

/** The sizes of a node that is no leaf. Occurrences are disjoint, so the smallest children add up to the smallest whole. */
function sizesOf(plan: Plan, code: Code, children: readonly Judged[]): Pick<Judged, "toTrue" | "toFalse" | "support"> {
  const [child] = children;
  if (plan.type === "group") {
    const forTrue = plan.count;
    const forFalse = children.length - plan.count + 1;
    return {
      toTrue: sumOfLeast(children, toTrue, forTrue),
      toFalse: sumOfLeast(children, toFalse, forFalse),
      support:
        code === UNKNOWN
          ? 0
          : code === TRUE
            ? sumOfLeast(children, holding, forTrue)
            : sumOfLeast(children, failing, forFalse),
    };
  }
  if (child === undefined) {
    return {
      toTrue: code === TRUE ? 0 : Number.POSITIVE_INFINITY,
      toFalse: code === FALSE ? 0 : Number.POSITIVE_INFINITY,
      support: 0,
    };
  }
  const { support } = child;
  if (plan.type === "not") return { toTrue: child.toFalse, toFalse: child.toTrue, support };
  // An assumption that had to settle something is a leaf.
  const settled = plan.type === "assume" && child.code === UNKNOWN;
  return {
    toTrue: code === TRUE ? 0 : child.toTrue,
    toFalse: code === FALSE ? 0 : child.toFalse,
    support: settled ? 1 : support,
  };
}

const toTrue = (node: Judged): number => node.toTrue;
const toFalse = (node: Judged): number => node.toFalse;
const holding = (node: Judged): number => (node.code === TRUE ? node.support : Number.POSITIVE_INFINITY);
const failing = (node: Judged): number => (node.code === FALSE ? node.support : Number.POSITIVE_INFINITY);

/** The sum of the smallest so many; one and all of them, which are `any` and `all`, need no sorting. */
function sumOfLeast(nodes: readonly Judged[], sizeOf: (node: Judged) => number, count: number): number {
  let least = Number.POSITIVE_INFINITY;
  let sum = 0;
  if (count !== 1 && count !== nodes.length) {
    const sizes = nodes.map(sizeOf).sort((a, b) => a - b);
    for (let index = 0; index < count; index++) sum += sizes[index] as number;
    return sum;
  }
  for (const node of nodes) {
    const size = sizeOf(node);
    sum += size;
    if (size < least) least = size;
  }
  return count === 1 ? least : sum;
}

/** True where a node counts as one: comparisons, quantifiers, sequences, and an assumption that had to settle something. */
export function isLeaf({ place, children }: Judged): boolean {
  return place.detailOf !== undefined || (place.plan.type === "assume" && children[0]?.code === UNKNOWN);
}

/** How many children make a group true; all of one child for the others. */
export function neededOf({ place, children }: Judged): number {
  return place.plan.type === "group" ? place.plan.count : children.length;
}

import type { Plan } from "../planning/plan.js";
import { type Code, codeOf, codeOfTruth, FALSE, negate, TRUE, UNKNOWN } from "../reading/compare-readings.js";
import type { RowCompiler, RowSubject } from "../rows/subject.js";
import { type DetailOf, type LeafDetail, leafDetail } from "./leaf-detail.js";

/** One place of a condition, worked out once for all subjects. */
export interface Occurrence {
  readonly path: string;
  readonly plan: Plan;
  readonly children: readonly Occurrence[];
  readonly detailOf: DetailOf | undefined;
  /** The condition that is referred to is explained at an earlier place. */
  readonly isShared: boolean;
}

/** A node of a condition with its result for one subject, before it is told. */
export interface Judged {
  readonly place: Occurrence;
  readonly code: Code;
  readonly children: readonly Judged[];
  readonly detail: LeafDetail | undefined;
}

/** The places of a plan, each reference expanded where it is met first. */
export function occurrencesOf(
  plan: Plan,
  path: string,
  rows: RowCompiler,
  expanded: Map<string, Occurrence> = new Map(),
): Occurrence {
  const place = (children: readonly Occurrence[], isShared = false): Occurrence => ({
    path,
    plan,
    children,
    detailOf: leafDetail(plan, rows),
    isShared,
  });
  switch (plan.type) {
    case "group":
      return place(plan.of.map((child, index) => occurrencesOf(child, `${path}/of/${index}`, rows, expanded)));
    case "not":
    case "assume":
      return place([occurrencesOf(plan.of, `${path}/of`, rows, expanded)]);
    case "reference": {
      const { id } = plan.condition;
      const known = expanded.get(id);
      if (known !== undefined) return place([known], true);
      const child = occurrencesOf(plan.of, plan.path, rows, expanded);
      expanded.set(id, child);
      return place([child]);
    }
    default:
      return place([]);
  }
}

/** Judges every node of one subject, from the leaves up and without stopping early; what is referred to, once. */
export function judgeAll(
  place: Occurrence,
  subject: RowSubject,
  evidence: number,
  known: Map<Occurrence, Judged> = new Map(),
): Judged {
  const { plan } = place;
  if (place.detailOf !== undefined) {
    const detail = place.detailOf(subject, evidence);
    return { place, code: detail.code, children: [], detail };
  }
  const judge = (child: Occurrence): Judged => judgeAll(child, subject, evidence, known);
  const children = place.children.map((child) =>
    plan.type === "reference" ? once(known, child, judge) : judge(child),
  );
  return { place, code: codeOfNode(plan, children), children, detail: undefined };
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

/** True where a node counts as one: comparisons, quantifiers, sequences, and an assumption that had to settle something. */
export function isLeaf({ place, children }: Judged): boolean {
  return place.detailOf !== undefined || (place.plan.type === "assume" && children[0]?.code === UNKNOWN);
}

/** How many children make a group true; all of one child for the others. */
export function neededOf({ place, children }: Judged): number {
  return place.plan.type === "group" ? place.plan.count : children.length;
}

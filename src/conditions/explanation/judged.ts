import { once } from "../once.js";
import type { Plan } from "../planning/plan.js";
import { type Code, codeOf, codeOfTruth, FALSE, negate, TRUE, truthOf, UNKNOWN } from "../reading/compare-readings.js";
import type { Reading } from "../reading/reading.js";
import type { RowSubject } from "../rows/subject.js";
import type { Explanation, MissingData } from "./explanation.js";

/** One place of a condition, worked out once for all subjects. */
export interface Place {
  readonly path: string;
  /** Of its condition: read here, since conditions have many shapes, and asking one for an id that it lacks takes long. */
  readonly type: string;
  readonly id: string | undefined;
  readonly plan: Plan;
  readonly children: readonly Place[];
  /** How its leaf is judged and told about; undefined for all that is no leaf. */
  readonly judgeLeaf: LeafJudge | undefined;
  /** The condition that is referred to is explained at an earlier place. */
  readonly isShared: boolean;
}

/** Judges the leaf at a place for one subject, with so many pieces of evidence. */
export type LeafJudge = (place: Place, subject: RowSubject, evidence: number) => Judged;

/** An explanation while it is written. It is written by assignment, since spreading parts that may be missing costs three times as much. */
export type Draft = { -readonly [K in keyof Explanation]: Explanation[K] };

/** The data that a leaf lacks, and why. */
export type LeafGap = Omit<MissingData, "path">;

/** A node of a condition with its result for one subject. */
export interface Judged {
  readonly place: Place;
  readonly code: Code;
  readonly children: readonly Judged[];
  /** What is told about it. */
  readonly told: Draft;
  readonly gap: LeafGap | undefined;
  /** What a comparison read, or how many items a quantifier found, for distances. */
  readonly reading: Reading | undefined;
  /** How many leaves are enough to make it what it is, once that was asked for. */
  support: number | undefined;
}

const none: readonly Judged[] = [];

/** What is told about every node. */
export function draftOf({ path, type, id }: Place, code: Code): Draft {
  const told: Draft = { path, type, result: truthOf(code), decisive: false };
  if (id !== undefined) told.id = id;
  return told;
}

/** A leaf that was judged. */
export function judgedLeaf(
  place: Place,
  code: Code,
  told: Draft,
  gap: LeafGap | undefined,
  reading: Reading | undefined,
): Judged {
  if (gap !== undefined) told.reason = gap.reason;
  return { place, code, children: none, told, gap, reading, support: undefined };
}

/** One subject while it is explained. */
export interface Explained {
  readonly subject: RowSubject;
  readonly evidence: number;
  /** What is referred to, judged once; made where something is. */
  named?: Map<Place, Judged>;
}

/** Judges every node of one subject, from the leaves up and without stopping early. */
export function judgeAll(place: Place, explained: Explained): Judged {
  const { plan, judgeLeaf } = place;
  if (judgeLeaf !== undefined) return judgeLeaf(place, explained.subject, explained.evidence);
  const judge = (child: Place): Judged => judgeAll(child, explained);
  const children =
    plan.type === "reference"
      ? [once((explained.named ??= new Map()), place.children[0] as Place, judge)]
      : place.children.map(judge);
  const code = codeOfNode(plan, children);
  const told = draftOf(place, code);
  if (place.isShared) told.sharedWith = (place.children[0] as Place).path;
  else if (children.length > 0) told.children = children.map((child) => child.told);
  return { place, code, children, told, gap: undefined, reading: undefined, support: undefined };
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
  return place.judgeLeaf !== undefined || (place.plan.type === "assume" && children[0]?.code === UNKNOWN);
}

/** How many children make a group true, or false; all of one child for the others. */
export function neededFor({ place, children }: Judged, wanted: boolean): number {
  if (place.plan.type !== "group") return children.length;
  return wanted ? place.plan.count : children.length - place.plan.count + 1;
}

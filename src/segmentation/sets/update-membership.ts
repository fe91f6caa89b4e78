import { compileCondition } from "../../conditions/index.js";
import { judgeWithNextChange } from "../../conditions/shared.js";
import { type Column, parseInstant } from "../../core/index.js";
import {
  anything,
  checkOptions,
  customerPositions,
  type OptionRules,
  requireList,
  requireShape,
  satisfying,
} from "../../core/shared.js";
import { fingerprint } from "../../ledger/index.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import type { TableRunOptions } from "../../scorecards/index.js";
import { conditionOf, IN, membersOf, OUT, type SegmentMembers, segmentTruths, UNKNOWN } from "./evaluate-segments.js";
import type { SegmentDefinition } from "./segment.js";

/** Who came and who went between two looks at a segment. */
export interface MembershipChanges {
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly becameUnknown: readonly string[];
  readonly stayed: number;
}

/**
 * Who came and who went between two looks at one segment, customers matched by position in their tables' order of ids.
 *
 * A customer who is in only one of the two counts as out in the other.
 * @example
 * import { defineSchema, factTable } from "clientele/model";
 * import { evaluateSegments, membershipChanges, staticSegment } from "clientele/segmentation";
 * const facts = factTable(defineSchema({ attributes: {} }), ["a", "b"].map((customerId) => ({ customerId, attributes: {} })), { asOf: "2026-04-01" });
 * const of = (version: number, customerIds: string[]) => [...evaluateSegments(facts, [staticSegment({ id: "list", version, customerIds })])][0]!;
 * membershipChanges(of(1, ["a"]), of(2, ["b"])); // => { entered: ["b"], left: ["a"], becameUnknown: [], stayed: 0 }
 * @category Segments
 */
export function membershipChanges(previous: SegmentMembers, current: SegmentMembers): MembershipChanges {
  for (const [name, members] of Object.entries({ previous, current })) {
    requireShape(members, name, "members of a segment", "members", "unknown");
    for (const part of ["members", "unknown"] as const) requireList(members[part], [name, part]);
  }
  const [were, are] = [new Set(previous.members), new Set(current.members)];
  const unsure = new Set(previous.unknown);
  const entered = [...current.members].filter((id) => !were.has(id));
  return {
    entered,
    left: [...previous.members].filter((id) => !are.has(id)),
    becameUnknown: [...current.unknown].filter((id) => !unsure.has(id)),
    stayed: current.members.length - entered.length,
  };
}

/**
 * A membership that can be kept between runs: who belongs, and when each customer can change without anything happening.
 * @category Segments
 */
export interface Membership extends SegmentMembers {
  readonly asOf: string;
  readonly timeZone: string;
  readonly customerIds: readonly string[];
  /** Fingerprint of the rule with its parameters and what it refers to: where that is another, everybody is judged. */
  readonly rule: string;
  /** Null where only new facts can change the answer. */
  readonly nextChangeAt: readonly (string | null)[];
}

/** What has happened since the last run. */
export interface UpdateMembershipOptions extends TableRunOptions {
  /** Customers whose facts have changed; left out: everybody is judged. */
  readonly changed?: Iterable<string> | undefined;
}

const parts = ["definition", "asOf", "timeZone", "customerIds", "truth", "nextChangeAt"];
const rules: OptionRules<UpdateMembershipOptions> = {
  parameters: anything,
  references: anything,
  changed: satisfying("a list of customer ids", (ids) => typeof ids === "object" && Symbol.iterator in Object(ids)),
};

/**
 * Brings a membership up to date by judging only those who can have changed: whose facts did, who are new, and whose answer was due to change
 * by itself (an order leaves a window, a birthday comes).
 *
 * The result is the one that judging everybody would give, if `changed` names everybody whose facts differ. Another rule, other parameters or
 * references, another zone or an earlier moment judges everybody.
 * @throws INVALID_DEFINITION, INVALID_CONDITION, INVALID_OPTIONS
 * @example
 * import { conditions } from "clientele/conditions";
 * import { defineSchema, factTable } from "clientele/model";
 * import { defineSegment, updateMembership } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { orders: { type: "number" } } });
 * const segment = defineSegment({ id: "regulars", version: 1, when: conditions(schema).attr("orders").gte(5) }, schema);
 * const on = (asOf: string, orders: number[]) => factTable(schema, orders.map((orders, i) => ({ customerId: `c${i}`, attributes: { orders } })), { asOf });
 * const first = updateMembership(undefined, on("2026-04-01", [5, 1, 2]), segment);
 * const next = updateMembership(first.membership, on("2026-04-02", [5, 6, 2]), segment, { changed: ["c1"] });
 * [next.judged, next.changes.entered]; // => [1, ["c1"]]
 * @category Segments
 */
export function updateMembership<S extends FactSchema>(
  previous: Membership | undefined,
  facts: FactTable<S>,
  segment: SegmentDefinition,
  options: UpdateMembershipOptions = {},
): { readonly membership: Membership; readonly changes: MembershipChanges; readonly judged: number } {
  requireFactTable(facts);
  checkOptions<UpdateMembershipOptions>(options, rules);
  if (previous !== undefined) requireShape(previous, "previous", "a membership of updateMembership", ...parts);
  const { changed, ...run } = options;
  const { asOf, timeZone, customerIds, schema, size } = facts;
  requireShape(segment, "segment", "a segment of defineSegment", "id", "version", "when");
  const rule = compileCondition(conditionOf(segment), schema, { asOf, timeZone, ...run });
  const judgedBy = fingerprint({ condition: conditionOf(segment), ...run });
  const kept =
    previous !== undefined && changed !== undefined && continues(previous, facts, judgedBy) ? previous : undefined;
  const positionBefore = positionsIn(previous?.customerIds ?? [], customerIds);
  const truth = kept === undefined ? (segmentTruths(facts, [segment], run)[0] as Uint8Array) : new Uint8Array(size);
  const nextChangeAt = new Array<string | null>(size).fill(null);
  const touched = new Set(changed);
  const judged: number[] = [];
  const placeBefore = new Int32Array(size);
  for (let index = 0; index < size; index++) {
    const before = positionBefore(index);
    placeBefore[index] = before;
    const due = before < 0 ? null : (kept?.nextChangeAt[before] ?? null);
    if (kept === undefined || before < 0 || (due !== null && due <= asOf) || touched.has(customerIds[index]!)) {
      judged.push(index);
    } else {
      truth[index] = kept.truth[before]!;
      nextChangeAt[index] = due;
    }
  }
  // Everybody's answers are known by columns; of a rule without a clock there is nothing more to ask.
  if (kept !== undefined || rule.looksAtClock) judgeWithNextChange(facts, rule, judged, { truth, nextChangeAt });
  const membership = Object.assign(membersOf(segment, truth, customerIds), {
    asOf,
    timeZone,
    customerIds,
    rule: judgedBy,
    nextChangeAt,
  });
  return { membership, changes: changesSince(previous, membership, placeBefore), judged: judged.length };
}

const continues = (previous: Membership, { timeZone, asOf }: FactTable, rule: string): boolean =>
  previous.rule === rule && previous.timeZone === timeZone && parseInstant(previous.asOf) <= parseInstant(asOf);

/** Where each customer stood before, -1 for who is new. Tables in one order need no look-up, which costs more than all the rest. */
function positionsIn(before: Column<string>, now: Column<string>): (index: number) => number {
  let next = 0;
  return (index) => {
    const id = now[index]!;
    const found = before[next] === id ? next : (customerPositions(before).get(id) ?? -1);
    if (found >= 0) next = found + 1;
    return found;
  };
}

/** What {@link membershipChanges} tells, of columns. */
function changesSince(
  previous: Membership | undefined,
  { truth, customerIds }: Pick<Membership, "truth" | "customerIds">,
  placeBefore: Int32Array,
): MembershipChanges {
  const [entered, becameUnknown]: [string[], string[]] = [[], []];
  const stillIn = new Uint8Array(previous?.customerIds.length ?? 0);
  let stayed = 0;
  for (let index = 0; index < truth.length; index++) {
    const before = placeBefore[index]!;
    const was = before < 0 ? OUT : previous?.truth[before];
    if (truth[index] === UNKNOWN && was !== UNKNOWN) becameUnknown.push(customerIds[index]!);
    if (truth[index] !== IN) continue;
    if (was !== IN) entered.push(customerIds[index]!);
    else {
      stillIn[before] = 1;
      stayed++;
    }
  }
  const isGone = (_: string, index: number): boolean => previous?.truth[index] === IN && stillIn[index] === 0;
  return { entered, left: Array.from(previous?.customerIds ?? []).filter(isGone), becameUnknown, stayed };
}

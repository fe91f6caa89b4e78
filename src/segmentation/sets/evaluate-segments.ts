import { type Condition, type ConditionEnvelope, compileConditions, evaluateTable } from "../../conditions/index.js";
import type { Column, DefinitionRef } from "../../core/index.js";
import { checkOptions, refusal, requireList } from "../../core/shared.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import type { TableRunOptions } from "../../scorecards/index.js";
import { tableRunRules } from "../../scorecards/shared.js";
import { checkAnySegment } from "./define-segment.js";
import type { Segment, SegmentDefinition, StaticSegment } from "./segment.js";

/** What a column of truth says of a customer: out, in, or not to be told. */
export const OUT = 0;
export const IN = 1;
export const UNKNOWN = 2;

/**
 * Who belongs to one segment.
 * @category Segments
 */
export interface SegmentMembers {
  readonly definition: DefinitionRef;
  /** Of whom it certainly holds, in the order of the table. */
  readonly members: readonly string[];
  /** Of whom it cannot be told: a fact is missing that would decide. */
  readonly unknown: readonly string[];
  /** In the order of the table: 0 out, 1 in, 2 unknown. */
  readonly truth: Column;
}

/**
 * The memberships of several segments at one moment.
 * @category Segments
 */
export interface SegmentMemberships extends Iterable<SegmentMembers> {
  readonly asOf: string;
  readonly timeZone: string;
  readonly customerIds: readonly string[];
  get(segmentId: string): SegmentMembers | undefined;
}

/**
 * Judges all customers of a fact table by several segments in one pass: what the segments have in common is judged once.
 *
 * Segments by a rule may refer to others of the list, by id. Static segments hold their named customers; who is named and not in the table is in no
 * result. A membership that a missing fact would decide is `unknown`, never silently out. The order of the segments changes nothing.
 * @throws INVALID_DEFINITION, INVALID_CONDITION, INVALID_OPTIONS, DUPLICATE_SEGMENT
 * @example
 * import { conditions } from "clientele/conditions";
 * import { defineSchema, factTable } from "clientele/model";
 * import { defineSegment, evaluateSegments } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { orders: { type: "number" } } });
 * const regulars = defineSegment({ id: "regulars", version: 1, when: conditions(schema).attr("orders").gte(5) }, schema);
 * const rows = [{ customerId: "ann", attributes: { orders: 7 } }, { customerId: "ben", attributes: { orders: 2 } }, { customerId: "cai", attributes: {} }];
 * const found = evaluateSegments(factTable(schema, rows, { asOf: "2026-04-01" }), [regulars]).get("regulars");
 * [found?.members, found?.unknown]; // => [["ann"], ["cai"]]
 * @category Segments
 */
export function evaluateSegments<S extends FactSchema>(
  facts: FactTable<S>,
  segments: readonly Segment[],
  options: TableRunOptions = {},
): SegmentMemberships {
  const truths = segmentTruths(facts, segments, options);
  const { asOf, timeZone, customerIds } = facts;
  const found = new Map(segments.map((segment, at) => [segment.id, membersOf(segment, truths[at]!, customerIds)]));
  return { asOf, timeZone, customerIds, get: (id) => found.get(id), [Symbol.iterator]: () => found.values() };
}

/** One column of truth per segment, in their order. */
export function segmentTruths<S extends FactSchema>(
  facts: FactTable<S>,
  segments: readonly Segment[],
  options: TableRunOptions,
): readonly Column[] {
  requireFactTable(facts);
  checkOptions<TableRunOptions>(options, tableRunRules);
  requireList(segments, "segments");
  const seen = new Set<string>();
  for (const [index, segment] of segments.entries()) {
    checkAnySegment(segment, facts.schema).refuseFaults();
    if (seen.has(segment.id)) {
      throw refusal("DUPLICATE_SEGMENT", ["segments", index, "id"], "an id that is used once", segment.id);
    }
    seen.add(segment.id);
  }
  const ruled = segments.filter((segment): segment is SegmentDefinition => segment.kind === "segment");
  const lists = new Map(
    segments.flatMap((segment) => (segment.kind === "segment" ? [] : [[segment.id, listed(segment, facts)]])),
  );
  const joined = joinLists(facts, lists);
  const { asOf, timeZone } = facts;
  const references = {
    ...Object.fromEntries(Array.from(lists.keys(), (id) => [id, isListed(id)])),
    ...Object.fromEntries(ruled.map((segment) => [segment.id, conditionOf(segment)])),
    ...options.references,
  };
  const frame = { asOf, timeZone, ...options, references };
  const columns = evaluateTable(joined, compileConditions(ruled.map(conditionOf), joined.schema, frame));
  return segments.map((segment) =>
    segment.kind === "segment" ? columns[ruled.indexOf(segment)]! : lists.get(segment.id)!,
  );
}

/** Who is named by a static segment. */
function listed(segment: StaticSegment, { customerIds }: FactTable): Uint8Array {
  const named = new Set(segment.customerIds);
  return Uint8Array.from(customerIds, (id) => (named.has(id) ? IN : OUT));
}

/**
 * Rules cannot ask for the name of a customer. So that they can refer to static segments, who is in one is a fact of this run, by a name that
 * no attribute can have.
 */
function joinLists(facts: FactTable, lists: ReadonlyMap<string, Uint8Array>): FactTable {
  if (lists.size === 0) return facts;
  const known = new Uint8Array(facts.size).fill(1);
  const columns = new Map(
    Array.from(lists, ([id, values]) => [fieldOf(id), { type: "boolean", values, known } as const]),
  );
  const fields = Object.fromEntries(Array.from(columns.keys(), (field) => [field, { type: "boolean" } as const]));
  const schema = { ...facts.schema, attributes: { ...facts.schema.attributes, ...fields } };
  return { ...facts, schema, column: (field) => columns.get(field) ?? facts.column(field) };
}

const fieldOf = (segmentId: string): string => `static segment ${segmentId}`;

const isListed = (segmentId: string): Condition => ({
  type: "compare",
  subject: { type: "attribute", field: fieldOf(segmentId) },
  op: "eq",
  value: true,
});

/** The condition of a segment as conditions take it: with its parameters, where it has some. */
export function conditionOf({ when, parameters, language }: SegmentDefinition): Condition | ConditionEnvelope {
  return parameters === undefined ? when : { language, parameters, when };
}

/** The members that a column of truth tells. Their names are listed when first asked for: a million ids are dearer than a million answers. */
export function membersOf(
  { kind, id, version }: DefinitionRef,
  truth: Column,
  customerIds: Column<string>,
): SegmentMembers {
  let members: readonly string[] | undefined;
  let unknown: readonly string[] | undefined;
  return {
    definition: { kind, id, version },
    get members() {
      members ??= idsOf(truth, IN, customerIds);
      return members;
    },
    get unknown() {
      unknown ??= idsOf(truth, UNKNOWN, customerIds);
      return unknown;
    },
    truth,
  };
}

function idsOf(truth: Column, wanted: number, customerIds: Column<string>): readonly string[] {
  const ids: string[] = [];
  for (let index = 0; index < truth.length; index++) if (truth[index] === wanted) ids.push(customerIds[index]!);
  return ids;
}

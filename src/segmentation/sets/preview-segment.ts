import { type Condition, compileConditions, evaluateTable } from "../../conditions/index.js";
import { type Assessed, type Column, known, unknown } from "../../core/index.js";
import { anything, checkOptions, type OptionRules, text, whole as wholeNumber } from "../../core/shared.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import type { TableRunOptions } from "../../scorecards/index.js";
import { checkSegment } from "./define-segment.js";
import { IN, OUT, UNKNOWN } from "./evaluate-segments.js";
import type { SegmentDefinition } from "./segment.js";

/** What a preview shows. */
export interface PreviewSegmentOptions extends TableRunOptions {
  /** How many members to name, the first in the order of the table; default 10. */
  readonly sample?: number | undefined;
  /** Count by channel who may be contacted for this purpose, by the collection `consent` of the ready schema. */
  readonly contactFor?: string | undefined;
}

/** What one part of a segment's rule does to those who are left before it. */
export interface WaterfallStep {
  readonly path: string;
  /** For `describeCondition`. */
  readonly condition: Condition;
  readonly entered: number;
  readonly kept: number;
  readonly dropped: number;
  /** Neither kept nor dropped: they go on, and stay unknown unless a later part drops them. */
  readonly unknown: number;
}

/**
 * A segment before it is used: how many it holds, which part of the rule drops whom, and who may be contacted.
 * @category Segments
 */
export interface SegmentPreview {
  readonly customers: number;
  readonly unknown: number;
  readonly sample: readonly string[];
  /** One step for each part of the outermost `all`, in its order; a rule without one has one step. */
  readonly waterfall: readonly WaterfallStep[];
  /** Members by channel with consent; unknown where nobody's consents were given. */
  readonly contactable: Readonly<Record<string, Assessed<number>>>;
}

const rules: OptionRules<PreviewSegmentOptions> = {
  parameters: anything,
  references: anything,
  sample: wholeNumber({ from: 0 }),
  contactFor: text,
};

/**
 * Shows what a segment would do before anybody is contacted.
 *
 * The steps of the waterfall chain: `entered` = `kept` + `dropped` + `unknown`, and whoever is kept or unknown enters the next one. `customers` and
 * `unknown` are those of the whole rule.
 * @throws INVALID_DEFINITION, INVALID_CONDITION, INVALID_OPTIONS
 * @example
 * import { conditions } from "clientele/conditions";
 * import { defineSchema, factTable } from "clientele/model";
 * import { defineSegment, previewSegment } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { orders: { type: "number" }, country: { type: "string" } } });
 * const { all, attr } = conditions(schema);
 * const segment = defineSegment({ id: "german-regulars", version: 1, when: all(attr("country").eq("DE"), attr("orders").gte(5)) }, schema);
 * const rows = [7, 2, 9].map((orders, i) => ({ customerId: `c${i}`, attributes: { orders, country: i === 2 ? "FR" : "DE" } }));
 * const { customers, waterfall } = previewSegment(factTable(schema, rows, { asOf: "2026-04-01" }), segment);
 * [customers, ...waterfall.map(({ entered, kept }) => [entered, kept])]; // => [1, [3, 2], [2, 1]]
 * @category Segments
 */
export function previewSegment<S extends FactSchema>(
  facts: FactTable<S>,
  segment: SegmentDefinition,
  options: PreviewSegmentOptions = {},
): SegmentPreview {
  requireFactTable(facts);
  checkSegment(segment, facts.schema).refuseFaults();
  checkOptions<PreviewSegmentOptions>(options, rules);
  const { sample = 10, contactFor, parameters, references } = options;
  const { when } = segment;
  const parts = when.type === "all" ? when.of : [when];
  const { schema, asOf, timeZone, customerIds } = facts;
  const enveloped = (condition: Condition) =>
    segment.parameters === undefined
      ? condition
      : { language: segment.language, parameters: segment.parameters, when: condition };
  const frame = { asOf, timeZone, parameters, references };
  const truths = evaluateTable(facts, compileConditions([...parts, when].map(enveloped), schema, frame));
  const whole = truths.at(-1) as Column;
  const left = new Uint8Array(facts.size).fill(1);
  const waterfall = parts.map((condition, part): WaterfallStep => {
    const counts = [0, 0, 0];
    const truth = truths[part] as Column;
    for (let index = 0; index < left.length; index++) {
      if (left[index] === 0) continue;
      counts[truth[index]!]!++;
      if (truth[index] === OUT) left[index] = 0;
    }
    const [dropped, kept, unsure] = counts as [number, number, number];
    const path = when.type === "all" ? `/when/of/${part}` : "/when";
    return { path, condition, entered: dropped + kept + unsure, kept, dropped, unknown: unsure };
  });
  const members: number[] = [];
  let unsure = 0;
  for (let index = 0; index < facts.size; index++) {
    if (whole[index] === IN) members.push(index);
    else if (whole[index] === UNKNOWN) unsure++;
  }
  return {
    customers: members.length,
    unknown: unsure,
    sample: members.slice(0, sample).map((index) => customerIds[index]!),
    waterfall,
    contactable: contactFor === undefined ? {} : contactable(facts as FactTable, members, contactFor),
  };
}

/** How many of the members have given a consent for a purpose, by channel. */
function contactable(
  facts: FactTable,
  members: readonly number[],
  purpose: string,
): Readonly<Record<string, Assessed<number>>> {
  if (!Object.hasOwn(facts.schema.collections, "consent")) return { any: unknown(["consent"]) };
  const { offsets, knownSince } = facts.collection("consent");
  if (offsets[facts.size] === 0) return { any: unknown(["consent"]) };
  // A collection that was not given is known from no time on.
  if (knownSince !== undefined && members.every((index) => knownSince[index] === Infinity))
    return { any: unknown(["consent"]) };
  const counts = new Map<string, number>();
  for (const index of members) {
    if (offsets[index] === offsets[index + 1]) continue;
    const channels = new Set<string>();
    const { consent = [] } = (facts.at(index).collections ?? {}) as {
      readonly consent?: readonly { readonly purpose?: string; readonly channel?: string; readonly status?: string }[];
    };
    for (const item of consent) {
      if (item.purpose !== purpose) continue;
      const channel = item.channel ?? "any";
      counts.set(channel, counts.get(channel) ?? 0);
      if (item.status === "given") channels.add(channel);
    }
    for (const channel of channels) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  return Object.fromEntries(
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => [name, known(count)]),
  );
}

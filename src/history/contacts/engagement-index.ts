import { customerTable, known, parseInstant, rollingWindow, unknown, zoneOf } from "../../core/index.js";
import { anything, checkOptions, fields, finite, type OptionRules, refusal, requireShape } from "../../core/shared.js";
import { OUTBOUND } from "../reading/read-interactions.js";
import type { Engagement, EngagementColumns, EngagementOptions, EngagementRow, EngagementTable } from "./engagement.js";
import type { InteractionSummary } from "./interaction-summary.js";

/**
 * How engaged each customer is, from 0 to 100: how recently, how often and in how many ways they were in touch (参与度).
 *
 * index = 100 × weighted mean of recency = 2^(−time since the last interaction / halfLife), frequency = 1 − 2^(−active days / halfDays) and
 * breadth = 1 − 2^(−kinds / halfKinds), the latter two over (asOf − last, asOf]. Own definition
 * (docs/decisions/0074-the-engagement-index.md): no published one is in general use. What the business began (`outbound`) says nothing of the
 * customer and is left out.
 *
 * Unknown for a customer without any interaction: nothing recorded is not the same as not engaged.
 * @throws INVALID_OPTIONS, INVALID_DURATION
 * @example
 * import { engagementIndex, summarizeInteractions } from "clientele/history";
 * const visit = (id: string, customerId: string, at: string) => ({ id, customerId, at, kind: "visit" }) as const;
 * const summary = summarizeInteractions([visit("1", "ann", "2026-03-01"), visit("2", "ann", "2026-04-01")], { asOf: "2026-04-01T00:00:00Z" });
 * const { engagement } = engagementIndex(summary).at(0);
 * engagement.status === "known" && engagement.value.recency; // => 1
 * engagement.status === "known" && engagement.value.frequency; // ≈ 0.29289
 * engagement.status === "known" && engagement.value.index; // ≈ 52.860
 * @category Interactions
 */
export function engagementIndex(summary: InteractionSummary, options: EngagementOptions = {}): EngagementTable {
  requireShape(summary, "summary", "a summary of summarizeInteractions", "asOf", "timeZone");
  checkOptions<EngagementOptions>(options, optionRules);
  const { halfLife = { days: 30 }, last = { days: 90 }, halfDays = 4, halfKinds = 2 } = options;
  const weights = checkedWeights(options.weights);
  const zone = zoneOf(summary.timeZone);
  const asOf = parseInstant(summary.asOf);
  const halfLifeMs = asOf - rollingWindow(asOf, { last: halfLife }, zone).start;
  const { start } = rollingWindow(asOf, { last }, zone);
  const { offsets, at, directions, kinds } = summary.log;

  const isKnown = new Uint8Array(summary.size);
  const maybe = () => ({ values: new Float64Array(summary.size), known: isKnown });
  const columns = {
    index: maybe(),
    recency: maybe(),
    frequency: maybe(),
    breadth: maybe(),
    activeDays: maybe(),
    kinds: maybe(),
  };
  for (let customer = 0; customer < summary.size; customer++) {
    let latest = Number.NEGATIVE_INFINITY;
    let activeDays = 0;
    let lastDay: number | undefined;
    let kindsMet = 0;
    for (let entry = offsets[customer]!; entry < offsets[customer + 1]!; entry++) {
      if (directions[entry] === OUTBOUND) continue;
      latest = at[entry]!;
      if (latest <= start) continue;
      const day = zone.dayAt(latest);
      if (day !== lastDay) activeDays++;
      lastDay = day;
      kindsMet |= 1 << kinds[entry]!;
    }
    if (latest === Number.NEGATIVE_INFINITY) continue;
    const recency = 2 ** (-(asOf - latest) / halfLifeMs);
    const frequency = 1 - 2 ** (-activeDays / halfDays);
    const breadth = 1 - 2 ** (-bitCount(kindsMet) / halfKinds);
    isKnown[customer] = 1;
    columns.recency.values[customer] = recency;
    columns.frequency.values[customer] = frequency;
    columns.breadth.values[customer] = breadth;
    columns.activeDays.values[customer] = activeDays;
    columns.kinds.values[customer] = bitCount(kindsMet);
    columns.index.values[customer] =
      100 * (weights.recency * recency + weights.frequency * frequency + weights.breadth * breadth);
  }
  const names = Object.keys(columns) as (keyof Engagement)[];
  return customerTable<EngagementRow, EngagementColumns>({
    customerIds: summary.customerIds,
    columns,
    row: (index) => ({
      customerId: summary.customerIds[index]!,
      engagement:
        isKnown[index] === 1
          ? known(Object.fromEntries(names.map((name) => [name, columns[name].values[index]])) as unknown as Engagement)
          : unknown(["interactions"]),
    }),
  });
}

/** Weights that add up to 1. */
function checkedWeights(
  weights: EngagementOptions["weights"] = { recency: 1, frequency: 1, breadth: 1 },
): NonNullable<EngagementOptions["weights"]> {
  const { recency, frequency, breadth } = weights;
  const sum = recency + frequency + breadth;
  if (!(sum > 0 && sum < Number.POSITIVE_INFINITY)) {
    throw refusal("INVALID_OPTIONS", ["weights"], "numbers from 0, not all of them 0", weights);
  }
  return { recency: recency / sum, frequency: frequency / sum, breadth: breadth / sum };
}

const weight = finite({ from: 0 });
const optionRules: OptionRules<EngagementOptions> = {
  halfLife: anything,
  last: anything,
  halfDays: finite({ above: 0 }),
  halfKinds: finite({ above: 0 }),
  weights: fields({ recency: weight, frequency: weight, breadth: weight }),
};

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

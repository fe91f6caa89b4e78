import { ntiles } from "../../math/index.js";
import { formatMoneyEdge, quantileEdges, scoreBelow, scoresBelow } from "./edges.js";
import type { RfmMeasures } from "./rfm-measures.js";
import type { RfmCutPoints, RfmMethod } from "./rfm-scores.js";

/** Scores of the buyers, 1 to bins, and the edges that made them. */
export interface RfmCut {
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
  readonly cutPoints: RfmCutPoints;
}

/** Cuts the measures of a base by one of the three methods. */
export function cutMeasures(measures: RfmMeasures, method: RfmMethod, bins: number, scale: number): RfmCut {
  if (measures.buyers.length === 0) return nobody;
  switch (method) {
    case "quantile":
      return cutByQuantile(measures, bins, scale);
    case "ntile":
      return cutByRank(measures, bins, scale);
    case "nested":
      return cutNested(measures, bins, scale);
  }
}

/** Edges of nobody's values would look real and mean nothing. */
const nobody: RfmCut = {
  recency: new Uint8Array(0),
  frequency: new Uint8Array(0),
  monetary: new Uint8Array(0),
  cutPoints: { daysSinceLast: [], orders: [], net: [] },
};

/** Turns bins of "days since" into scores of recency, and back: few days are the best. */
export const asRecency = (scores: Uint8Array, bins: number): Uint8Array => scores.map((score) => bins + 1 - score);

function cutByQuantile(measures: RfmMeasures, bins: number, scale: number): RfmCut {
  const { daysSinceLast, orders, netMinor } = measures;
  const days = quantileEdges(daysSinceLast, bins);
  const counts = quantileEdges(orders, bins);
  const amounts = quantileEdges(positive(netMinor), bins);
  return {
    recency: asRecency(scoresBelow(daysSinceLast, days), bins),
    frequency: scoresBelow(orders, counts),
    monetary: scoresBelow(netMinor, amounts),
    cutPoints: {
      daysSinceLast: days,
      orders: counts,
      net: amounts.map((edge) => formatMoneyEdge(edge, bins, scale)),
    },
  };
}

/** SQL's NTILE in ascending order of day, count and amount; the base is sorted by id, so position decides between equals. Reported edges are the greatest value of each bin. */
function cutByRank({ daysSinceLast, orders, netMinor }: RfmMeasures, bins: number, scale: number): RfmCut {
  const scored = (values: Float64Array): Uint8Array => Uint8Array.from(ntiles(values, bins));
  // Ordered by the day itself, longest ago first, as in SQL: turning round bins of "days since" would fill the best bins first.
  const recency = scored(daysSinceLast.map((days) => -days));
  const [frequency, monetary] = [scored(orders), scored(netMinor)];
  return {
    recency,
    frequency,
    monetary,
    cutPoints: {
      daysSinceLast: greatestPerBin(daysSinceLast, asRecency(recency, bins), bins),
      orders: greatestPerBin(orders, frequency, bins),
      net: greatestPerBin(netMinor, monetary, bins).map((edge) => formatMoneyEdge(edge, 1, scale)),
    },
  };
}

function greatestPerBin(values: Float64Array, scores: Uint8Array, bins: number): number[] {
  const greatest = new Array<number>(bins).fill(Number.NEGATIVE_INFINITY);
  values.forEach((value, index) => {
    const bin = scores[index]! - 1;
    if (value > greatest[bin]!) greatest[bin] = value;
  });
  const edges = greatest.slice(0, bins - 1);
  for (let bin = 0; bin < edges.length; bin++) {
    if (edges[bin] === Number.NEGATIVE_INFINITY) edges[bin] = bin === 0 ? 0 : edges[bin - 1]!;
  }
  return edges;
}

function cutNested(measures: RfmMeasures, bins: number, scale: number): RfmCut {
  const { daysSinceLast, orders, netMinor } = measures;
  const flat = cutByQuantile(measures, bins, scale);
  const frequency = new Uint8Array(orders.length);
  const monetary = new Uint8Array(orders.length);
  const orderEdges: number[][] = [];
  const netEdges: string[][][] = [];
  for (let r = 1; r <= bins; r++) {
    const inRecency = positionsWhere(daysSinceLast.length, (row) => flat.recency[row] === r);
    const edges = quantileEdges(pick(orders, inRecency), bins);
    for (const row of inRecency) frequency[row] = scoreBelow(orders[row]!, edges);
    orderEdges.push(edges);
    netEdges.push([]);
    for (let f = 1; f <= bins; f++) {
      const inBoth = inRecency.filter((row) => frequency[row] === f);
      const amounts = quantileEdges(positive(pick(netMinor, inBoth)), bins);
      for (const row of inBoth) monetary[row] = scoreBelow(netMinor[row]!, amounts);
      netEdges[r - 1]!.push(amounts.map((edge) => formatMoneyEdge(edge, bins, scale)));
    }
  }
  const cutPoints = { ...flat.cutPoints, nested: { orders: orderEdges, net: netEdges } };
  return { recency: flat.recency, frequency, monetary, cutPoints };
}

function positive(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) if (values[row]! > 0) kept[count++] = values[row]!;
  return kept.subarray(0, count);
}

const pick = (values: Float64Array, positions: readonly number[]): Float64Array =>
  Float64Array.from(positions, (row) => values[row]!);

function positionsWhere(length: number, test: (row: number) => boolean): number[] {
  const positions: number[] = [];
  for (let row = 0; row < length; row++) if (test(row)) positions.push(row);
  return positions;
}

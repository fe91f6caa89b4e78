import type { ClienteleError } from "../../core/index.js";
import { anything, fields, listOf, optional, type Rule, refusal } from "../../core/shared.js";
import { readMoneyEdge, scoreBelow, scoresBelow } from "./edges.js";
import { asRecency, type RfmCut } from "./rfm-cuts.js";
import type { RfmMeasures } from "./rfm-measures.js";
import type { RfmCutPoints } from "./rfm-scores.js";

/** Cut points that have the three lists of edges, with an edge at least; how many of what is checked where they are used. */
export const cutPointsRule: Rule = fields({
  daysSinceLast: listOf(anything, 1),
  orders: anything,
  net: anything,
  nested: optional(fields({ orders: anything, net: anything })),
});

/** Scores the measures by edges given by the caller: fixed thresholds, or those of an earlier base. */
export function cutByGivenEdges(measures: RfmMeasures, cutPoints: RfmCutPoints, bins: number, scale: number): RfmCut {
  const { daysSinceLast, orders, netMinor } = measures;
  const readNumbers = (edges: readonly number[], path: Path): number[] => checkedNumbers(edges, bins, path);
  const readMoney = (edges: readonly string[], path: Path): number[] => checkedMoney(edges, bins, scale, path);
  const days = readNumbers(cutPoints.daysSinceLast, ["cutPoints", "daysSinceLast"]);
  const recency = asRecency(scoresBelow(daysSinceLast, days), bins);
  if (cutPoints.nested === undefined) {
    const counts = readNumbers(cutPoints.orders, ["cutPoints", "orders"]);
    const amounts = readMoney(cutPoints.net, ["cutPoints", "net"]);
    return {
      recency,
      frequency: scoresBelow(orders, counts),
      monetary: scoresBelow(netMinor, amounts),
      cutPoints,
    };
  }
  const path: Path = ["cutPoints", "nested"];
  const counts = checkedGroups(cutPoints.nested.orders, bins, [...path, "orders"]).map((edges, r) =>
    readNumbers(edges, [...path, "orders", r]),
  );
  const amounts = checkedGroups(cutPoints.nested.net, bins, [...path, "net"]).map((groups, r) =>
    checkedGroups(groups, bins, [...path, "net", r]).map((edges, f) => readMoney(edges, [...path, "net", r, f])),
  );
  const frequency = Uint8Array.from(orders, (value, row) => scoreBelow(value, counts[recency[row]! - 1]!));
  const monetary = Uint8Array.from(netMinor, (value, row) =>
    scoreBelow(value, amounts[recency[row]! - 1]![frequency[row]! - 1]!),
  );
  return { recency, frequency, monetary, cutPoints };
}

type Path = readonly (string | number)[];

function checkedGroups<T>(groups: readonly T[], bins: number, path: Path): readonly T[] {
  if (Array.isArray(groups) && groups.length === bins) return groups;
  throw refused(path, `${bins} groups of edges, one per score`, groups);
}

function checkedNumbers(edges: readonly number[], bins: number, path: Path): number[] {
  if (Array.isArray(edges) && edges.every((edge) => Number.isFinite(edge))) return checkedAscending(edges, bins, path);
  throw refused(path, `${bins - 1} finite numbers, ascending`, edges);
}

function checkedMoney(edges: readonly string[], bins: number, scale: number, path: Path): number[] {
  if (!Array.isArray(edges)) throw refused(path, `${bins - 1} decimal strings, ascending`, edges);
  return checkedAscending(
    edges.map((edge, index) => {
      const minor = readMoneyEdge(edge, scale);
      if (minor === undefined) throw refused([...path, index], "a decimal string", edge);
      return minor;
    }),
    bins,
    path,
  );
}

function checkedAscending(edges: readonly number[], bins: number, path: Path): number[] {
  const ascending = edges.every((edge, index) => index === 0 || edge >= edges[index - 1]!);
  if (ascending && edges.length === bins - 1) return [...edges];
  throw refused(path, `${bins - 1} edges for ${bins} bins, ascending`, edges);
}

function refused(path: Path, expected: string, received: unknown): ClienteleError {
  return refusal("INVALID_OPTIONS", path, expected, received, "Pass the cutPoints of an earlier scoreRfm as they are");
}

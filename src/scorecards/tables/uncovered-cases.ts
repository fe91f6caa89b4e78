/** Per column: which regions a row holds. */
export type Box = readonly (readonly boolean[])[];

/** How many steps the search may take; past that it gives up and says so. */
const STEPS = 100_000;

/** Cases found, one region per column; `complete` where the search came to its end. */
export interface Cases {
  readonly cases: readonly (readonly number[])[];
  readonly complete: boolean;
}

/**
 * The cases within a box that no row holds, at most `limit` of them.
 *
 * Column by column: regions that the same rows hold are one case, and a set of rows that was found to hold all is not asked again.
 * Exponential in the worst case only, hence the limit on steps; tables that people write take a few hundred.
 */
export function uncoveredCases(box: Box, rows: readonly Box[], limit: number): Cases {
  const covered = new Set<string>();
  const cases: (readonly number[])[] = [];
  let steps = 0;
  const search = (column: number, left: readonly number[], chosen: readonly number[]): boolean => {
    const regions = box[column];
    if (regions === undefined) {
      if (left.length === 0) cases.push(chosen);
      return left.length > 0;
    }
    const state = `${column}:${left.join()}`;
    if (covered.has(state)) return true;
    let all = true;
    const seen = new Set<string>();
    for (let region = 0; region < regions.length; region++) {
      if (!regions[region]) continue;
      const still = left.filter((row) => rows[row]?.[column]?.[region]);
      const kind = still.join();
      if (seen.has(kind)) continue;
      seen.add(kind);
      if (++steps > STEPS || cases.length >= limit) return false;
      if (!search(column + 1, still, [...chosen, region])) all = false;
    }
    if (all) covered.add(state);
    return all;
  };
  search(0, [...rows.keys()], []);
  return { cases, complete: steps <= STEPS };
}

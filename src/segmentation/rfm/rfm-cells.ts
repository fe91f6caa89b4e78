import type { RfmMap, RfmMapAxes, RfmMapRule, RfmRange } from "./rfm-map.js";

/** The scores a map looks at: recency and frequency by monetary, by nothing, or jointly. */
export interface RfmCell {
  readonly r: number;
  readonly f: number;
  readonly m: number;
  /** The joint score; only maps with a joint axis read it. */
  readonly fm: number;
}

/** The cell's name on the map's axes: `"55"`, `"555"`, or `"5/4.5"` where the joint score is a mean. */
export function cellCode(cell: RfmCell, axes: RfmMapAxes): string {
  switch (axes) {
    case "r-f-m":
      return `${cell.r}${cell.f}${cell.m}`;
    case "r-f":
      return `${cell.r}${cell.f}`;
    case "r-fm-quintile":
      return `${cell.r}${cell.fm}`;
    case "r-fm-mean":
      return `${cell.r}/${cell.fm}`;
  }
}

/** Every cell that scores from 1 to `bins` can make on the map's axes. */
export function allCells(map: RfmMap): RfmCell[] {
  const scores = Array.from({ length: map.bins }, (_, index) => index + 1);
  const cells: RfmCell[] = [];
  for (const r of scores) {
    if (map.axes === "r-fm-quintile") for (const fm of scores) cells.push({ r, f: 0, m: 0, fm });
    else if (map.axes === "r-fm-mean") {
      for (let twice = 2; twice <= 2 * map.bins; twice++) cells.push({ r, f: 0, m: 0, fm: twice / 2 });
    } else {
      for (const f of scores) for (const m of map.axes === "r-f" ? [0] : scores) cells.push({ r, f, m, fm: 0 });
    }
  }
  return cells;
}

/** Does the rule name this cell? */
export function ruleMatches(rule: RfmMapRule, cell: RfmCell, axes: RfmMapAxes): boolean {
  if ("cells" in rule) return rule.cells.includes(cellCode(cell, axes));
  return within(cell.r, rule.r) && within(cell.f, rule.f) && within(cell.m, rule.m) && within(cell.fm, rule.fm);
}

const within = (score: number, range: RfmRange | undefined): boolean =>
  range === undefined || (score >= range[0] && score <= range[1]);

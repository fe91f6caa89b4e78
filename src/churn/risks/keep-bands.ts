import type { MaybeList } from "../../core/index.js";
import { customerPositions } from "../../core/shared.js";
import type { ScorecardBand } from "../../scorecards/index.js";
import type { ChurnColumns, ChurnRisks } from "./churn-risks.js";

/** The bands after those of before: a band is left only where the score fell `leaveBelow` points under its least. */
export function keepBands(
  { score, band }: Pick<ChurnColumns, "score" | "band">,
  bands: readonly ScorecardBand[],
  leaveBelow: number,
  { customerIds, previous }: { readonly customerIds: ArrayLike<string>; readonly previous: ChurnRisks },
): MaybeList<string> {
  const places = customerPositions(previous.customerIds);
  const before = previous.columns.band;
  const values = Array.from(band.values, (own, customer) => {
    const place = places.get(customerIds[customer]!);
    if (band.known[customer] === 0 || place === undefined || before.known[place] === 0) return own;
    const held = bands.find(({ id }) => id === before.values[place]);
    const reached = bands.find(({ id }) => id === own);
    if (held === undefined || reached === undefined || held.min <= reached.min) return own;
    return score.values[customer]! > held.min - leaveBelow ? held.id : own;
  });
  return { values, known: band.known };
}

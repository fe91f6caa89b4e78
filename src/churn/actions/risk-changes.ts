import type { Reason } from "../../core/index.js";
import { customerPositions } from "../../core/shared.js";
import { requireRisks } from "../risks/assess-churn-risk.js";
import type { ChurnRisks } from "../risks/churn-risks.js";

/** What became of the risks since the last time. */
export interface RiskChanges {
  /** Scored now and not before: new customers, and who came back. */
  readonly entered: readonly string[];
  /** Scored before and not now: lapsed, or gone from the base. */
  readonly left: readonly string[];
  readonly worsened: readonly { readonly customerId: string; readonly from: string; readonly to: string }[];
  readonly improved: readonly { readonly customerId: string; readonly from: string; readonly to: string }[];
  /** Lapsed before, and scored again. */
  readonly wonBack: readonly string[];
  /** Reasons of a kind that were not there before, of who is above the calmest band. */
  readonly newReasons: readonly { readonly customerId: string; readonly reasons: readonly Reason[] }[];
}

/**
 * What changed between two assessments under the same bands. Customers are met by id; lists are in the order of the current one, `left` in that of the previous.
 * @throws INVALID_RISKS
 * @example
 * import { assessChurnRisk, defaultChurnRules, riskChanges } from "clientele/churn";
 * import { baseAt, summarizePurchases } from "clientele/history";
 * const order = (at: string) => ({ id: at, customerId: "ann", at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases(["2026-01-05", "2026-01-15", "2026-01-25", "2026-02-04"].map(order), { asOf: "2026-03-20" });
 * const before = assessChurnRisk(baseAt(base, "2026-02-10"), defaultChurnRules, { horizon: { days: 60 } });
 * const now = assessChurnRisk(base, defaultChurnRules, { horizon: { days: 60 } });
 * riskChanges(before, now).worsened; // => [{ customerId: "ann", from: "low", to: "watch" }]
 * @category Churn
 */
export function riskChanges(previous: ChurnRisks, current: ChurnRisks): RiskChanges {
  requireRisks(previous, ["previous"]);
  requireRisks(current, ["current"]);
  const before = customerPositions(previous.customerIds);
  const now = customerPositions(current.customerIds);
  const isScored = (risks: ChurnRisks, place: number | undefined): boolean =>
    place !== undefined && risks.columns.status[place] === "scored";
  const [entered, wonBack, worsened, improved, newReasons] = [[], [], [], [], []] as [
    string[],
    string[],
    { customerId: string; from: string; to: string }[],
    { customerId: string; from: string; to: string }[],
    { customerId: string; reasons: readonly Reason[] }[],
  ];
  for (let place = 0; place < current.size; place++) {
    if (!isScored(current, place)) continue;
    const customerId = current.customerIds[place]!;
    const earlier = before.get(customerId);
    const to = current.columns.band.values[place]!;
    if (!isScored(previous, earlier)) {
      entered.push(customerId);
      if (earlier !== undefined && previous.columns.status[earlier] === "lapsed") wonBack.push(customerId);
    } else {
      const from = previous.columns.band.values[earlier!]!;
      const step = current.bands.indexOf(to) - current.bands.indexOf(from);
      if (step > 0) worsened.push({ customerId, from, to });
      else if (step < 0) improved.push({ customerId, from, to });
    }
    if (to === current.bands[0]) continue;
    const had = new Set(earlier === undefined ? [] : previous.at(earlier).reasons.map(({ code }) => code));
    const reasons = current.at(place).reasons.filter(({ code }) => !had.has(code));
    if (reasons.length > 0) newReasons.push({ customerId, reasons });
  }
  const left = Array.from(previous.customerIds).filter(
    (id, place) => isScored(previous, place) && !isScored(current, now.get(id)),
  );
  return { entered, left, worsened, improved, wonBack, newReasons };
}

import { type DayNumber, readDay } from "../../core/index.js";
import { type ContractStanding, contractStanding } from "./contract-standing.js";
import type { Memory } from "./earlier-stages.js";
import { fading } from "./fading.js";
import { fadingStages, type LifecycleStage } from "./lifecycle-stage.js";
import type { JudgedStage } from "./stage-grounds.js";
import type { StageInputs } from "./stage-inputs.js";

/**
 * The stage of a customer as of their day. What comes first decides: contracts, no purchase, the first purchase's age, a return,
 * a season, the days since the last purchase.
 */
export function judgeStage(inputs: StageInputs, customer: number, memory: Memory | undefined): JudgedStage {
  const { purchases, today, wonBackDays } = inputs;
  const from = purchases.offsets[customer]!;
  const to = purchases.offsets[customer + 1]!;
  const earlier = memory?.stage.status === "known" ? memory.stage.value : undefined;
  const judged = standing(inputs, customer, from, to, today, inputs.asOf, earlier);
  if (judged.grounds.kind !== "recency" && judged.grounds.kind !== "season") return judged;
  const remembered = memory?.returned == null ? undefined : readDay(memory.returned);
  for (let row = to - 1; row > from; row--) {
    const day = purchases.days[row]!;
    if (today - day > wonBackDays) break;
    if (day === remembered || cameBack(inputs, customer, from, row, memory, earlier)) {
      return { stage: "won-back", grounds: { kind: "returned", day, away: day - purchases.days[row - 1]! } };
    }
  }
  return judged;
}

/** Whether the purchase in a row ended an absence: by what was said at the earlier date, or by the stage on the eve of the purchase. */
function cameBack(
  inputs: StageInputs,
  customer: number,
  from: number,
  row: number,
  memory: Memory | undefined,
  earlier: LifecycleStage | undefined,
): boolean {
  const { days } = inputs.purchases;
  const day = days[row]!;
  if (memory !== undefined && isAway(earlier) && day > memory.day && days[row - 1]! <= memory.day) return true;
  const eve = inputs.zone.startOfDay(day) - 1;
  return isAway(standing(inputs, customer, from, row, day - 1, eve, undefined).stage);
}

const isAway = (stage: LifecycleStage | undefined): boolean => stage === "dormant" || stage === "lost";

/** The stage at an instant, the purchases in the rows `from` to `to` (exclusive) having been made; returns are not looked at. */
function standing(
  inputs: StageInputs,
  customer: number,
  from: number,
  to: number,
  today: DayNumber,
  at: number,
  earlier: LifecycleStage | undefined,
): JudgedStage {
  const { days } = inputs.purchases;
  const first = to > from ? days[from]! : undefined;
  const last = to > from ? days[to - 1]! : undefined;
  const terms = inputs.contracts.get(inputs.customerIds[customer]!);
  const contract = terms === undefined ? undefined : contractStanding(terms, at, inputs.zone, inputs.rules);
  if (contract !== undefined && (contract.kind !== "ended" || last === undefined || last <= contract.end)) {
    return { stage: stageUnder(inputs, contract, today, first), grounds: { kind: "contract", standing: contract } };
  }
  if (first === undefined || last === undefined) return { stage: "prospect", grounds: { kind: "no-purchase" } };
  if (today - first <= inputs.newDays) {
    return { stage: "new", grounds: { kind: "first-purchase", days: today - first } };
  }
  const season = inputs.seasonOf(from, to, today);
  if (season === undefined || inputs.rules.seasons === null)
    return fading(inputs, customer, from, to, today - last, earlier);
  const { active, atRisk, dormant } = inputs.rules.seasons.upTo;
  const passed = [active, atRisk, dormant].filter((bound) => season.missed > bound).length;
  return { stage: fadingStages[passed], grounds: { kind: "season", season } };
}

/** The stage that a contract decides. */
function stageUnder(
  inputs: StageInputs,
  contract: ContractStanding,
  today: DayNumber,
  firstPurchase: DayNumber | undefined,
): LifecycleStage {
  switch (contract.kind) {
    case "ended":
      return "lost";
    case "ends":
      return "at-risk";
    case "runs": {
      const first = Math.min(contract.first, firstPurchase ?? contract.first);
      if (today - first <= inputs.newDays) return "new";
      const resumed = contract.ended !== undefined && today - contract.since <= inputs.wonBackDays;
      return resumed ? "won-back" : "active";
    }
  }
}

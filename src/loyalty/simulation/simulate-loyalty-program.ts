import { addDuration, parseDuration } from "../../core/index.js";
import {
  anything,
  checkOptions,
  fields,
  finite,
  type OptionRules,
  parseMoment,
  readBy,
  requireList,
  satisfying,
  whole,
} from "../../core/shared.js";
import { seededRandom } from "../../math/index.js";
import type { Rows, Transaction } from "../../model/index.js";
import { requireRows } from "../../model/shared.js";
import { rulesOf } from "../commands/loyalty-decider.js";
import type { LoyaltyProgram } from "../program/loyalty-program.js";
import { type ReadyProgram, readyProgram } from "../program/ready-program.js";
import type { LoyaltySimulation, SimulationAssumptions } from "./loyalty-simulation.js";
import { ordersStandApart, runningApart } from "./run-apart.js";
import { type MemberHistory, memberHistories, type Redeeming, runMember } from "./run-member.js";
import { summed } from "./sum-runs.js";

/**
 * A proposed programme over real history, before it is launched: what it would have given, cost and owed.
 *
 * Orders and their refunds run through the very rules of `loyaltyDecider`, in the order of time, so without assumed redemption the accounts are those of
 * folding real commands. Members behave as they did: what a programme is meant to change is not guessed (first warning). Guests, transactions that are not
 * completed, refunds that name no order and orders in currencies without a rate count nothing, and are told. Customers are independent, so
 * the order of input changes nothing.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS also for a programme that says not what points are worth, INVALID_ROWS, and what is wrong with a transaction
 * @example
 * import { defineLoyaltyProgram, simulateLoyaltyProgram } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 *   redemption: { points: 100, worth: { amount: "1.00", currency: "EUR" } },
 * });
 * const order = (id: string, at: string, amount: string) => ({ id, customerId: "ann", at, amount, currency: "EUR" });
 * const found = simulateLoyaltyProgram([order("1", "2026-01-05", "99.50"), order("2", "2026-02-05", "0.90")], program, { asOf: "2026-03-01" });
 * [found.issued, found.ordersEarningNothing, found.lostToRounding, found.liability.amount]; // => [99, 1, "1.4", "0.99"]
 * @category Simulation
 */
export function simulateLoyaltyProgram(
  transactions: Rows<Transaction>,
  program: LoyaltyProgram,
  assumptions: SimulationAssumptions,
): LoyaltySimulation {
  checkOptions<SimulationAssumptions>(assumptions, assumptionRules, ["asOf"], ["assumptions"]);
  requireRows(transactions, ["transactions"]);
  const ready = readyProgram(program);
  const asOf = parseMoment(assumptions.asOf, {
    timeZone: program.timeZone,
    dayAs: "end",
    path: ["assumptions", "asOf"],
  });
  const { members, ignored } = memberHistories(transactions, ready, asOf);
  const random = seededRandom(assumptions.seed ?? 1);
  const apart = ordersStandApart(ready) ? runningApart(ready, asOf) : undefined;
  const rules = rulesOf(ready);
  const runs = members.map((member) => {
    const redeeming = redemptionsOf(member, ready, assumptions, asOf, random());
    return apart?.(member, redeeming) ?? runMember(member, ready, rules, asOf, redeeming);
  });
  return summed(runs, ready, asOf, assumptions, ignored);
}

/**
 * The same history under several programmes, side by side.
 * @throws as {@link simulateLoyaltyProgram}
 * @example continued
 * import { compareLoyaltyPrograms } from "clientele/loyalty";
 * const double = { ...program, id: "double", earning: { rules: [{ id: "spend", rates: { EUR: { points: "2", per: "1.00" } } }] } };
 * const [one, two] = compareLoyaltyPrograms([order("1", "2026-01-05", "99.50")], [program, double], { asOf: "2026-03-01" });
 * [one?.issued, two?.issued]; // => [99, 199]
 * @category Simulation
 */
export function compareLoyaltyPrograms(
  transactions: Rows<Transaction>,
  programs: readonly LoyaltyProgram[],
  assumptions: SimulationAssumptions,
): readonly LoyaltySimulation[] {
  requireList(programs, "programs");
  requireRows(transactions, ["transactions"]);
  const rows = [...transactions];
  return programs.map((program) => simulateLoyaltyProgram(rows, program, assumptions));
}

const assumptionRules: OptionRules<SimulationAssumptions> = {
  asOf: anything,
  redemption: fields({ share: finite({ from: 0, to: 1 }), every: readBy(parseDuration) }),
  seed: whole(),
  groups: satisfying("a map from customer to class", (groups) => typeof Object(groups).get === "function"),
  marginRate: finite({ from: 0, to: 1 }),
};

function redemptionsOf(
  { transactions }: MemberHistory,
  { zone }: ReadyProgram,
  { redemption }: SimulationAssumptions,
  asOf: number,
  phase: number,
): Redeeming {
  const first = transactions[0]?.at;
  if (redemption === undefined || first === undefined) return { share: 0, moments: [] };
  const length = addDuration(first, redemption.every, zone) - first;
  const moments: number[] = [];
  if (length > 0) for (let at = Math.round(first + length * phase); at <= asOf; at += length) moments.push(at);
  return { share: redemption.share, moments };
}

import type { InstantInput, Issue } from "../../core/index.js";
import { inWords, issueOf, parseMoment } from "../../core/shared.js";
import { sum } from "../account/changes.js";
import { type LoyaltyAccount, type LoyaltyState, own, requireAccount } from "../account/loyalty-state.js";
import { latestNotes } from "../account/notes.js";
import { eachFrom } from "../account/sequence.js";
import { activeShares } from "../account/settle.js";
import { settledAt } from "../reads/points-balance.js";
import { holdingOf } from "../reads/points-statement.js";

/**
 * Everything that must hold of an account, whatever happened: earned − clawed − redeemed − expired + adjusted = what is left in lots and on hold − debt, of
 * each point type; no lot below zero or above what it opened with; no debt while points are active. None where all is well: auditors and
 * tests ask, programmes need not.
 * @throws INVALID_INSTANT
 * @example
 * import { checkLoyaltyInvariants, defineLoyaltyProgram, emptyAccount } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 * });
 * checkLoyaltyInvariants(emptyAccount(program), "2026-05-01"); // => []
 * @category Keeping accounts
 */
export function checkLoyaltyInvariants(account: LoyaltyAccount, at: InstantInput): readonly Issue[] {
  requireAccount(account);
  const instant = parseMoment(at, { dayAs: "end", path: ["at"] });
  const state = settledAt(account.current, instant);
  const issues = [...invariantIssues(account.current), ...invariantIssues(state)];
  for (const pointType of Object.keys(state.debts)) {
    const active = activeShares(state, pointType, instant, false).reduce((all, { lot }) => all + lot.remaining, 0);
    if ((own(state.debts, pointType) ?? 0) > 0 && active > 0) {
      issues.push(fault(["debts", pointType], "no debt while points are active", `${active} active`));
    }
  }
  return issues;
}

/** What does not hold of a state by itself. */
export function invariantIssues(state: LoyaltyState): Issue[] {
  const issues: Issue[] = [];
  const left = new Map<string, number>();
  const add = (pointType: string, points: number): void => {
    left.set(pointType, (left.get(pointType) ?? 0) + points);
  };
  eachFrom(state.lots, 0, ({ id, pointType, opened, remaining, expired }, index) => {
    add(pointType, remaining);
    const isWhole = Number.isSafeInteger(remaining) && remaining >= 0 && expired >= 0 && remaining + expired <= opened;
    if (!isWhole)
      issues.push(fault(["lots", index], `0 to ${opened} points left of ${id}`, `${remaining} and ${expired} expired`));
    if (remaining > 0 && index < state.openFrom) {
      issues.push(fault(["openFrom"], `${index} or less, as ${id} has something left`, `${state.openFrom}`));
    }
  });
  for (const { pointType, shares } of Object.values(state.holds)) add(pointType, sum(shares));
  for (const [pointType, debt] of Object.entries(state.debts)) {
    add(pointType, -debt);
    if (debt < 0) issues.push(fault(["debts", pointType], "a debt from 0", `${debt}`));
  }
  for (const pointType of new Set([...left.keys(), ...Object.keys(state.totals)])) {
    const [held, told] = [left.get(pointType) ?? 0, holdingOf(state, pointType)];
    if (held !== told)
      issues.push(fault(["totals", pointType], `${held} points, as lots, holds and debt say`, `${told}`));
  }
  const named = [
    ...Object.values(state.holds).flatMap(({ shares }) => shares),
    ...[...latestNotes(state.redemptions).values()].flatMap(({ shares }) => shares),
    ...[...latestNotes(state.orders).values()].flatMap(({ lots }) => lots.map((lot) => ({ lot }))),
  ];
  const beyond = named.find(({ lot }) => lot >= state.lots.size);
  if (beyond !== undefined) issues.push(fault(["lots"], `${state.lots.size} lots`, `lot ${beyond.lot}`));
  return issues;
}

const fault = (path: readonly (string | number)[], expected: string, received: string): Issue =>
  issueOf("INVALID_LOYALTY_ACCOUNT", path, expected, inWords(received));

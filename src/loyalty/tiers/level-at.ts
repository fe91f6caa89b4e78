import type { LoyaltyState, Qualifying, TierGrant } from "../account/loyalty-state.js";
import type { ReadyProgram } from "../program/ready-program.js";
import { type Standing, standingAt } from "./walk-tiers.js";

/** The tier in force: the higher of what was reached and what was given. */
export interface TierInForce {
  readonly tier: string | null;
  readonly standing: Standing;
  readonly grant: TierGrant | undefined;
}

/** The tier in force at an instant; `more` is what an order being judged would add. */
export function tierInForce(
  state: LoyaltyState,
  ready: ReadyProgram,
  at: number,
  more: readonly Qualifying[] = [],
): TierInForce {
  const standing = standingAt(state, ready, at, more);
  const levels = ready.tiers?.levels ?? [];
  const rank = (tier: string): number => levels.findIndex(({ id }) => id === tier);
  const given = state.grants
    .filter(({ from, until, tier }) => from <= at && at < until && rank(tier) >= 0)
    .sort((a, b) => rank(b.tier) - rank(a.tier) || b.until - a.until)[0];
  const level = Math.max(standing.level, given === undefined ? -1 : rank(given.tier));
  return {
    tier: levels[level]?.id ?? null,
    standing,
    grant: given !== undefined && rank(given.tier) > standing.level ? given : undefined,
  };
}

/** The id of the tier in force. */
export const levelAt = (
  state: LoyaltyState,
  ready: ReadyProgram,
  at: number,
  more: readonly Qualifying[] = [],
): string | null => tierInForce(state, ready, at, more).tier;

import { type AmountInput, formatInstant, type InstantInput, parseMinorUnits } from "../../core/index.js";
import { parseMoment, refusal } from "../../core/shared.js";
import { accept, type RulingAccepted, type RulingRefused, refuse } from "../../ledger/index.js";
import { evolveState } from "../account/evolve.js";
import type { LoyaltyEvent } from "../account/loyalty-event.js";
import type { LoyaltyState } from "../account/loyalty-state.js";
import { activationOf, activeShares, type OpenShare, openShares, timeEvents } from "../account/settle.js";
import type { LoyaltyRefusal } from "../errors.js";
import type { ReadyProgram } from "../program/ready-program.js";
import { tierInForce } from "../tiers/level-at.js";
import { checkCommand } from "./command-rules.js";
import type { LoyaltyCommand, PairCommand } from "./loyalty-command.js";

type Bare<E> = E extends LoyaltyEvent ? Omit<E, "v" | "at" | "actor"> : never;

/** One command being decided: the state so far, and the events that led there. */
export interface Work {
  readonly ready: ReadyProgram;
  readonly at: number;
  readonly state: LoyaltyState;
  emit(event: Bare<LoyaltyEvent>): void;
}

export const readAt = ({ ready }: Work, instant: InstantInput, ...path: (string | number)[]): number =>
  parseMoment(instant, { timeZone: ready.program.timeZone, path });

/** An instant that comes after the command, or after another instant of it. */
export function readLater(
  work: Work,
  instant: InstantInput,
  path: readonly (string | number)[],
  after: number = work.at,
  name = "at",
): number {
  const found = readAt(work, instant, ...path);
  if (found > after) return found;
  throw refusal("INVALID_LOYALTY_COMMAND", path, `an instant after ${name}`, instant);
}

/** An amount of a command in minor units. */
export function unitsFromZero(amount: AmountInput, scale: number, path: readonly (string | number)[]): number {
  const units = parseMinorUnits(amount, scale, path);
  if (units >= 0) return units;
  throw refusal("INVALID_LOYALTY_COMMAND", path, "an amount from zero", amount);
}

type Command = LoyaltyCommand | PairCommand;
/** What a command does; a refusal undoes all of it. */
export type Body<C extends Command, O> = (
  work: Work,
  command: C,
) => { readonly ok: true; readonly outcome: O } | { readonly ok: false; readonly error: LoyaltyRefusal };

export const done = <O>(outcome: O): { readonly ok: true; readonly outcome: O } => ({ ok: true, outcome });
export const no = (error: LoyaltyRefusal): { readonly ok: false; readonly error: LoyaltyRefusal } => refuse(error);

/** A ruling with the state that its events lead to, which the ledger finds by itself. */
export type Played<O> =
  | RulingRefused<LoyaltyRefusal>
  | (RulingAccepted<LoyaltyEvent, O> & { readonly state: LoyaltyState });

/** Who may be asked for a command: an account that is open, also one that is suspended, or any. */
export type Needs = "open" | "not-closed" | "any";

/**
 * The rule of one command: checks it, lets time do its work, runs the command, lets points pay debts, and records a tier that has changed.
 */
export function ruleOf<C extends Command, O>(
  ready: ReadyProgram,
  needs: Needs,
  body: Body<C, O>,
): (command: C, state: LoyaltyState) => Played<O> {
  return (command, before) => {
    checkCommand(command);
    const at = parseMoment(command.at, { timeZone: ready.program.timeZone, path: ["at"] });
    const { status } = before;
    const isElsewhere = before.merged !== null && command.type !== "unmerge" && command.type !== "sweep";
    if (status === "closed" && (needs !== "any" || isElsewhere)) return refuse({ code: "ACCOUNT_CLOSED" });
    if (status === "suspended" && needs === "open") return refuse({ code: "ACCOUNT_SUSPENDED" });
    const events: LoyaltyEvent[] = [];
    let state = before;
    const happens = (event: LoyaltyEvent): void => {
      events.push(event);
      state = evolveState(state, event);
    };
    const isMerge = command.type === "merge-in";
    const head = {
      v: 1 as const,
      at: formatInstant(at),
      ...(command.actor !== undefined && { actor: command.actor }),
      ...(isMerge && { ofMerge: true as const }),
    };
    const work: Work = {
      ready,
      at,
      get state() {
        return state;
      },
      emit: (event) => happens({ ...head, ...event } as LoyaltyEvent),
    };
    if (command.type !== "unmerge") timeEvents(state, at, ready.isFifo).forEach(happens);
    const result = body(work, command);
    if (!result.ok) return refuse(result.error);
    if (command.type === "unmerge" || command.type === "merge-out")
      return { ...accept(result.outcome, ...events), state };
    // What two accounts owe together arises with their merge.
    timeEvents(state, at, ready.isFifo, isMerge ? at : undefined).forEach(happens);
    if (!isMerge) recordTier(work);
    checkSums(state);
    return { ...accept(result.outcome, ...events), state };
  };
}

function recordTier({ ready, at, state, emit }: Work): void {
  if (ready.tiers === undefined) return;
  const { tier, standing, grant } = tierInForce(state, ready, at);
  if (tier === state.tier.tier) return;
  const validThrough = grant?.until ?? standing.validThrough;
  emit({
    type: "TierChanged",
    from: state.tier.tier,
    to: tier,
    validThrough: validThrough === undefined ? null : formatInstant(validThrough),
  });
}

function checkSums({ totals }: LoyaltyState): void {
  for (const [pointType, sums] of Object.entries(totals)) {
    for (const points of Object.values(sums)) {
      if (Number.isSafeInteger(points)) continue;
      throw refusal("INVALID_LOYALTY_COMMAND", ["points"], `${pointType} up to 2^53 in all`, points);
    }
  }
}

/** What can be spent at the moment of a command, or why it cannot. */
export function spendable(
  { state, at, ready }: Work,
  pointType: string,
  requested: number,
): { readonly shares: readonly OpenShare[]; readonly refused: LoyaltyRefusal | undefined } {
  const shares = activeShares(state, pointType, at, ready.isFifo(pointType));
  const available = shares.reduce((all, { lot }) => all + lot.remaining, 0);
  if (available >= requested) return { shares, refused: undefined };
  const pending = openShares(state, pointType)
    .filter(({ lot, expiry }) => activationOf(lot) > at && expiry > at)
    .reduce((all, { lot }) => all + lot.remaining, 0);
  const shortfall = requested - available;
  return { shares, refused: { code: "INSUFFICIENT_POINTS", requested, available, pending, shortfall } };
}

/** Points that expired with inactivity before something new happens: recorded, so that a new deadline does not revive them. */
export function expireInactive(work: Work, pointType: string, at: number): void {
  const overdue = openShares(work.state, pointType).filter(({ lot, expiry }) => lot.byActivity && expiry <= at);
  expireShares(work, overdue);
}

/** Points that expired before a debt arises must not pay it later: their expiry is recorded first. */
export function expireBeforeDebt(work: Work, pointType: string): void {
  expireShares(
    work,
    openShares(work.state, pointType).filter(({ expiry }) => expiry <= work.at),
  );
}

/** Records the expiry of lots, soonest first. */
export function expireShares(work: Work, shares: readonly OpenShare[]): number {
  if (shares.length === 0) return 0;
  const expired = [...shares]
    .sort((a, b) => a.expiry - b.expiry || a.index - b.index)
    .map(({ lot, index, expiry }) => ({
      lotId: lot.id,
      lot: index,
      points: lot.remaining,
      pointType: lot.pointType,
      expiresAt: formatInstant(expiry),
    }));
  work.emit({ type: "PointsExpired", expired });
  return expired.reduce((all, { points }) => all + points, 0);
}

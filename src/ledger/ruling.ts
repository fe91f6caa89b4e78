/** A command that the rules accept: the events and the answer. */
export interface RulingAccepted<E, O> {
  readonly ok: true;
  readonly events: readonly E[];
  readonly outcome: O;
}

/** A command that the rules refuse, and why. */
export interface RulingRefused<R> {
  readonly ok: false;
  readonly error: R;
}

/**
 * What the rules of a ledger say to one command; the ledger makes a `Decision` of it.
 * @category Ledger
 */
export type Ruling<E, O, R> = RulingAccepted<E, O> | RulingRefused<R>;

/**
 * The command is accepted with this answer and these events.
 * @example
 * import { accept } from "clientele/ledger";
 * accept({ points: 5 }, { type: "PointsEarned", points: 5 }).ok; // => true
 * @category Ledger
 */
export function accept<O, E = never>(outcome: O, ...events: readonly E[]): RulingAccepted<E, O> {
  return { ok: true, events, outcome };
}

/**
 * The command is refused; nothing happens.
 * @example
 * import { refuse } from "clientele/ledger";
 * refuse({ code: "BELOW_MINIMUM", minimum: 500 }); // => { ok: false, error: { code: "BELOW_MINIMUM", minimum: 500 } }
 * @category Ledger
 */
export function refuse<const R extends { readonly code: string }>(error: R): RulingRefused<R> {
  return { ok: false, error };
}

import { requireShape } from "../core/shared.js";
/**
 * A command that was accepted: the events to store, the state after them, and the answer for the caller.
 * @category Ledger
 */
export interface Accepted<S, E, O> {
  readonly ok: true;
  readonly state: S;
  readonly events: readonly E[];
  readonly outcome: O;
  /** The command had been decided before: no events, and the outcome is what it was then. */
  readonly replayed: boolean;
}

/**
 * A command that was refused for a business reason: nothing happened.
 * @category Ledger
 */
export interface Refused<R extends { readonly code: string }> {
  readonly ok: false;
  readonly error: R;
  readonly events: readonly [];
}

/**
 * What a decider answers to a command.
 * @category Ledger
 */
export type Decision<S, E, O, R extends { readonly code: string }> = Accepted<S, E, O> | Refused<R>;

/** What a decision may depend on besides the command and the state. */
export interface DecisionContext {
  /** The version that the caller has read; another one is refused as `VERSION_CONFLICT`. */
  readonly expectedVersion?: number | undefined;
}

/**
 * Commands in, events out. `Outcomes` maps each command type to its outcome, so that each command keeps its own result type.
 *
 * `decide` is pure; `evolve` is total and needs no configuration, clock or zone, because what was decided stands in the events.
 * @category Ledger
 */
export interface Decider<
  S,
  C extends { readonly type: string },
  E,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
> {
  initialState(): S;
  decide<K extends C>(command: K, state: S, context?: DecisionContext): Decision<S, E, Outcomes[K["type"]], R>;
  evolve(state: S, event: E): S;
}

/** The state in which a decider begins. @throws INVALID_ARGUMENT for what is no decider */
export function initialOf<S>(decider: { initialState(): S; evolve: unknown }): S {
  requireShape(decider, "decider", "a decider", "initialState", "evolve");
  return decider.initialState();
}

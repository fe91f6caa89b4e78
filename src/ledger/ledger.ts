import type { InstantInput } from "../core/index.js";
import type { Answers, CommandStamp } from "./answers.js";
import type { Ruling } from "./ruling.js";

/**
 * A command to a ledger: what is asked, when it happened, and the key under which a repeated message is recognised.
 * @category Ledger
 */
export interface LedgerCommand {
  readonly type: string;
  readonly at: InstantInput;
  /** Scoped to the ledger and the command type. Leave it out only where repeating the command is harmless, as with a sweep. */
  readonly key?: string | undefined;
  /** When the host wrote it down; may differ between repeats. */
  readonly recordedAt?: InstantInput | undefined;
  /** Who asked; may differ between repeats. */
  readonly actor?: string | undefined;
}

/** An event as it is stored: the first event of a keyed command carries that command's stamp. */
export type Stamped<E> = E & { readonly command?: CommandStamp | undefined };

/**
 * The state of one ledger. Plain JSON.
 * @category Ledger
 */
export interface Ledger<S> {
  /** The number of events. */
  readonly version: number;
  /** What was answered to which key. */
  readonly answers: Answers;
  /** What the events add up to. */
  readonly current: S;
}

/**
 * The rules of one kind of ledger: how it begins, what it answers to each command, and how an event changes it.
 * They know nothing of keys and versions.
 * @category Ledger
 */
export interface LedgerRules<
  S,
  C extends LedgerCommand,
  E extends object,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
> {
  initialState(): S;
  /** One function per command type. */
  readonly decide: {
    readonly [T in C["type"]]: (command: Extract<C, { readonly type: T }>, state: S) => Ruling<E, Outcomes[T], R>;
  };
  evolve(state: S, event: E): S;
}

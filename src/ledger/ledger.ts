import type { InstantInput } from "../core/index.js";
import { refusal, requireList } from "../core/shared.js";
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

/**
 * An event as it is stored: its place in the stream, what happened, and on the first event of a keyed command the command's stamp. What
 * happened is a piece of its own, so an event may have any field.
 */
export interface Stamped<E> {
  /** 1 for the first event of a ledger. */
  readonly version: number;
  readonly event: E;
  readonly command?: CommandStamp | undefined;
}

/**
 * Bare events as a ledger stores them, counted on from a version: for tests, and for histories from elsewhere.
 * @example
 * import { stampEvents } from "clientele/ledger";
 * stampEvents([{ type: "Opened" }], 4); // => [{ version: 5, event: { type: "Opened" } }]
 * @category Ledger
 */
export function stampEvents<E>(events: Iterable<E>, from = 0): readonly Stamped<E>[] {
  requireList(events, "events");
  if (!Number.isSafeInteger(from)) throw refusal("INVALID_ARGUMENT", ["from"], "a version, a whole number", from);
  return Array.from(events, (event, index) => ({ version: from + index + 1, event }));
}

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
  evolve(state: S, event: E, version: number): S;
}

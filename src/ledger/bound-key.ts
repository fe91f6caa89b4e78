import { formatInstant } from "../core/index.js";
import { canonicalText, jsonCopy, parseMoment, refusal } from "../core/shared.js";
import { type CommandStamp, recallAnswer } from "./answers.js";
import type { Decision, Refused } from "./decider.js";
import type { LedgerRefusal } from "./errors.js";
import { fnv1a64 } from "./fnv1a64.js";
import type { Ledger, LedgerCommand } from "./ledger.js";
import { meaning } from "./meaning.js";

/** A key and the command it is bound to. */
export type BoundKey = Omit<CommandStamp, "outcome">;

/** The key of a command with what it is bound to; undefined where the command has none. */
export function bindKey(
  command: LedgerCommand,
  unbound: ReadonlySet<string>,
  timeZone: string | undefined,
): BoundKey | undefined {
  const { type, key } = command;
  const at = formatInstant(parseMoment(command.at, { timeZone, path: ["at"] }));
  if (key === undefined) return undefined;
  if (typeof key !== "string" || key === "") {
    throw refusal("INVALID_COMMAND", ["key"], "a text that names this message, the same whenever it is repeated", key);
  }
  const payload = Object.entries({ ...command, at }).filter(([field]) => !unbound.has(field));
  return { type, key, at, fingerprint: fnv1a64(canonicalText(Object.fromEntries(payload), meaning)) };
}

/** The answer to a key that was used before, or that can no longer be looked up; undefined for a new one. */
export function answerFromMemory<S, E, O>(
  ledger: Ledger<S>,
  bound: BoundKey,
): Decision<Ledger<S>, E, O, LedgerRefusal> | undefined {
  const { key } = bound;
  const answer = recallAnswer(ledger.answers, bound.type, key);
  if (answer === undefined) {
    const { forgottenBefore } = ledger.answers;
    if (forgottenBefore === null || bound.at >= forgottenBefore) return undefined;
    return refused({ code: "KEY_FORGOTTEN", key, forgottenBefore });
  }
  if (answer.fingerprint !== bound.fingerprint) return refused({ code: "IDEMPOTENCY_CONFLICT", key });
  return { ok: true, state: ledger, events: [], outcome: jsonCopy(answer.outcome) as O, replayed: true };
}

export function refused<R extends { readonly code: string }>(error: R): Refused<R> {
  return { ok: false, error, events: [] };
}

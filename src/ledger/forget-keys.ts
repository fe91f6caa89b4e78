import { formatInstant, type InstantInput } from "../core/index.js";
import { parseMoment } from "../core/shared.js";
import { dropAnswersBefore } from "./answers.js";
import type { Ledger } from "./ledger.js";
import { requireLedger } from "./require-ledger.js";

/**
 * The ledger without its memory of commands dated before an instant: keeps a snapshot small.
 *
 * Forgetting never lets a command take effect twice: a keyed command dated before the horizon is refused as `KEY_FORGOTTEN`, because nobody can
 * tell from this snapshot whether it was seen. Fold the whole stream and decide again to have the exact answer. A forgotten key that names another
 * message, dated after the horizon, is a new key. Nothing else of the ledger changes, and a horizon never moves back.
 * Ninety days suit most queues and webhooks.
 * @throws INVALID_LEDGER, INVALID_INSTANT
 * @example
 * import { accept, forgetKeys, ledgerDecider } from "clientele/ledger";
 * const visits = ledgerDecider({
 *   initialState: () => 0,
 *   decide: { visit: (command: { type: "visit"; key: string; at: string }) => accept(1, { type: "Visited" }) },
 *   evolve: (count) => count + 1,
 * });
 * const old = { type: "visit", key: "v1", at: "2026-01-05T10:00:00Z" } as const;
 * const seen = visits.decide(old, visits.initialState());
 * const small = seen.ok ? forgetKeys(seen.state, "2026-04-01") : visits.initialState();
 * small.current; // => 1
 * const repeat = visits.decide(old, small);
 * repeat.ok ? "" : repeat.error.code; // => "KEY_FORGOTTEN"
 * @category Ledger
 */
export function forgetKeys<S>(ledger: Ledger<S>, before: InstantInput): Ledger<S> {
  requireLedger(ledger);
  const horizon = formatInstant(parseMoment(before, { path: ["before"] }));
  return { ...ledger, answers: dropAnswersBefore(ledger.answers, horizon) };
}

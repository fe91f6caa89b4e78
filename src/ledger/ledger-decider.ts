import { checkOptionNames, nearestName } from "../core/index.js";
import { refusal } from "../core/shared.js";
import { type CommandStamp, noAnswers, rememberAnswer } from "./answers.js";
import type { Decider, Decision, DecisionContext } from "./decider.js";
import type { LedgerRefusal } from "./errors.js";
import { fold } from "./fold.js";
import { answerFromMemory, bindKey, refused } from "./internal/bound-key.js";
import { requireFactFields, requireRules } from "./internal/require-ledger.js";
import type { Ledger, LedgerCommand, LedgerRules, Stamped } from "./ledger.js";
import type { Ruling } from "./ruling.js";

/** What {@link ledgerDecider} must know of the commands. */
export interface LedgerOptions {
  /** Fields of a command that hold facts about the customer: they may have changed when a message is repeated, so a key is not bound to them. */
  readonly factFields?: readonly string[] | undefined;
}

/** Never part of what a key is bound to: its own scope, and what differs between repeats of one message. */
const UNBOUND = ["type", "key", "recordedAt", "actor"];

/**
 * A decider over bare rules, with keys and versions added once for every kind of ledger.
 *
 * A key is scoped to its ledger and command type and bound to the payload: the command without `recordedAt`, `actor` and the `factFields`,
 * whatever the order of its properties. Same key and payload: no events, and the outcome is what it was then (`replayed: true`), however far the
 * ledger has moved on. Same key, another payload: `IDEMPOTENCY_CONFLICT`. Keys are looked at before `expectedVersion`.
 * The stamp that makes this possible (type, key, instant, fingerprint, outcome) stands on the command's first event, so a fold needs no rules for it.
 * A refused command leaves no trace and may be tried again; so does an accepted one without events, and one without a key.
 * `version` counts events.
 * @throws INVALID_LEDGER, INVALID_OPTIONS, INVALID_COMMAND (a key that is no text), UNKNOWN_COMMAND, INVALID_INSTANT, NOT_JSON
 * @example
 * import { accept, ledgerDecider, refuse, type LedgerRules } from "clientele/ledger";
 * type Spend = { readonly type: "spend"; readonly key: string; readonly at: string; readonly cents: number };
 * type Spent = { readonly type: "Spent"; readonly cents: number };
 * const giftCard: LedgerRules<number, Spend, Spent, { spend: { left: number } }, { code: "TOO_LITTLE" }> = {
 *   initialState: () => 5000,
 *   decide: {
 *     spend: ({ cents }, left) =>
 *       cents <= left ? accept({ left: left - cents }, { type: "Spent", cents }) : refuse({ code: "TOO_LITTLE" }),
 *   },
 *   evolve: (left, event) => left - event.cents,
 * };
 * const decider = ledgerDecider(giftCard);
 * const pay: Spend = { type: "spend", key: "order:7", at: "2026-05-01T10:00:00Z", cents: 1200 };
 * const first = decider.decide(pay, decider.initialState());
 * first.ok && first.outcome; // => { left: 3800 }
 * const again = first.ok && decider.decide(pay, first.state);
 * again && again.ok && again.replayed; // => true
 * again && again.events.length; // => 0
 * @category Ledger
 */
export function ledgerDecider<
  S,
  C extends LedgerCommand,
  E extends object,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
>(
  rules: LedgerRules<S, C, E, Outcomes, R>,
  options: LedgerOptions = {},
): Decider<Ledger<S>, C, Stamped<E>, Outcomes, R | LedgerRefusal> {
  requireRules(rules);
  checkOptionNames(options, ["factFields"]);
  const { factFields = [] } = options;
  requireFactFields(factFields);
  const unbound = new Set([...UNBOUND, ...factFields]);

  const decider: Decider<Ledger<S>, C, Stamped<E>, Outcomes, R | LedgerRefusal> = {
    initialState: () => ({ version: 0, answers: noAnswers, current: rules.initialState() }),

    decide<K extends C>(
      command: K,
      ledger: Ledger<S>,
      context: DecisionContext = {},
    ): Decision<Ledger<S>, Stamped<E>, Outcomes[K["type"]], R | LedgerRefusal> {
      const rule = ruleFor<S, C, E, Outcomes, R, K>(rules, command);
      const bound = bindKey(command, unbound);
      const answered = bound && answerFromMemory<S, Stamped<E>, Outcomes[K["type"]]>(ledger, bound);
      if (answered) return answered;
      const expected = context.expectedVersion;
      if (expected !== undefined && expected !== ledger.version) {
        return refused({ code: "VERSION_CONFLICT", expected, actual: ledger.version });
      }
      const ruling = rule(command, ledger.current);
      if (!ruling.ok) return refused(ruling.error);
      const events = bound ? stamp(ruling.events, { ...bound, outcome: ruling.outcome }) : ruling.events;
      return { ok: true, state: fold(decider, events, ledger), events, outcome: ruling.outcome, replayed: false };
    },

    evolve(ledger, event) {
      const { command } = event;
      return {
        version: ledger.version + 1,
        answers: command ? rememberAnswer(ledger.answers, command) : ledger.answers,
        current: rules.evolve(ledger.current, event),
      };
    },
  };
  return decider;
}

function stamp<E extends object>([first, ...rest]: readonly E[], command: CommandStamp): readonly Stamped<E>[] {
  return first === undefined ? [] : [{ ...first, command }, ...rest];
}

/** The rule for a command. The one place where the type of the command is tied to the type of its rule. */
function ruleFor<
  S,
  C extends LedgerCommand,
  E extends object,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
  K extends C,
>(rules: LedgerRules<S, C, E, Outcomes, R>, command: K): (command: K, state: S) => Ruling<E, Outcomes[K["type"]], R> {
  if (typeof command !== "object" || command === null) {
    throw refusal("INVALID_COMMAND", [], "a command with its type", command);
  }
  const { type } = command;
  if (Object.hasOwn(rules.decide, type)) {
    return rules.decide[type as C["type"]] as unknown as (command: K, state: S) => Ruling<E, Outcomes[K["type"]], R>;
  }
  const known = Object.keys(rules.decide);
  const nearest = nearestName(String(type), known);
  throw refusal(
    "UNKNOWN_COMMAND",
    ["type"],
    `one of ${known.join(", ")}`,
    type,
    nearest === undefined ? undefined : `Did you mean ${nearest}?`,
  );
}

import { zoneOf } from "../core/index.js";
import {
  anything,
  checkOptions,
  didYouMean,
  inWords,
  jsonCopy,
  listOf,
  readBy,
  refusal,
  requireShape,
  text,
} from "../core/shared.js";
import { type CommandStamp, noAnswers, rememberAnswer } from "./answers.js";
import { answerFromMemory, bindKey, refused } from "./bound-key.js";
import type { Decider, Decision, DecisionContext } from "./decider.js";
import type { LedgerRefusal } from "./errors.js";
import { fold } from "./fold.js";
import { type Ledger, type LedgerCommand, type LedgerRules, type Stamped, stampEvents } from "./ledger.js";
import { requireRules } from "./require-ledger.js";
import type { Ruling } from "./ruling.js";

/** What {@link ledgerDecider} must know of the commands. */
export interface LedgerOptions {
  /**
   * Fields of a command that may have changed when a message is repeated, such as facts about the customer: a key is not bound to them.
   * With `"at"` among them, keep keys for as long as repeats may come: `forgetKeys` goes by that instant.
   */
  readonly factFields?: readonly string[] | undefined;
  /** The zone of a bare day as `at`; default `"UTC"`. */
  readonly timeZone?: string | undefined;
}

/** Never part of what a key is bound to: its own scope, and what differs between repeats of one message. */
const UNBOUND = ["type", "key", "recordedAt", "actor"];

/**
 * A decider over bare rules, with keys and versions added once for every kind of ledger.
 *
 * A key is scoped to its ledger and command type and bound to what the payload means: the command without `recordedAt`, `actor` and the
 * `factFields`, whatever the order of its properties and the spelling of its numbers and instants (`10` and `"10.00"`, `…00Z` and `…00.000Z`);
 * a property that is an empty list counts as left out. Same key and payload: no events, and the outcome is what it was then (`replayed: true`), however far the
 * ledger has moved on. Same key, another payload: `IDEMPOTENCY_CONFLICT`. Keys are looked at before `expectedVersion`.
 * The stamp that makes this possible (type, key, instant, fingerprint, outcome) stands on the command's first event, so a fold needs no rules for it.
 * A refused command leaves no trace and may be tried again; so does an accepted one without events, and one without a key.
 *
 * `version` counts events, and every event carries its own: folding one that the ledger already holds changes nothing, and a missing one is
 * refused. Events and outcomes must be plain JSON; what is returned may be changed without harm to the ledger.
 * @throws INVALID_LEDGER, INVALID_OPTIONS, INVALID_COMMAND (a key that is no text), UNKNOWN_COMMAND, INVALID_RULING, INVALID_INSTANT, NOT_JSON,
 *   EVENT_MISSING from `evolve`
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
  checkOptions<LedgerOptions>(options, { factFields: listOf(text), timeZone: readBy(zoneOf) });
  const { factFields = [], timeZone } = options;
  const unbound = new Set([...UNBOUND, ...factFields]);

  const decider: Decider<Ledger<S>, C, Stamped<E>, Outcomes, R | LedgerRefusal> = {
    initialState: () => ({ version: 0, answers: noAnswers, current: rules.initialState() }),

    decide<K extends C>(
      command: K,
      ledger: Ledger<S>,
      context: DecisionContext = {},
    ): Decision<Ledger<S>, Stamped<E>, Outcomes[K["type"]], R | LedgerRefusal> {
      requireShape(ledger, "state", "a state of this decider", "version", "answers", "current");
      const rule = ruleFor<S, C, E, Outcomes, R, K>(rules, command);
      const bound = bindKey(command, unbound, timeZone);
      const answered = bound && answerFromMemory<S, Stamped<E>, Outcomes[K["type"]]>(ledger, bound);
      if (answered) return answered;
      const expected = expectedVersion(context);
      if (expected !== undefined && expected !== ledger.version) {
        return refused({ code: "VERSION_CONFLICT", expected, actual: ledger.version });
      }
      const ruling = requireRuling(rule(command, ledger.current), command.type);
      if (!ruling.ok) return refused(ruling.error);
      const { outcome } = ruling;
      const told = jsonCopy(outcome, ["outcome"]);
      const own = stamp(ruling.events, ledger.version, bound && { ...bound, outcome: told });
      // The caller's events and outcome share nothing with the ledger's.
      const events = own.map((stored, index) => jsonCopy(stored, ["events", index]));
      return { ok: true, state: fold(decider, own, ledger), events, outcome, replayed: false };
    },

    evolve(ledger, { version, event, command }) {
      if (version !== ledger.version + 1) {
        if (version <= ledger.version) return ledger;
        const hint = "Load every event after the snapshot, in order, as it was stored";
        throw refusal("EVENT_MISSING", ["version"], String(ledger.version + 1), version, hint);
      }
      return {
        version,
        answers: command ? rememberAnswer(ledger.answers, command) : ledger.answers,
        current: rules.evolve(ledger.current, event, version),
      };
    },
  };
  return decider;
}

function stamp<E>(events: readonly E[], from: number, command: CommandStamp | undefined): readonly Stamped<E>[] {
  const [first, ...rest] = stampEvents(events, from);
  if (first === undefined) return [];
  return command === undefined ? [first, ...rest] : [{ ...first, command }, ...rest];
}

/** A misspelt `expectedVersion` would switch off the check of versions in silence. */
function expectedVersion(context: DecisionContext): number | undefined {
  for (const name in context) {
    if (name !== "expectedVersion") checkOptions<DecisionContext>(context, { expectedVersion: anything });
  }
  return context.expectedVersion;
}

/** Rules come from a host: what is not a ruling is told as what it is. */
function requireRuling<E, O, R>(ruling: Ruling<E, O, R>, type: string): Ruling<E, O, R> {
  const { ok, events, then } = Object(ruling) as Partial<Record<"ok" | "events" | "then", unknown>>;
  if (ok === false || (ok === true && Array.isArray(events))) return ruling;
  const path = ["rules", "decide", type];
  if (typeof then === "function") throw refusal("INVALID_RULING", path, "a ruling at once", inWords("a promise"));
  if (ok === true) throw refusal("INVALID_RULING", [...path, "events"], "a list of events", events);
  throw refusal("INVALID_RULING", path, "what accept or refuse gives", ruling);
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
  throw refusal("UNKNOWN_COMMAND", ["type"], `one of ${known.join(", ")}`, type, didYouMean(type, known));
}

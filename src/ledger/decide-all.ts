import { isClienteleError } from "../core/index.js";
import { anything, checkOptions, choice, itemsOf, refuseAll } from "../core/shared.js";
import type { Decider, Decision, DecisionContext } from "./decider.js";
import { initialOf } from "./decider.js";

/** How {@link decideAll} goes through its commands. */
export interface DecideAllOptions {
  /** The version before the batch. */
  readonly expectedVersion?: number | undefined;
  /** Go on after a refusal (default), or leave the rest undecided. */
  readonly onRefusal?: "collect" | "stop" | undefined;
}

/** A command of a batch that was refused, and its place in the batch. */
export interface RefusedCommand<C, R> {
  readonly index: number;
  readonly command: C;
  readonly error: R;
}

/** What came of a batch of commands. */
export interface BatchDecision<S, C, E, O, R extends { readonly code: string }> {
  /** The state after the last command that was decided. */
  readonly state: S;
  /** All events, in order. */
  readonly events: readonly E[];
  /** One per command decided, in order; shorter than the batch only where it stopped at a refusal. */
  readonly decisions: readonly Decision<S, E, O, R>[];
  readonly refusals: readonly RefusedCommand<C, R>[];
}

/**
 * Decides many commands for one ledger one after another, each against the state that the one before has left.
 *
 * Two redemptions of the last 100 points in one batch: the first is accepted, the second is refused. A batch is not a transaction:
 * what was accepted before a refusal stands in `events`, and the caller stores it or drops it whole.
 * `expectedVersion` is the version before the batch: it is asked until the first event, so a batch that is repeated whole replays.
 * No commands: the state it started from.
 * @throws INVALID_OPTIONS, and what `decide` throws, with the command's place in the batch in the path
 * @example
 * import { decideAll } from "clientele/ledger";
 * const till = {
 *   initialState: () => 100,
 *   evolve: (left: number, taken: number) => left - taken,
 *   decide: ({ points }: { type: "redeem"; points: number }, left: number) =>
 *     points <= left
 *       ? { ok: true as const, state: left - points, events: [points], outcome: points, replayed: false }
 *       : { ok: false as const, error: { code: "INSUFFICIENT_POINTS" }, events: [] as const },
 * };
 * const batch = decideAll(till, [{ type: "redeem", points: 80 }, { type: "redeem", points: 80 }]);
 * batch.state; // => 20
 * batch.refusals.map((refusal) => refusal.index); // => [1]
 * @category Ledger
 */
export function decideAll<
  S,
  const C extends { readonly type: string },
  E,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
>(
  decider: Decider<S, C, E, Outcomes, R>,
  commands: readonly C[] | Iterable<C>, // the list stands there for the sake of messages: see Rows of model
  from: S = initialOf(decider),
  options: DecideAllOptions = {},
): BatchDecision<S, C, E, Outcomes[C["type"]], R> {
  checkOptions<DecideAllOptions>(options, { expectedVersion: anything, onRefusal: choice(["collect", "stop"]) });
  let state = from;
  const events: E[] = [];
  const decisions: Decision<S, E, Outcomes[C["type"]], R>[] = [];
  const refusals: RefusedCommand<C, R>[] = [];
  for (const command of itemsOf(commands, "commands", "a command with its type", "type")) {
    const context = events.length === 0 ? { expectedVersion: options.expectedVersion } : {};
    const decision = decided(decider, command, state, context, decisions.length);
    decisions.push(decision);
    if (decision.ok) {
      state = decision.state;
      for (const event of decision.events) events.push(event);
    } else {
      refusals.push({ index: decisions.length - 1, command, error: decision.error });
      if (options.onRefusal === "stop") break;
    }
  }
  return { state, events, decisions, refusals };
}

/** What is wrong with a command is told with its place in the batch. */
function decided<
  S,
  C extends { readonly type: string },
  E,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
>(
  decider: Decider<S, C, E, Outcomes, R>,
  command: C,
  state: S,
  context: DecisionContext,
  index: number,
): Decision<S, E, Outcomes[C["type"]], R> {
  try {
    return decider.decide(command, state, context);
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    refuseAll(
      error.issues.map((issue) => ({ ...issue, path: ["commands", index, ...issue.path] })),
      error.code,
    );
    throw error;
  }
}

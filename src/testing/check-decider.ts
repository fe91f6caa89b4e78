import { requireList } from "../core/shared.js";
import { type Decider, fold } from "../ledger/index.js";
import { differences } from "./differences.js";

/** What {@link checkDecider} starts from and how it takes a snapshot. */
export interface CheckDeciderOptions<S> {
  readonly from?: S | undefined;
  /** Writes a state and reads it back, as the host's storage would; default: through JSON. */
  readonly roundTrip?: ((state: S) => S) | undefined;
}

/**
 * Plays commands on a decider and checks what every decider promises; throws an `Error` that names the broken promise and the command.
 *
 * Checked after each command: deciding leaves the state as it was and gives the same answer twice; the new state is the events folded onto the old one;
 * a refusal has no events; a keyed command that left events and is sent again replays with its first outcome, at once and at the end of the story.
 * Checked at the end: events survive JSON and the state survives its round trip; folding the stored events from any point gives the same state.
 * Give it random commands from your own generator; it returns the final state.
 * @example
 * import { checkDecider } from "clientele/testing";
 * const till = {
 *   initialState: () => 0,
 *   evolve: (total: number, event: { cents: number }) => total + event.cents,
 *   decide: (sale: { type: "sale"; cents: number }, total: number) =>
 *     ({ ok: true as const, state: total + sale.cents, events: [{ cents: sale.cents }], outcome: total, replayed: false }),
 * };
 * checkDecider(till, [{ type: "sale", cents: 250 }, { type: "sale", cents: 50 }]); // => 300
 * @category Testing
 */
export function checkDecider<
  S,
  const C extends { readonly type: string; readonly key?: string | undefined },
  E,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
>(decider: Decider<S, C, E, Outcomes, R>, commands: Iterable<C>, options: CheckDeciderOptions<S> = {}): S {
  requireList(commands, "commands");
  const { from = fold(decider, []), roundTrip = json } = options;
  let state = from;
  const stored: E[] = [];
  const answered: { readonly command: C; readonly outcome: unknown }[] = [];
  for (const command of commands) {
    const before = JSON.stringify(state);
    const decision = decider.decide(command, state);
    promise("decides the same twice", command, decision, decider.decide(command, state));
    promise("leaves the state it was given alone", command, before, JSON.stringify(state));
    if (!decision.ok) {
      promise("refuses without events", command, [], decision.events);
      continue;
    }
    promise("gives the state that its events lead to", command, fold(decider, decision.events, state), decision.state);
    state = decision.state;
    stored.push(...decision.events);
    if (command.key !== undefined && decision.events.length > 0) {
      answered.push({ command, outcome: decision.outcome });
      checkReplay(decider, command, decision.outcome, state);
    }
  }
  for (const { command, outcome } of answered) checkReplay(decider, command, outcome, state);
  const events = json(stored);
  promise("writes events that survive JSON", undefined, stored, events);
  promise("keeps a state that survives its round trip", undefined, state, roundTrip(state));
  for (let cut = 0; cut <= events.length; cut += Math.max(1, Math.floor(events.length / 8))) {
    const snapshot = roundTrip(fold(decider, events.slice(0, cut), from));
    promise(`folds from event ${cut} as from the first`, undefined, state, fold(decider, events.slice(cut), snapshot));
  }
  return state;
}

function checkReplay<S, C extends { readonly type: string }, E, Outcomes extends Record<C["type"], unknown>>(
  decider: Decider<S, C, E, Outcomes, { readonly code: string }>,
  command: C,
  outcome: unknown,
  state: S,
): void {
  const again = decider.decide(command, state);
  promise("answers a repeat as before", command, { ok: true, state, events: [], outcome, replayed: true }, again);
}

function promise(words: string, command: unknown, expected: unknown, received: unknown): void {
  const found = [...differences(expected, received), ...differences(received, expected)];
  if (found.length === 0) return;
  const where = command === undefined ? "" : ` at ${JSON.stringify(command)}`;
  throw new Error([`A decider ${words}; this one does not${where}`, ...found].join("\n  "));
}

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

import { requireList, requireShape } from "../core/shared.js";
import { initialOf } from "./decider.js";
/**
 * The state after a series of events, from the beginning or from a snapshot.
 *
 * A left fold by `evolve`: `fold(decider, tail, fold(decider, head))` equals folding all. No events: the state it started from.
 * @example
 * import { fold } from "clientele/ledger";
 * const counter = { initialState: () => 0, evolve: (count: number, by: number) => count + by };
 * fold(counter, [3, 4]); // => 7
 * fold(counter, [5], 7); // => 12
 * @category Ledger
 */
export function fold<S, E>(
  decider: { initialState(): S; evolve(state: S, event: E): S },
  events: Iterable<E>,
  from: S = initialOf(decider),
): S {
  requireList(events, "events");
  requireShape(decider, "decider", "a decider", "evolve");
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}

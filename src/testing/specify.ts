import { type Decider, type Decision, type DecisionContext, fold } from "../ledger/index.js";
import { differences } from "./differences.js";

/** Some of the properties of a value, at any depth. */
export type PartOf<T> = T extends readonly (infer Item)[]
  ? readonly PartOf<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: PartOf<T[K]> }
    : T;

/** What should have come of an accepted command. What is left out is not compared; lists are compared whole. */
export interface ExpectedDecision<S, E, O> {
  readonly events?: readonly PartOf<E>[] | undefined;
  readonly outcome?: PartOf<O> | undefined;
  readonly state?: PartOf<S> | undefined;
  readonly replayed?: boolean | undefined;
}

/** A ledger with a past, ready for a command. */
export interface Given<
  S,
  C extends { readonly type: string },
  E,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
> {
  readonly state: S;
  when<K extends C>(command: K, context?: DecisionContext): When<S, C, E, Outcomes, R, K>;
}

/** A command that was decided, ready to be judged. Each judgement returns the ledger as it then is, so that the story can go on. */
export interface When<
  S,
  C extends { readonly type: string },
  E,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
  K extends C,
> {
  readonly decision: Decision<S, E, Outcomes[K["type"]], R>;
  /** The command is accepted, with this. @throws Error with the differences */
  expect(expected?: ExpectedDecision<S, E, Outcomes[K["type"]]>): Given<S, C, E, Outcomes, R>;
  /** The command is refused with this code and these details. @throws Error with the differences */
  refuses<Code extends R["code"]>(
    code: Code,
    details?: PartOf<Omit<Extract<R, { readonly code: Code }>, "code">>,
  ): Given<S, C, E, Outcomes, R>;
}

/**
 * Tells stories about a decider in any test runner: `given(events).when(command).expect({ … })` or `.refuses(code)`, chained as long as you like.
 *
 * The state is folded from the events, as a host would do it. Only what you write is compared.
 * A story that does not hold throws an `Error` that lists what differs.
 * @example
 * import { accept, ledgerDecider, refuse, stampEvents, type LedgerRules } from "clientele/ledger";
 * import { specify } from "clientele/testing";
 * type Spend = { readonly type: "spend"; readonly at: string; readonly cents: number };
 * type CardEvent = { readonly type: "Loaded" | "Spent"; readonly cents: number };
 * const giftCard: LedgerRules<number, Spend, CardEvent, { spend: { left: number } }, { code: "TOO_LITTLE" }> = {
 *   initialState: () => 0,
 *   decide: {
 *     spend: ({ cents }, left) =>
 *       cents <= left ? accept({ left: left - cents }, { type: "Spent", cents }) : refuse({ code: "TOO_LITTLE" }),
 *   },
 *   evolve: (left, { type, cents }) => (type === "Loaded" ? left + cents : left - cents),
 * };
 * const given = specify(ledgerDecider(giftCard));
 * const at = "2026-05-01T10:00:00Z";
 * given(stampEvents([{ type: "Loaded", cents: 5000 }]))
 *   .when({ type: "spend", at, cents: 3000 })
 *   .expect({ events: [{ version: 2, event: { type: "Spent", cents: 3000 } }], outcome: { left: 2000 } })
 *   .when({ type: "spend", at, cents: 3000 })
 *   .refuses("TOO_LITTLE").state.current; // => 2000
 * @category Testing
 */
export function specify<
  S,
  C extends { readonly type: string },
  E,
  Outcomes extends Record<C["type"], unknown>,
  R extends { readonly code: string },
>(decider: Decider<S, C, E, Outcomes, R>): (events?: Iterable<E>) => Given<S, C, E, Outcomes, R> {
  const given = (state: S): Given<S, C, E, Outcomes, R> => ({
    state,
    when(command, context) {
      const decision = decider.decide(command, state, context);
      const judge = (verdict: string, found: readonly string[]): Given<S, C, E, Outcomes, R> => {
        if (found.length > 0) throw new Error([`${command.type} ${verdict}`, ...found].join("\n  "));
        return given(decision.ok ? decision.state : state);
      };
      return {
        decision,
        expect(expected = {}) {
          if (!decision.ok) return judge("should be accepted", [`it was refused: ${JSON.stringify(decision.error)}`]);
          return judge("came out differently", differences(expected, decision));
        },
        refuses(code, details) {
          if (decision.ok) return judge(`should be refused as ${code}`, [`it was accepted: ${accepted(decision)}`]);
          return judge("was refused differently", differences({ ...details, code }, decision.error));
        },
      };
    },
  });
  return (events = []) => given(fold(decider, events));
}

const accepted = ({ events, outcome }: { readonly events: unknown; readonly outcome: unknown }): string =>
  JSON.stringify({ events, outcome });

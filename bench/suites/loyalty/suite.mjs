import { ownTimeGoal } from "../../internal/goals.mjs";

const contender = (name, traits = {}) => ({ module: "./loyalty/clientele.mjs", name, question: name, ...traits });

/** Events that are folded again, every one of them keyed. No peer keeps lots and keys. */
export const loyaltyReplay = {
  title: "Accounts of points, by events",
  sizes: [1_000_000],
  baseline: "accounts of 40 events",
  contenders: {
    "accounts of 40 events": contender("replayMany"),
    "one account": contender("replayOne"),
    "its balance, a million times": contender("balance", { once: true }),
  },
  goals: (times) => ({
    ...ownTimeGoal("a million events of accounts of 40 in at most 1 s", times["accounts of 40 events"], 1000),
    ...ownTimeGoal("a million events of one account in at most 1 s", times["one account"], 1000),
    ...ownTimeGoal("a balance in at most 1 µs, whatever the history", times["its balance, a million times"], 1000),
  }),
};

/** What orders of five lines would earn. */
export const loyaltyQuote = {
  title: "Quotes of five-line orders",
  sizes: [100_000],
  baseline: "quoteEarn",
  contenders: { quoteEarn: contender("quote") },
  goals: (times) => ownTimeGoal("100,000 in at most 1 s", times.quoteEarn, 1000),
};

/** A programme over history before its launch. */
export const loyaltySimulation = {
  title: "A simulated programme, by orders",
  sizes: [100_000],
  baseline: "simulate",
  contenders: { simulate: contender("simulate"), "without redemption": contender("simulateEarning") },
  goals: (times) => ownTimeGoal("a million orders a second", times["without redemption"], 100),
};

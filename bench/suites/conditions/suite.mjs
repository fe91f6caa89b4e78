import { ownTimeGoal, timeGoal } from "../../internal/goals.mjs";

const contender = (file, name, traits = {}) => ({ module: `./conditions/${file}.mjs`, name, ...traits });

/** Any of four groups of five leaves over attributes of which 5 % are missing. The library judges in three values, the peers in two. */
export const ruleOverAttributes = {
  title: "A rule of 20 attribute leaves",
  sizes: [100_000, 1_000_000],
  baseline: "clientele rows",
  contenders: {
    "clientele rows": contender("attributes-clientele", "rows"),
    "clientele batch": contender("attributes-clientele", "batch"),
    "clientele explain": contender("attributes-clientele", "explained", { upTo: 100_000 }),
    mingo: contender("attributes-peers", "mingo", { upTo: 100_000 }),
    "json-logic-js": contender("attributes-peers", "jsonLogicJs", { upTo: 100_000 }),
    "json-rules-engine": contender("attributes-peers", "jsonRulesEngine", { upTo: 100_000, once: true }),
  },
  goals: (times, size) =>
    size >= 1_000_000
      ? ownTimeGoal("batch at most 60 ms for a million", times["clientele batch"], 60)
      : {
          ...timeGoal("at least 3 times mingo", times["clientele rows"], times.mingo, 1 / 3),
          ...timeGoal("at least 5 times json-logic-js", times["clientele rows"], times["json-logic-js"], 1 / 5),
          ...timeGoal(
            "at least 100 times json-rules-engine",
            times["clientele rows"],
            times["json-rules-engine"],
            1 / 100,
          ),
          ...ownTimeGoal("explain at most 4 µs a subject", times["clientele explain"], size * 0.004),
        },
};

/** Four windowed aggregates over 7.5 orders a customer. */
export const ruleOverWindows = {
  title: "A rule of four windowed aggregates",
  sizes: [100_000],
  baseline: "clientele rows",
  contenders: {
    "clientele rows": contender("windows-clientele", "rows"),
    "clientele batch": contender("windows-clientele", "batch"),
    mingo: contender("windows-peers", "mingo", { once: true }),
    "json-logic-js": contender("windows-peers", "jsonLogicJs", { once: true }),
    "json-rules-engine": contender("windows-peers", "jsonRulesEngine", { once: true }),
  },
  goals: (times) => ({
    ...timeGoal("at least 50 times mingo", times["clientele rows"], times.mingo, 1 / 50),
    ...timeGoal("at least 25 times json-rules-engine", times["clientele rows"], times["json-rules-engine"], 1 / 25),
  }),
};

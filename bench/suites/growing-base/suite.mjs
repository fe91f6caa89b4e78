import { ownTimeGoal } from "../../internal/goals.mjs";

const contender = (name, question) => ({ module: "./growing-base/clientele.mjs", name, question });

/** A base of so many customers, two orders each: appended to, and merged with another. No peer has this. */
export const growingBase = {
  title: "A base that grows, by customers",
  sizes: [1_000_000],
  baseline: "append 10,000",
  contenders: {
    "append 10,000": contender("append", "append"),
    "first read after it": contender("firstRead", "append"),
    "merge, shared ids": contender("mergeShared", "merge"),
    "merge, separate ids": contender("mergeSeparate", "merge"),
  },
  goals: (times) => ({
    ...ownTimeGoal("append at most 5 ms", times["append 10,000"], 5),
    ...ownTimeGoal("merge at most 50 ms with a shared dictionary", times["merge, shared ids"], 50),
    ...ownTimeGoal("merge at most 800 ms with separate ids", times["merge, separate ids"], 800),
  }),
};

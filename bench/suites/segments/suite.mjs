import { ownTimeGoal, timeGoal } from "../../internal/goals.mjs";

const contender = (name, question = name) => ({ module: "./segments/clientele.mjs", name, question });

/** Twenty segments of one shop in one pass, and the one of them that takes longest. */
export const segmentSets = {
  title: "Twenty segments in one pass, by customers",
  sizes: [1_000_000],
  baseline: "the slowest alone",
  contenders: { "all twenty": contender("together"), "the slowest alone": contender("slowest") },
  goals: (times) => timeGoal("twenty at most 3 times the slowest", times["all twenty"], times["the slowest alone"], 3),
};

/** A membership made new, and brought up to date after 1 % of the customers have changed. */
export const segmentMembership = {
  title: "A membership kept up to date, by customers",
  sizes: [1_000_000],
  baseline: "made new",
  contenders: {
    "made new": { ...contender("whole"), once: true },
    "1 % changed": contender("updated"),
  },
  goals: (times) => timeGoal("an update at least 20 times as fast", times["1 % changed"], times["made new"], 1 / 20),
};

/** Ten classifications of one base, one after the other. */
export const segmentClasses = {
  title: "Every classification of a base, by customers",
  sizes: [100_000],
  baseline: "all ten",
  contenders: { "all ten": contender("classes") },
  goals: (times) => ownTimeGoal("100,000 customers in at most 400 ms", times["all ten"], 400),
};

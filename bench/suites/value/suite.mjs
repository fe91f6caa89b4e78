import { ownTimeGoal } from "../../internal/goals.mjs";

const contender = (name) => ({ module: "./value/clientele.mjs", name, question: name });

const goals = (limits) => (times) =>
  Object.assign(
    {},
    ...Object.entries(limits).map(([name, most]) => ownTimeGoal(`${name} in at most ${most} ms`, times[name], most)),
  );

const fits = {
  "BG/NBD": contender("bgNbd"),
  "Pareto/NBD": contender("paretoNbd"),
  "gamma-gamma": contender("gammaGamma"),
};

/** Fits with standard errors. Recorded elsewhere, not here: Python's lifetimes takes seconds for the larger ones, R's CLVTools more. */
export const valueFits = {
  title: "Models of buying and spending, with standard errors, by simulated customers",
  sizes: [23_570],
  baseline: "BG/NBD",
  contenders: fits,
  goals: goals({ "BG/NBD": 30, "Pareto/NBD": 200, "gamma-gamma": 15 }),
};

/** The larger set, and a year of value for everybody. */
export const valueOfMany = {
  title: "The same for more customers, and twelve months of value",
  sizes: [95_000],
  baseline: "BG/NBD",
  contenders: { ...fits, "value of 12 months": contender("lifetimeValue") },
  goals: goals({ "BG/NBD": 150, "Pareto/NBD": 1800, "gamma-gamma": 120, "value of 12 months": 150 }),
};

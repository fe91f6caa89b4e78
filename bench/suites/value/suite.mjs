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

/**
 * What others took, recorded once on data of the same sizes (CDNOW sample and master, two years of a made-up shop): Python's
 * lifetimes 0.11.3 (its Pareto/NBD without standard errors), R's CLVTools in CPU time. Milliseconds.
 */
const recorded = {
  2357: {
    "lifetimes BG/NBD": 56,
    "lifetimes Pareto/NBD": 350,
    "lifetimes gamma-gamma": 36,
    "CLVTools BG/NBD": 2340,
    "CLVTools Pareto/NBD": 1010,
    "CLVTools gamma-gamma": 670,
  },
  23570: {
    "lifetimes BG/NBD": 250,
    "lifetimes Pareto/NBD": 4050,
    "lifetimes gamma-gamma": 58,
    "CLVTools BG/NBD": 11_900,
    "CLVTools Pareto/NBD": 4470,
    "CLVTools gamma-gamma": 1970,
  },
  95000: {
    "lifetimes BG/NBD": 740,
    "lifetimes Pareto/NBD": 22_030,
    "lifetimes gamma-gamma": 310,
    "lifetimes value of 12 months": 590,
    "CLVTools BG/NBD": 42_820,
    "CLVTools Pareto/NBD": 29_810,
    "CLVTools gamma-gamma": 2460,
  },
};
const limits = {
  2357: { "BG/NBD": 5, "Pareto/NBD": 25, "gamma-gamma": 2 },
  23570: { "BG/NBD": 30, "Pareto/NBD": 200, "gamma-gamma": 15 },
};

/** Fits with standard errors, of as many customers as CDNOW's sample and master have. */
export const valueFits = {
  title: "Models of buying and spending, with standard errors, by simulated customers",
  sizes: [2_357, 23_570],
  baseline: "BG/NBD",
  contenders: fits,
  recorded,
  goals: (times, size) => goals(limits[size] ?? {})(times),
};

/** The larger set, and a year of value for everybody. */
export const valueOfMany = {
  title: "The same for more customers, and twelve months of value",
  sizes: [95_000],
  baseline: "BG/NBD",
  contenders: { ...fits, "value of 12 months": contender("lifetimeValue") },
  recorded,
  goals: goals({ "BG/NBD": 150, "Pareto/NBD": 1800, "gamma-gamma": 120, "value of 12 months": 150 }),
};

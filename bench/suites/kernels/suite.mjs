import { ownTimeGoal } from "../../internal/goals.mjs";

const contender = (file, name) => ({ module: `./kernels/${file}.mjs`, name });

/** The local day of an instant. */
export const localDay = {
  title: "Instants → local days in New York",
  sizes: [1_000_000],
  baseline: "zoneOf(…).dayAt",
  contenders: { "zoneOf(…).dayAt": contender("local-day", "zone"), Intl: contender("local-day", "intl") },
  goals: (times) => ownTimeGoal("a local day under 100 ns (a million: 100 ms)", times["zoneOf(…).dayAt"], 100),
};

/** Texts numbered by first sight, which is what reading rows costs most for. */
export const textNumbers = {
  title: "Fresh id strings → numbers",
  sizes: [1_000_000],
  baseline: "text index",
  contenders: { "text index": contender("text-numbers", "index"), Map: contender("text-numbers", "map") },
};

/** Order statistics want positions, not only values. */
export const sorting = {
  title: "Minor units → ascending order",
  sizes: [1_000_000],
  baseline: "sortedPositions",
  contenders: {
    sortedPositions: contender("sorting", "positions"),
    "Float64Array.sort": contender("sorting", "native"),
  },
};

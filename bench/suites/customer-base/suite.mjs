import { growthGoal, memoryGoal, timeGoal } from "../../internal/goals.mjs";

/** Orders in any order → customer base with its calendar + RFM quintiles; the peers only count distinct days. */
export const customerBase = {
  title: "Orders in any order → customer base + RFM quintiles",
  sizes: [1_000_000, 10_000_000],
  baseline: "clientele columns",
  contenders: {
    "clientele columns": { module: "./customer-base/clientele.mjs", name: "columns" },
    "clientele rows": { module: "./customer-base/clientele.mjs", name: "rows" },
    duckdb: { module: "./customer-base/duckdb.mjs", name: "duckdb" },
    "duckdb from rows": { module: "./customer-base/duckdb.mjs", name: "duckdbRows" },
    polars: { module: "./customer-base/polars.mjs", name: "polars" },
    arquero: { module: "./customer-base/arquero.mjs", name: "arquero", upTo: 1_000_000 },
    "naive rows": { module: "./customer-base/naive.mjs", name: "naive", upTo: 1_000_000, once: true },
  },
  goals(times, size, bySize) {
    const at = (name) => times[name];
    const goal = (name, top, bottom, limit) => timeGoal(name, at(top), at(bottom), limit);
    return size >= 10_000_000
      ? {
          ...goal("columns at most 0.7 of DuckDB's time", "clientele columns", "duckdb", 0.7),
          ...goal(
            "rows at most 0.8 of DuckDB's when it takes the same objects",
            "clientele rows",
            "duckdb from rows",
            0.8,
          ),
          ...growthGoal("columns grow at most 14 times from 1 M to 10 M", bySize, "clientele columns", 14),
          ...growthGoal("rows grow at most 14 times from 1 M to 10 M", bySize, "clientele rows", 14),
          ...memoryGoal("columns at most 0.45 of DuckDB's memory", at("clientele columns"), at("duckdb"), 0.45),
        }
      : {
          ...goal("columns at least 60 times naive", "clientele columns", "naive rows", 1 / 60),
          ...goal("rows at least 10 times naive", "clientele rows", "naive rows", 1 / 10),
          ...goal("columns at most 0.7 of DuckDB's time", "clientele columns", "duckdb", 0.7),
          ...goal(
            "rows at most 0.6 of DuckDB's when it takes the same objects",
            "clientele rows",
            "duckdb from rows",
            0.6,
          ),
        };
  },
};

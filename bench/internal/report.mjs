import { median } from "./statistics.mjs";

/** The results for people: one table a suite and size, then the goals with what was measured. */
export function report(machine, results) {
  const head = `Node ${machine.node}, ${machine.cpus} × ${machine.model}, ${machine.memoryGB} GB, load ${machine.loadBefore.toFixed(2)} before and ${machine.loadAfter.toFixed(2)} after${machine.forced ? " (forced)" : ""}`;
  return [head, ...results.map((result) => section(result, results))].join("\n\n");
}

const warmOf = (row) => median(row.warm.length === 0 ? row.cold : row.warm);

const timesOf = ({ rows }) =>
  Object.fromEntries(rows.map((row) => [row.contender, { wall: warmOf(row), peak: row.peakMB }]));

/** One suite at one size in figures: medians of each contender, and its goals with what was measured. */
export function summaryOf({ suite, title, size, rows, baseline, goals, recorded }, results) {
  const base = rows.find((row) => row.contender === baseline) ?? rows[0];
  const bySize = new Map(results.filter((other) => other.suite === suite).map((other) => [other.size, timesOf(other)]));
  return {
    suite,
    title,
    size,
    rows: rows.map((row) => ({
      contender: row.contender,
      warm: row.warm.length === 0 ? "–" : median(row.warm).toFixed(1),
      cold: median(row.cold).toFixed(1),
      cpu: median(row.cpu).toFixed(0),
      ratio: (warmOf(row) / warmOf(base)).toFixed(2),
      peak: row.peakMB.toFixed(0),
      agrees: row.agrees,
    })),
    recorded: Object.entries(recorded ?? {}).map(([name, ms]) => ({ name, ms })),
    goals: Object.entries(goals?.(timesOf({ rows }), size, bySize) ?? {}).map(([goal, said]) => ({ goal, ...said })),
  };
}

function section(result, results) {
  const { title, size, rows, recorded, goals } = summaryOf(result, results);
  const lines = rows.map(({ agrees, ...figures }) => [...Object.values(figures), agrees ? "same" : "DIFFERS"]);
  const header = ["contender", "warm ms", "cold ms", "CPU ms", "× ours", "peak MB", "result"];
  return [
    `${title}, ${size.toLocaleString("en")}`,
    table([header, ...lines]),
    ...recorded.map(({ name, ms }) => `recorded elsewhere  ${name}: ${ms.toLocaleString("en")} ms`),
    ...goals.map(({ goal, measured, ok }) => `${ok ? "met   " : "MISSED"}  ${goal}: ${measured}`),
  ].join("\n");
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join("  "),
    )
    .join("\n");
}

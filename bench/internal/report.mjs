import { median } from "./statistics.mjs";

/** The results for people: one table a suite and size, then the goals with what was measured. */
export function report(machine, results) {
  const head = `Node ${machine.node}, ${machine.cpus} × ${machine.model}, ${machine.memoryGB} GB, load ${machine.loadBefore.toFixed(2)} before and ${machine.loadAfter.toFixed(2)} after${machine.forced ? " (forced)" : ""}`;
  return [head, ...results.map((result) => section(result, results))].join("\n\n");
}

const warmOf = (row) => median(row.warm.length === 0 ? row.cold : row.warm);

const timesOf = ({ rows }) =>
  Object.fromEntries(rows.map((row) => [row.contender, { wall: warmOf(row), peak: row.peakMB }]));

function section({ suite, title, size, rows, baseline, goals, recorded = {} }, results) {
  const base = rows.find((row) => row.contender === baseline) ?? rows[0];
  const lines = rows.map((row) => [
    row.contender,
    row.warm.length === 0 ? "–" : median(row.warm).toFixed(1),
    median(row.cold).toFixed(1),
    median(row.cpu).toFixed(0),
    (warmOf(row) / warmOf(base)).toFixed(2),
    row.peakMB.toFixed(0),
    row.agrees ? "same" : "DIFFERS",
  ]);
  const bySize = new Map(results.filter((other) => other.suite === suite).map((other) => [other.size, timesOf(other)]));
  const met = Object.entries(goals?.(timesOf({ rows }), size, bySize) ?? {});
  const header = ["contender", "warm ms", "cold ms", "CPU ms", "× ours", "peak MB", "result"];
  return [
    `${title}, ${size.toLocaleString("en")}`,
    table([header, ...lines]),
    ...Object.entries(recorded).map(([name, ms]) => `recorded elsewhere  ${name}: ${ms.toLocaleString("en")} ms`),
    ...met.map(([goal, { measured, ok }]) => `${ok ? "met   " : "MISSED"}  ${goal}: ${measured}`),
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

import { formatInstant } from "../../core/index.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { columnsByCollection, tableSource, tableSubject } from "../columns/table-source.js";
import { type CompiledCondition, clockAt, compiledOf } from "../compiling/compiled-condition.js";
import type { RunClock } from "../planning/run-clock.js";
import type { Code } from "../reading/compare-readings.js";
import { makeRowCompiler } from "../rows/make-row-compiler.js";
import type { RowCompiler } from "../rows/subject.js";
import { NEVER } from "./crossings.js";
import { MOST_STEPS, soonestOf } from "./next-change-at.js";

/** What was found of some rows of a table, by row; the others are as they were. */
export interface RowChanges {
  /** 0 false, 1 true, 2 unknown. */
  readonly truth: Uint8Array;
  readonly nextChangeAt: (string | null)[];
}

/**
 * Judges some rows of a table and writes when each may change by itself: {@link nextChangeAt} of every one. All rows go from one possible
 * change to the next together, so that whoever meets the same moment shares what is compiled for it, and no facts are made of a row.
 */
export function judgeWithNextChange<S extends FactSchema>(
  table: FactTable<S>,
  rule: CompiledCondition<S>,
  rows: readonly number[],
  into: RowChanges,
): void {
  const { plan, schema, rows: compiled, looksAtClock } = compiledOf(rule);
  const columns = columnsByCollection(schema, table as FactTable);
  const compilerAt = (clock: RunClock): RowCompiler =>
    makeRowCompiler(clock, tableSource(table as FactTable, columns, clock));
  const subject = tableSubject();
  const first = new Map<number, Code>();
  let meetings = new Map([[compiled.clock.asOf, rows as number[]]]);
  for (let step = 0; meetings.size > 0; step++) {
    const later = new Map<number, number[]>();
    for (const [moment, members] of meetings) {
      const now = compilerAt(step === 0 ? compiled.clock : clockAt(moment, compiled.clock));
      const judge = now.judgeOf(plan);
      const soonest = looksAtClock ? soonestOf(plan, now) : () => NEVER;
      for (const row of members) {
        subject.row = row;
        subject.results = undefined;
        const code = judge(subject);
        if (step === 0) {
          first.set(row, code);
          // As columns write it: twice what may hold, less what surely does.
          into.truth[row] = ((code & 1) << 1) - (code >> 1);
          into.nextChangeAt[row] = null;
        } else if (code !== first.get(row) || step > MOST_STEPS) {
          into.nextChangeAt[row] = formatInstant(moment);
          continue;
        }
        subject.results = undefined;
        const next = soonest(subject);
        if (next === NEVER) continue;
        const met = later.get(next);
        if (met === undefined) later.set(next, [row]);
        else met.push(row);
      }
    }
    meetings = later;
  }
}

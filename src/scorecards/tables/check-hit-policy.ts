import { canonicalJson } from "../../core/index.js";
import { type Checker, choice, distinct, inWords } from "../../core/shared.js";
import type { FactSchema, Field } from "../../model/index.js";
import type { DecisionTable, OutputFields } from "./decision-table.js";
import { rankingOutputs } from "./precedence-of.js";
import { tableCases } from "./table-cases.js";

/** What some hit policies ask of the outputs: one number to aggregate, values in order to rank by. */
export function checkHitPolicy(
  { hitPolicy, aggregation, priority }: Partial<Pick<DecisionTable, "hitPolicy" | "aggregation" | "priority">>,
  outputs: OutputFields,
  check: Checker,
): void {
  const names = Object.keys(outputs);
  if (aggregation !== undefined && hitPolicy !== "collect") {
    check.report(["aggregation"], 'nothing: only hitPolicy "collect" aggregates', aggregation);
  } else if (aggregation !== undefined && names.length !== 1) {
    check.report(["outputs"], `one output for ${aggregation}`, inWords(`${names.length} outputs`));
  } else if (aggregation !== undefined && aggregation !== "count") {
    const [name, field] = Object.entries(outputs)[0] as [string, Field];
    if (field.type !== "number") check.report(["outputs", name, "type"], `number, for ${aggregation}`, field.type);
  }
  if (hitPolicy !== "priority") {
    if (priority !== undefined) check.report(["priority"], 'nothing: only hitPolicy "priority" ranks rows', priority);
    return;
  }
  const ranking = rankingOutputs(outputs);
  const hint = "Give an output of texts its values, the best first";
  if (ranking.length === 0) check.report(["outputs"], "an output with values to rank rows by", names, hint);
  else if (Array.isArray(priority)) {
    for (const [index, name] of priority.entries()) choice(ranking)(name, ["priority", index], check);
    distinct(
      priority.map((name, index) => [name, ["priority", index]]),
      check,
    );
  } else if (priority === undefined && ranking.length > 1) {
    check.report(["priority"], `the outputs that rank rows, of ${ranking.join(", ")}`, priority);
  }
}

/** Do the rows fit together: no case without a row, no row without a case, no case with two rows (`unique`) or two outputs (`any`). */
export function checkCases(table: DecisionTable, schema: FactSchema, check: Checker): void {
  const { gaps, overlaps, unreachable, complete } = tableCases(schema, table);
  if (table.hitPolicy !== "collect" && table.gaps !== "allowed") {
    const hint = 'Add a last row of nulls, or allow gaps with gaps: "allowed"';
    const report = (expected: string, received: unknown, hint?: string): undefined =>
      check.report(["rows"], expected, received, hint, "DECISION_TABLE_GAP");
    for (const { example } of gaps) report("a row for every case", example, hint);
    if (!complete) report("a table small enough to check", inWords("too many cases"));
  }
  for (const { row, coveredBy } of unreachable) {
    const expected = coveredBy.length === 0 ? "cells that some value meets" : "a case that no other row wins";
    const received = coveredBy.length === 0 ? "cells that nothing meets" : `covered by rows ${coveredBy.join(", ")}`;
    check.report(["rows", row, "cells"], expected, inWords(received), undefined, "DECISION_TABLE_UNREACHABLE");
  }
  if (table.hitPolicy !== "unique" && table.hitPolicy !== "any") return;
  const outputs = table.rows.map(({ output }) => canonicalJson(output));
  for (const { rows, example } of overlaps) {
    const [earlier, later] = rows;
    if (table.hitPolicy === "any" && outputs[earlier] === outputs[later]) continue;
    const hint = 'Narrow one of the two, or let one win: hitPolicy "first" or "priority"';
    const expected = `no case of row ${earlier}${table.hitPolicy === "any" ? ", or its output" : ""}`;
    check.report(["rows", later, "cells"], expected, example, hint, "DECISION_TABLE_OVERLAP");
  }
}

import type { Value } from "../../conditions/index.js";
import { type DefinitionChecker, definitionChecker, type Issue, isClienteleError, zoneOf } from "../../core/index.js";
import { defineSchema, type FactSchema, type Field, factReader, isFactGap } from "../../model/index.js";
import { analyzeDecisionTable } from "../analyze-decision-table.js";
import type { DecisionTable, HitPolicy, OutputFields } from "../decision-table.js";
import { type ConditionScope, checkSubject, checkTest, conditionScope } from "./check-conditions.js";
import { checkHead, headKeys } from "./definition-head.js";

type Path = Issue["path"];
const SHAPE = "DECISION_TABLE_SHAPE";
const OUTPUT = "DECISION_TABLE_OUTPUT";
const hitPolicies: readonly HitPolicy[] = ["first", "unique", "collect"];
const outputTypes = ["string", "number", "boolean"] as const;

/** Checks a whole decision table; the checker holds every fault. */
export function checkDecisionTable(json: unknown, schema: FactSchema): DefinitionChecker {
  const check = definitionChecker(SHAPE);
  const keys = [...headKeys, "hitPolicy", "inputs", "outputs", "rows"];
  const table = check.record(json, [], keys, ["label", "parameters", "gaps"]);
  if (table === undefined) return check;
  checkHead(table, check, SHAPE);
  check.choice(table.hitPolicy, hitPolicies, ["hitPolicy"]);
  if (table.gaps !== undefined) check.choice(table.gaps, ["allowed"], ["gaps"]);
  const scope = conditionScope(schema, table.parameters, check);
  const inputs = check.list(table.inputs, ["inputs"], 1) ?? [];
  const sound = inputs.map((input, index) => checkSubject(input, ["inputs", index], scope, check));
  const outputs = checkOutputs(table.outputs, check);
  const ids: (readonly [string, Path])[] = [];
  for (const [index, json] of (check.list(table.rows, ["rows"], 1) ?? []).entries()) {
    const path = ["rows", index];
    const row = check.record(json, path, ["cells", "output"], ["id", "label"]);
    if (row === undefined) continue;
    const id = row.id === undefined ? undefined : check.text(row.id, [...path, "id"]);
    if (id !== undefined) ids.push([id, [...path, "id"]]);
    const cells = check.list(row.cells, [...path, "cells"]);
    if (cells !== undefined) checkCells(cells, [...path, "cells"], inputs, sound, scope, check);
    if (outputs !== undefined) checkOutput(row.output, [...path, "output"], outputs, check);
  }
  check.distinct(ids);
  if (check.issues.length === 0) checkCases(json as DecisionTable, schema, check);
  return check;
}

function checkOutputs(json: unknown, check: DefinitionChecker): OutputFields | undefined {
  try {
    const { attributes } = defineSchema({ attributes: json as OutputFields });
    const allowed = Object.entries(attributes).map(([name, { type }]) =>
      check.choice(type, outputTypes, ["outputs", name, "type"]),
    );
    return allowed.includes(undefined) ? undefined : (attributes as OutputFields);
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    check.adopt(
      (error.issues ?? []).map((issue) => ({ ...issue, path: ["outputs", ...issue.path.slice(1)] })),
      [],
    );
    return undefined;
  }
}

function checkCells(
  cells: readonly unknown[],
  path: Path,
  inputs: readonly unknown[],
  sound: readonly boolean[],
  scope: ConditionScope,
  check: DefinitionChecker,
): void {
  if (cells.length !== inputs.length) {
    check.report(SHAPE, path, `${inputs.length} cells, one per input`, cells.length, "Write null for any value");
    return;
  }
  for (const [input, cell] of cells.entries()) {
    if (cell !== null && sound[input]) checkTest(cell, [...path, input], inputs[input] as Value, scope, check);
  }
}

function checkOutput(json: unknown, path: Path, fields: OutputFields, check: DefinitionChecker): void {
  const output = check.record(json, path, Object.keys(fields));
  if (output === undefined) return;
  for (const [name, field] of Object.entries<Field>(fields)) {
    const value = factReader(field, zoneOf("UTC"))(output[name]);
    if (!isFactGap(value)) continue;
    const expected = field.type === "string" && field.values ? `one of ${field.values.join(", ")}` : `a ${field.type}`;
    check.report(OUTPUT, [...path, name], expected, output[name]);
  }
}

/** Do the rows fit together: no case without a row, no row without a case, and under `unique` no case with two. */
function checkCases(table: DecisionTable, schema: FactSchema, check: DefinitionChecker): void {
  const { gaps, overlaps, unreachable, complete } = analyzeDecisionTable(schema, table);
  if (table.hitPolicy !== "collect" && table.gaps !== "allowed") {
    const hint = 'Add a last row of nulls, or allow gaps with gaps: "allowed"';
    for (const { example } of gaps) check.report("DECISION_TABLE_GAP", ["rows"], "a row for every case", example, hint);
    if (!complete) check.report("DECISION_TABLE_GAP", ["rows"], "a table small enough to check", "too many cases");
  }
  for (const { row, coveredBy } of unreachable) {
    const expected = coveredBy.length === 0 ? "cells that some value meets" : "a case that no row before it takes";
    const received = coveredBy.length === 0 ? "cells that nothing meets" : `covered by rows ${coveredBy.join(", ")}`;
    check.report("DECISION_TABLE_UNREACHABLE", ["rows", row, "cells"], expected, received);
  }
  if (table.hitPolicy !== "unique") return;
  for (const { rows, example } of overlaps) {
    const [earlier, later] = rows;
    const hint = 'Narrow one of the two, or let the first decide: hitPolicy "first"';
    const path = ["rows", later, "cells"];
    check.report("DECISION_TABLE_OVERLAP", path, `no case of row ${earlier}`, example, hint);
  }
}

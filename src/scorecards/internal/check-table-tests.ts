import type { Value } from "../../conditions/index.js";
import { type DefinitionChecker, definitionChecker, type Issue } from "../../core/index.js";
import type { FactSchema } from "../../model/index.js";
import type { HitPolicy } from "../decision-table.js";
import { type ConditionScope, checkSubject, checkTest, conditionScope } from "./check-conditions.js";

type Path = Issue["path"];
type Json = Readonly<Record<string, unknown>>;
/** The code of every part of a decision table that is not what it should be. */
export const TABLE_SHAPE = "DECISION_TABLE_SHAPE";
const hitPolicies: readonly HitPolicy[] = ["first", "unique", "collect"];

/** Checks of a table what an analysis reads: its hit policy, its inputs and the tests in its cells. */
export function checkTableTests(json: unknown, schema: FactSchema): DefinitionChecker {
  const check = definitionChecker(TABLE_SHAPE);
  const { hitPolicy, inputs, rows, parameters } = (json ?? {}) as Json;
  const table = check.record({ hitPolicy, inputs, rows }, [], ["hitPolicy", "inputs", "rows"]);
  if (table !== undefined) checkTests({ ...table, parameters }, schema, check);
  return check;
}

/** Checks the tests of a table, row by row; what else a row holds is for `checkRow`. */
export function checkTests(
  table: Json,
  schema: FactSchema,
  check: DefinitionChecker,
  checkRow?: (row: Json, path: Path) => void,
): void {
  check.choice(table.hitPolicy, hitPolicies, ["hitPolicy"]);
  const scope = conditionScope(schema, table.parameters, check);
  const inputs = check.list(table.inputs, ["inputs"], 1) ?? [];
  const sound = inputs.map((input, index) => checkSubject(input, ["inputs", index], scope, check));
  for (const [index, json] of (check.list(table.rows, ["rows"], 1) ?? []).entries()) {
    const path = ["rows", index];
    const row = check.record(json, path, ["cells"], ["output", "id", "label"]);
    if (row === undefined) continue;
    const cells = check.list(row.cells, [...path, "cells"]);
    if (cells !== undefined) checkCells(cells, [...path, "cells"], inputs, sound, scope, check);
    checkRow?.(row, path);
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
    check.report(TABLE_SHAPE, path, `${inputs.length} cells, one per input`, cells.length, "Write null for any value");
    return;
  }
  for (const [input, cell] of cells.entries()) {
    if (cell !== null && sound[input]) checkTest(cell, [...path, input], inputs[input] as Value, scope, check);
  }
}

import { type DefinitionChecker, definitionChecker, type Issue, isClienteleError, zoneOf } from "../../core/index.js";
import { defineSchema, type FactSchema, type Field } from "../../model/index.js";
import { factReader, isFactGap } from "../../model/shared.js";
import type { DecisionTable, OutputFields } from "../decision-table.js";
import { checkTests, TABLE_SHAPE } from "./check-table-tests.js";
import { checkHead, headKeys } from "./definition-head.js";
import { tableCases } from "./table-cases.js";

type Path = Issue["path"];
const OUTPUT = "DECISION_TABLE_OUTPUT";
const outputTypes = ["string", "number", "boolean"] as const;

/** Checks a whole decision table, and whether its rows fit together; the checker holds every fault. */
export function checkDecisionTable(json: unknown, schema: FactSchema): DefinitionChecker {
  const check = checkTableParts(json, schema);
  if (check.issues.length === 0) checkCases(json as DecisionTable, schema, check);
  return check;
}

/** Checks what a run needs: every part of a table, and not which cases its rows decide, for that takes long in large tables. */
export function checkTableParts(json: unknown, schema: FactSchema): DefinitionChecker {
  const check = definitionChecker(TABLE_SHAPE);
  const keys = [...headKeys, "hitPolicy", "inputs", "outputs", "rows"];
  const table = check.record(json, [], keys, ["label", "parameters", "gaps"]);
  if (table === undefined) return check;
  checkHead(table, check, TABLE_SHAPE);
  if (table.gaps !== undefined) check.choice(table.gaps, ["allowed"], ["gaps"]);
  const outputs = checkOutputs(table.outputs, check);
  const ids: (readonly [string, Path])[] = [];
  checkTests(table, schema, check, (row, path) => {
    const id = row.id === undefined ? undefined : check.text(row.id, [...path, "id"]);
    if (id !== undefined) ids.push([id, [...path, "id"]]);
    if (row.output === undefined) check.report(TABLE_SHAPE, [...path, "output"], "a value", undefined);
    else if (outputs !== undefined) checkOutput(row.output, [...path, "output"], outputs, check);
  });
  check.distinct(ids);
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
  const { gaps, overlaps, unreachable, complete } = tableCases(schema, table);
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

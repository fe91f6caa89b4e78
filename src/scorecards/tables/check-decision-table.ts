import { conditionScope, ruledFields } from "../../conditions/shared.js";
import { type Issue, isClienteleError, zoneOf } from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  choice,
  constant,
  distinct,
  fields,
  type Json,
  listOf,
  localized,
  optional,
  type Rule,
  text,
} from "../../core/shared.js";
import { defineSchema, type FactSchema, type Field } from "../../model/index.js";
import { factReader, isFactGap } from "../../model/shared.js";
import { subjectRule, testRule } from "../rules/check-conditions.js";
import { checkCases, checkHitPolicy } from "./check-hit-policy.js";
import { aggregations, type DecisionTable, hitPolicies, type OutputFields } from "./decision-table.js";

/** Checks a whole decision table, and whether its rows fit together; the checker holds every fault. */
export function checkDecisionTable(json: unknown, schema: FactSchema): Checker {
  const check = checkTableParts(json, schema);
  if (check.issues.length === 0) checkCases(json as DecisionTable, schema, check);
  return check;
}

/** Checks what a run needs: every part of a table, and not which cases its rows decide, for that takes long in large tables. */
export function checkTableParts(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_DECISION_TABLE");
  const outputs = outputsOf((Object(json) as Json).outputs, check);
  const output: Rule = outputs === undefined ? anything : outputRule(outputs);
  const row = { id: optional(text), label: optional(localized), output };
  const table = fields({
    ...ruledFields(""),
    kind: text,
    gaps: optional(constant("allowed")),
    outputs: anything,
    aggregation: optional(choice(aggregations)),
    priority: optional(listOf(text, 1)),
    ...testsRules(json, schema, check, row),
  })(json, [], check) as { readonly rows?: unknown } | undefined;
  if (outputs !== undefined) checkHitPolicy(Object(json) as Partial<DecisionTable>, outputs, check);
  const rows = Array.isArray(table?.rows) ? (table.rows as readonly ({ readonly id?: unknown } | null)[]) : [];
  distinct(
    rows.flatMap((row, index) => (typeof row?.id === "string" ? [[row.id, ["rows", index, "id"]] as const] : [])),
    check,
  );
  return check;
}

/** Checks of a table what an analysis reads: its hit policy, its inputs and the tests in its cells, and what ranks its rows. */
export function checkTableTests(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_DECISION_TABLE");
  const { hitPolicy, inputs, rows, parameters, outputs, priority } = Object(json) as Json;
  const row = { id: anything, label: anything, output: anything };
  fields({ parameters: anything, ...testsRules(json, schema, check, row) })(
    { hitPolicy, inputs, rows, parameters },
    [],
    check,
  );
  if (hitPolicy !== "priority") return check;
  const found = outputsOf(outputs, check);
  if (found !== undefined)
    checkHitPolicy({ hitPolicy, priority: priority as readonly string[] | undefined }, found, check);
  return check;
}

/** The rules of hit policy, inputs and rows; what a row holds beside its cells has the rules of `row`. */
function testsRules(
  json: unknown,
  schema: FactSchema,
  check: Checker,
  row: Readonly<Record<string, Rule>>,
): Readonly<Record<string, Rule>> {
  const { inputs, parameters } = Object(json) as Json;
  const scope = conditionScope(parameters, schema, check);
  const subject = subjectRule(scope);
  // Whether cells can be judged by an input; what is wrong with it is reported where the inputs stand.
  const unheard = checker("");
  const tests = (Array.isArray(inputs) ? inputs : []).map((input) => {
    const sound = subject(input, [], unheard);
    return sound === undefined ? anything : testRule(sound, scope);
  });
  const cells: Rule = (value, path, check) => {
    const list = listOf(anything)(value, path, check);
    if (list === undefined) return undefined;
    if (list.length !== tests.length) {
      return check.report(path, `${tests.length} cells, one per input`, list.length, "Write null for any value");
    }
    for (const [input, cell] of list.entries()) if (cell !== null) tests[input]?.(cell, [...path, input], check);
    return list;
  };
  return { hitPolicy: choice(hitPolicies), inputs: listOf(subject, 1), rows: listOf(fields({ ...row, cells }), 1) };
}

const outputTypes = choice(["string", "number", "boolean"]);

function outputsOf(json: unknown, check: Checker): OutputFields | undefined {
  try {
    const { attributes } = defineSchema({ attributes: json as OutputFields });
    const allowed = Object.entries(attributes).map(([name, { type }]) =>
      outputTypes(type, ["outputs", name, "type"], check),
    );
    return allowed.includes(undefined) ? undefined : (attributes as OutputFields);
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    check.adopt(
      error.issues.map((issue: Issue) => ({ ...issue, path: ["outputs", ...issue.path.slice(1)] })),
      [],
    );
    return undefined;
  }
}

function outputRule(outputs: OutputFields): Rule {
  return fields(Object.fromEntries(Object.entries<Field>(outputs).map(([name, field]) => [name, outputValue(field)])));
}

function outputValue(field: Field): Rule {
  const read = factReader(field, zoneOf("UTC"));
  const expected = field.type === "string" && field.values ? `one of ${field.values.join(", ")}` : `a ${field.type}`;
  return (value, path, check) =>
    isFactGap(read(value)) ? check.report(path, expected, value, undefined, "DECISION_TABLE_OUTPUT") : value;
}

import { type Assessed, type CustomerTable, customerTable, type MaybeColumn } from "../../core/index.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import { evaluateRules } from "../rules/compiled-rules.js";
import type { TableRunOptions } from "../rules/judgement-options.js";
import { checkTableParts } from "./check-decision-table.js";
import { decidedSubject } from "./decided-subject.js";
import type { TableDecision } from "./decision.js";
import type { DecisionTable, TableOutput } from "./decision-table.js";
import { tablePlan } from "./table-plan.js";

/** What a table decides for one customer. */
export interface DecidedCustomer<Output extends TableOutput> {
  readonly customerId: string;
  readonly result: Assessed<TableDecision<Output>>;
}

/** Deciding rows and outputs in columns; with `collect` those of the first row that matches. */
export interface DecisionColumns<Output extends TableOutput> {
  /** Known where a row decides. */
  readonly row: MaybeColumn;
  readonly outputs: { readonly [K in keyof Output]: MaybeColumn<Output[K]> };
  /** Where the table has an aggregation: its number, known where the decision is and some row matches, or none with `count`. */
  readonly aggregated?: MaybeColumn | undefined;
}

/**
 * Decides every customer of a fact table by a decision table, as {@link decideByTable} decides one.
 *
 * Columns are unknown where no row decides, because none matches or because too little is known; the customer's row says which.
 * An empty table gives an empty table.
 * @throws INVALID_DEFINITION with all faults as `issues`, INVALID_OPTIONS, what `compileCondition` throws
 * @example
 * import { defineSchema, factTable } from "clientele/model";
 * import { applyDecisionTable, defineDecisionTable } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { valueClass: { type: "string", values: ["high", "ordinary"] } } });
 * const treatments = defineDecisionTable({
 *   id: "treatments",
 *   version: 1,
 *   hitPolicy: "unique",
 *   inputs: [{ type: "attribute", field: "valueClass" }],
 *   outputs: { treatment: { type: "string" } },
 *   rows: [
 *     { cells: [{ op: "eq", value: "high" }], output: { treatment: "exclusive-gift" } },
 *     { cells: [{ op: "eq", value: "ordinary" }], output: { treatment: "broad-publicity" } },
 *   ],
 * }, schema);
 * const rows = [{ customerId: "ann", attributes: { valueClass: "high" } }, { customerId: "ben", attributes: {} }] as const;
 * const decided = applyDecisionTable(factTable(schema, rows, { asOf: "2026-04-01" }), treatments);
 * decided.columns.outputs.treatment.values[0]; // => "exclusive-gift"
 * decided.get("ben")?.result; // => { status: "unknown", missing: ["valueClass"], reasons: [{ code: "scorecards.rows-undecided", params: { rows: ["0", "1"] } }] }
 * @category Decision tables
 */
export function applyDecisionTable<S extends FactSchema, Output extends TableOutput>(
  facts: FactTable<S>,
  table: DecisionTable<Output, string>,
  options: TableRunOptions = {},
): CustomerTable<DecidedCustomer<Output>, DecisionColumns<Output>> {
  requireFactTable(facts);
  checkTableParts(table, facts.schema).refuseFaults();
  const { customerIds, size } = facts;
  const plan = tablePlan(table);
  const { truthsAt, evidenceAt } = evaluateRules(facts, { ...table, conditions: plan.conditions }, options);

  const row = { values: new Int32Array(size), known: new Uint8Array(size) };
  const names = Object.keys(table.outputs) as readonly (keyof Output & string)[];
  const values = new Map(names.map((name) => [name, new Array<unknown>(size)]));
  const results = { values: new Float64Array(size), known: new Uint8Array(size) };
  for (let index = 0; index < size; index++) {
    const { status, rows, aggregated } = plan.decide(truthsAt(index));
    const [first] = rows;
    if (typeof aggregated === "number") {
      results.values[index] = aggregated;
      results.known[index] = 1;
    }
    if (status !== "decided" || first === undefined) continue;
    row.known[index] = 1;
    row.values[index] = first;
    for (const name of names) (values.get(name) as unknown[])[index] = table.rows[first]?.output[name];
  }
  const outputs = Object.fromEntries(names.map((name) => [name, { values: values.get(name), known: row.known }]));
  return customerTable({
    customerIds,
    columns: {
      row,
      outputs: outputs as unknown as DecisionColumns<Output>["outputs"],
      ...(table.aggregation === undefined ? {} : { aggregated: results }),
    },
    definition: { kind: table.kind, id: table.id, version: table.version },
    row(index) {
      const result = decidedSubject({ table, plan }, truthsAt(index), evidenceAt(index));
      return { customerId: customerIds[index] as string, result };
    },
  });
}

import type { Column } from "../../core/index.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import type { CompiledConditions } from "../compiling/compile-conditions.js";
import { type CompiledCondition, compiledOf } from "../compiling/compiled-condition.js";
import { TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "../truth.js";
import { evaluatePlans } from "./evaluate-plans.js";

/**
 * Judges all rows of a table at once: 0 false, 1 true, 2 unknown. Many conditions that were compiled together give one column each, and what
 * they have in common is judged once.
 * @throws INVALID_FACT_TABLE for what is none, FRAME_MISMATCH for a table of another moment or zone, SCHEMA_MISMATCH where a field has another
 * type in it, INVALID_OPTIONS for what is no compiled condition
 * @example
 * import { compileCondition, conditions, evaluateTable } from "clientele/conditions";
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { orders: { type: "number" } } });
 * const rule = compileCondition(conditions(schema).attr("orders").gte(5), schema, { asOf: "2026-04-01" });
 * const rows = [7, 2, null].map((orders, index) => ({ customerId: `c${index}`, attributes: { orders } }));
 * evaluateTable(factTable(schema, rows, { asOf: "2026-04-01" }), rule); // => [1, 0, 2]
 * @category Conditions
 */
export function evaluateTable<S extends FactSchema>(table: FactTable<S>, rule: CompiledCondition<S>): Column;
export function evaluateTable<S extends FactSchema>(
  table: FactTable<S>,
  rules: CompiledConditions<S>,
): readonly Column[];
export function evaluateTable<S extends FactSchema>(
  table: FactTable<S>,
  rules: CompiledCondition<S> | CompiledConditions<S>,
): Column | readonly Column[] {
  const isMany = "conditions" in Object(rules);
  const compiled = (isMany ? (rules as CompiledConditions<S>).conditions : [rules as CompiledCondition<S>]).map(
    compiledOf,
  );
  const [first] = compiled;
  if (first === undefined) return [];
  const plans = compiled.map(({ plan }) => plan);
  const columns = evaluatePlans(plans, table as FactTable, first.schema, first.rows.clock);
  return isMany ? columns : (columns[0] as Column);
}

/** Whose a condition holds, and of whom it cannot be told. */
export interface Members {
  readonly members: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * The customers of a table of whom a condition certainly holds, and those of whom it cannot be told, in the order of the table.
 * @throws what {@link evaluateTable} throws
 * @example
 * import { compileCondition, conditions, membersOf } from "clientele/conditions";
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { orders: { type: "number" } } });
 * const rule = compileCondition(conditions(schema).attr("orders").gte(5), schema, { asOf: "2026-04-01" });
 * const rows = [7, 2, null].map((orders, index) => ({ customerId: `c${index}`, attributes: { orders } }));
 * membersOf(factTable(schema, rows, { asOf: "2026-04-01" }), rule); // => { members: ["c0"], unknown: ["c2"] }
 * @category Conditions
 */
export function membersOf<S extends FactSchema>(table: FactTable<S>, rule: CompiledCondition<S>): Members {
  const truths = evaluateTable(table, rule);
  const idsOf = (wanted: number): readonly string[] =>
    Array.from(table.customerIds).filter((_, row) => truths[row] === wanted);
  return { members: idsOf(TRUE_IN_COLUMN), unknown: idsOf(UNKNOWN_IN_COLUMN) };
}

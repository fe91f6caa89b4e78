import { refusal, requireShape } from "../../core/shared.js";

/** Refuses what is no schema. @throws INVALID_ARGUMENT */
export const requireSchema = (schema: unknown): void =>
  requireShape(schema, "schema", "a schema of defineSchema", "attributes", "collections");

/** Refuses what is no table of facts. @throws INVALID_FACT_TABLE */
export function requireFactTable(table: unknown): void {
  const { column, schema } = Object(table);
  if (typeof column === "function" && typeof schema === "object") return;
  throw refusal("INVALID_FACT_TABLE", ["table"], "a fact table", table, "Make one with factTable or customerFacts");
}

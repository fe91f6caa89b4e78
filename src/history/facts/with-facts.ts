import { type ClienteleError, type Column, type MaybeColumn, type Zone, zoneOf } from "../../core/index.js";
import { inWords, refusal, requireShape } from "../../core/shared.js";
import {
  type CollectionColumns,
  defineSchema,
  type FactColumn,
  type FactSchema,
  type FactTable,
  type Field,
  type Fields,
} from "../../model/index.js";
import { assembleFactTable, makeFactColumn, requireFactTable } from "../../model/shared.js";

/** The schema with more attributes. */
export type SchemaWith<S extends FactSchema, A extends Fields> = FactSchema<S["attributes"] & A, S["collections"]>;

/** One column for each new field: plain values in the table's order, with or without unknowns. */
export type ColumnsFor<A extends Fields> = { readonly [K in keyof A]: Column<unknown> | MaybeColumn<unknown> };

/**
 * Joins judgements to a fact table: a lifetime value, a stage, a satisfaction score become facts that rules can ask for.
 *
 * Columns hold plain values, one per customer in the table's order: numbers, texts, days as `YYYY-MM-DD`, amounts as decimals and never in minor units. A
 * column with unknowns stays unknown where it is. The given table stays as it is; the new one holds copies, so that later changes of a column do
 * not reach it. Joining twice equals joining once with both.
 * @throws FACT_NAME_TAKEN where the table has the name, INVALID_FACT_COLUMN where a column is missing, has another length or holds a value that its field
 * cannot, INVALID_FACT_SCHEMA
 * @example
 * import { withFacts } from "clientele/history";
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { country: { type: "string" } } });
 * const facts = factTable(schema, [{ customerId: "ann", attributes: { country: "DE" } }], { asOf: "2026-04-01" });
 * const richer = withFacts(facts, { lifetimeValue: { type: "number" } }, { lifetimeValue: [120.5] });
 * richer.get("ann")?.attributes; // => { country: "DE", lifetimeValue: 120.5 }
 * @category Facts
 */
export function withFacts<S extends FactSchema, const A extends Fields>(
  table: FactTable<S>,
  fields: A,
  columns: ColumnsFor<A>,
): FactTable<SchemaWith<S, A>> {
  requireShape(
    { fields: fields ?? undefined, columns: columns ?? undefined },
    "fields and columns",
    "an object each",
    "fields",
    "columns",
  );
  requireFactTable(table);
  const { attributes, collections } = table.schema;
  for (const name of Object.keys(fields)) if (Object.hasOwn(attributes, name)) throw nameTaken(name, attributes[name]!);
  const schema = defineSchema({ attributes: { ...attributes, ...fields }, collections });
  const zone = zoneOf(table.timeZone);
  const all: Record<string, FactColumn> = {};
  for (const name of Object.keys(attributes)) all[name] = table.column(name);
  for (const [name, field] of Object.entries(fields)) all[name] = checkedColumn(name, field, columns, table.size, zone);
  const items: Record<string, CollectionColumns> = {};
  for (const name of Object.keys(collections)) items[name] = table.collection(name);
  const { asOf, timeZone, customerIds } = table;
  return assembleFactTable({ schema, asOf, timeZone, customerIds, columns: all, collections: items }) as FactTable<
    SchemaWith<S, A>
  >;
}

function checkedColumn(
  name: string,
  field: Field,
  columns: Readonly<Record<string, Column<unknown> | MaybeColumn<unknown>>>,
  size: number,
  zone: Zone,
): FactColumn {
  const given = Object.hasOwn(columns, name) ? columns[name] : undefined;
  const path = ["columns", name];
  if (given === undefined || Object(given) !== given) throw refusal("INVALID_FACT_COLUMN", path, "a column", given);
  const values = "known" in given ? given.values : given;
  const lengths = "known" in given ? [given.values.length, given.known.length] : [given.length];
  const other = lengths.find((length) => length !== size);
  if (other !== undefined)
    throw refusal("INVALID_FACT_COLUMN", path, `${size} values, one per customer of the table`, inWords(`${other}`));
  if (field.type === "money" && ArrayBuffer.isView(values)) {
    const hint = "A typed array may hold minor units: give decimal strings";
    throw refusal(
      "INVALID_FACT_COLUMN",
      path,
      "amounts as decimal strings or plain numbers",
      inWords("a typed array"),
      hint,
    );
  }
  const column = makeFactColumn(field, given, zone);
  const [fault] = column.faults ?? [];
  if (fault !== undefined)
    throw refusal("INVALID_FACT_COLUMN", [...path, fault[0]], `a value of type ${field.type}`, fault[1]);
  return column;
}

function nameTaken(name: string, field: Field): ClienteleError {
  return refusal(
    "FACT_NAME_TAKEN",
    ["fields", name],
    "a name that the table does not have",
    name,
    `It is a ${field.type} there; join under another name`,
  );
}

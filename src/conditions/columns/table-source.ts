import type {
  Collection,
  CollectionColumns,
  Collections,
  FactColumn,
  FactSchema,
  FactTable,
  FactValue,
} from "../../model/index.js";
import { type FactGap, factGaps } from "../../model/shared.js";
import type { CellPlan, ItemsPlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { type FactSource, firstFrom, type ItemView, type RowSubject } from "../rows/subject.js";
import type { MoneyType, ValueType } from "../typing/value-types.js";

/** Reads one row of a column as a rule reckons with it. */
type ColumnCell = (row: number) => FactValue | FactGap;

/** How a column is read for a field of a type: an amount of another scale is brought to the field's, exactly. */
function cellInColumn(column: FactColumn, type: ValueType): ColumnCell {
  const { known, faults } = column;
  const value = valueInColumn(column, type);
  return (row) => {
    if (known[row] === 1) return value(row);
    return faults?.has(row) === true ? factGaps["wrong-type"] : factGaps.absent;
  };
}

function valueInColumn(column: FactColumn, type: ValueType): ColumnCell {
  switch (column.type) {
    case "boolean": {
      const { values } = column;
      return (row) => values[row] === 1;
    }
    case "string": {
      const { codes, dictionary } = column;
      return (row) => dictionary[codes[row] as number] as string;
    }
    case "money":
      return amountInColumn(column, type as MoneyType);
    default: {
      const { values } = column;
      return (row) => values[row] as FactValue;
    }
  }
}

function amountInColumn(column: Extract<FactColumn, { type: "money" }>, type: MoneyType): ColumnCell {
  const { values, currency, scale } = column;
  if (type.currency === "*") return (row) => ({ minor: values[row] as number, currency });
  if (currency !== type.currency) return () => factGaps["other-currency"];
  const difference = (type.scale as number) - scale;
  if (difference === 0) return (row) => values[row] as number;
  const factor = 10 ** Math.abs(difference);
  return (row) => {
    const minor = difference > 0 ? (values[row] as number) * factor : (values[row] as number) / factor;
    if (Number.isSafeInteger(minor)) return minor;
    return difference > 0 ? factGaps["out-of-range"] : factGaps.inexact;
  };
}

/** A subject given as a row of a table; its innermost item is a row of the columns of its collection. */
interface TableSubject extends RowSubject {
  row: number;
  item: number;
}

/** A subject at the first row; to be moved by hand. */
export function tableSubject(): TableSubject {
  return { row: 0, item: -1, itemAt: Number.POSITIVE_INFINITY, results: undefined };
}

/** The columns of every collection of a schema, however deep. */
export type ColumnsByCollection = ReadonlyMap<Collection, CollectionColumns>;

/** Looks up the columns of every collection. */
export function columnsByCollection(schema: FactSchema, table: FactTable): ColumnsByCollection {
  const found = new Map<Collection, CollectionColumns>();
  const visit = (collections: Collections, columnsOf: (name: string) => CollectionColumns): void => {
    for (const [name, collection] of Object.entries(collections)) {
      const columns = columnsOf(name);
      found.set(collection, columns);
      visit(collection.collections ?? {}, (inner) => columns.collections?.[inner] as CollectionColumns);
    }
  };
  visit(schema.collections, (name) => table.collection(name));
  return found;
}

/** Values of a table, read from its columns without building facts. */
export function tableSource(table: FactTable, columns: ColumnsByCollection, { asOf }: RunClock): FactSource {
  return {
    cell: (plan) => (plan.type === "attribute" ? attributeCell(plan, table) : itemCell(plan, columns)),
    leaf: () => undefined,
    items: (plan) => itemsReader(plan, columns.get(plan.collection) as CollectionColumns, asOf),
  };
}

function attributeCell(plan: CellPlan, table: FactTable): ReturnType<FactSource["cell"]> {
  const cell = cellInColumn(table.column(plan.field), plan.fieldType);
  return (subject) => cell((subject as TableSubject).row);
}

function itemCell(plan: CellPlan, columns: ColumnsByCollection): ReturnType<FactSource["cell"]> {
  const { at, ids, columns: fields } = columns.get(plan.collection as Collection) as CollectionColumns;
  if (plan.field === "at") {
    return (subject) => {
      const instant = at[(subject as TableSubject).item] as number;
      return Number.isFinite(instant) ? instant : factGaps.unparseable;
    };
  }
  if (plan.field === "id") return (subject) => ids[(subject as TableSubject).item] || factGaps.absent;
  const cell = cellInColumn(fields[plan.field] as FactColumn, plan.fieldType);
  return (subject) => cell((subject as TableSubject).item);
}

/** Rows of a collection's columns, as a view of items: each item is its own row number. */
function itemsReader(
  plan: ItemsPlan,
  { offsets, at, knownSince }: CollectionColumns,
  asOf: number,
): (subject: RowSubject) => ItemView {
  const { timed } = plan.collection;
  return (subject) => {
    const { row, item } = subject as TableSubject;
    const owner = plan.isInner ? item : row;
    const start = offsets[owner] as number;
    const length = (offsets[owner + 1] as number) - start;
    const items: number[] = [];
    const own: number[] = [];
    for (let index = start; index < start + length; index++) {
      items.push(index);
      own.push(timed ? (at[index] as number) : 0);
    }
    return {
      items,
      at: own,
      seen: timed ? firstFrom(own, asOf + 1, 0, length) : length,
      undated: timed ? firstFrom(own, Number.POSITIVE_INFINITY, 0, length) : length,
      knownSince: knownSince?.[owner] ?? Number.NEGATIVE_INFINITY,
    };
  };
}

import { type Assessed, type CustomerTable, customerTable, type MaybeList, type Reason } from "../../core/index.js";

/** One customer's class with its grounds. */
export interface Classified<Class extends string> {
  readonly customerId: string;
  readonly class: Assessed<Class>;
}

/**
 * The classes of all customers: what every classification gives, so that any two feed `segmentMigration`.
 * @category Classes
 */
export type Classes<Class extends string, Row = Classified<Class>, Columns extends object = object> = CustomerTable<
  Row,
  { readonly class: MaybeList<Class> } & Columns
> & { readonly customers: Readonly<Record<Class | "unknown", number>> };

/** Builds the table of a classification, with how many customers each class has. */
export function classTable<Class extends string, Row, Columns extends object = object>(parts: {
  readonly names: readonly Class[];
  readonly customerIds: readonly string[];
  readonly class: MaybeList<Class>;
  readonly row: (index: number) => Row;
  readonly columns?: Columns | undefined;
  readonly warnings?: readonly Reason[] | undefined;
}): Classes<Class, Row, Columns> {
  const { names, customerIds, class: classes, row, columns, warnings } = parts;
  const customers = Object.fromEntries([...names, "unknown"].map((name) => [name, 0])) as Record<
    Class | "unknown",
    number
  >;
  for (let index = 0; index < customerIds.length; index++) {
    customers[classes.known[index] === 1 ? classes.values[index]! : "unknown"]++;
  }
  const table = customerTable<Row, { readonly class: MaybeList<Class> } & Columns>({
    customerIds,
    columns: { class: classes, ...(columns as Columns) },
    row,
    warnings,
  });
  return { ...table, customers };
}

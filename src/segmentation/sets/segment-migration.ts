import type { Column, MaybeColumn } from "../../core/index.js";
import { refusal, requireList, requireShape } from "../../core/shared.js";

/** Any classes of customers: RFM names, stages, bands, value classes. A class that is not known counts as "unknown". */
export interface Classification {
  readonly customerIds: readonly string[];
  readonly classes: Column<string> | MaybeColumn<string>;
}

/** Customers who were in one class and are in another; "absent" for who is on one side only. */
export interface MigrationCell {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
}

/**
 * Who moved from which class to which.
 * @category Segments
 */
export interface SegmentMigration {
  /** By `from`, then `to`; only cells with customers. Rows add up to `before`, columns to `after`. */
  readonly cells: readonly MigrationCell[];
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  readonly stayed: number;
}

const ABSENT = "absent";
const UNKNOWN = "unknown";

/**
 * Compares two classifications customer by customer: of two dates, or of two kinds.
 *
 * Customers are matched by id. Σ of the cells of a row is `before`, of a column `after`, both with "absent"; so nobody is lost between them.
 * @throws INVALID_CLASSES where ids and classes differ in number, an id stands twice, or a class is called as those are counted who have none
 * @example
 * import { segmentMigration } from "clientele/segmentation";
 * const june = { customerIds: ["ann", "ben"], classes: ["new", "regular"] };
 * const july = { customerIds: ["ann", "ben", "cai"], classes: ["regular", "regular", "new"] };
 * segmentMigration(june, july).cells.map(({ from, to, customers }) => `${from} > ${to}: ${customers}`); // => ["absent > new: 1", "new > regular: 1", "regular > regular: 1"]
 * @category Segments
 */
export function segmentMigration(before: Classification, after: Classification): SegmentMigration {
  const [old, now] = [classesById(before, "before"), classesById(after, "after")];
  const counts = new Map<string, Map<string, number>>();
  const totals = { before: new Map<string, number>(), after: new Map<string, number>() };
  let stayed = 0;
  const add = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (const id of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(id) ?? ABSENT, now.get(id) ?? ABSENT];
    const row = counts.get(from) ?? new Map<string, number>();
    counts.set(from, row);
    add(row, to);
    add(totals.before, from);
    add(totals.after, to);
    if (from === to) stayed++;
  }
  const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    cells: sorted(counts).flatMap(([from, row]) => sorted(row).map(([to, customers]) => ({ from, to, customers }))),
    before: Object.fromEntries(sorted(totals.before)),
    after: Object.fromEntries(sorted(totals.after)),
    stayed,
  };
}

function classesById(classification: Classification, name: string): ReadonlyMap<string, string> {
  requireShape(classification, name, "customerIds with their classes", "customerIds", "classes");
  const { customerIds, classes } = classification;
  const isMasked = "known" in Object(classes);
  const values = isMasked ? (classes as MaybeColumn<string>).values : (classes as Column<string>);
  const isKnown = isMasked ? (classes as MaybeColumn<string>).known : undefined;
  requireList(customerIds, [name, "customerIds"]);
  requireList(values, [name, "classes"]);
  if (values.length !== customerIds.length) {
    const expected = `${customerIds.length} classes, one per customer`;
    throw refusal("INVALID_CLASSES", [name, "classes"], expected, values.length);
  }
  const found = new Map<string, string>();
  for (let index = 0; index < values.length; index++) {
    const id = customerIds[index]!;
    if (found.has(id)) throw refusal("INVALID_CLASSES", [name, "customerIds", index], "an id that is used once", id);
    const isTold = isKnown === undefined || isKnown[index] === 1;
    const value = isTold ? values[index]! : UNKNOWN;
    // Of a plain column "unknown" is how it says so; beside a mask it would be a class that counts as not known.
    if (value === ABSENT || (isKnown !== undefined && isTold && value === UNKNOWN)) {
      throw refusal("INVALID_CLASSES", [name, "classes", index], `a name other than ${value}`, value);
    }
    found.set(id, value);
  }
  return found;
}

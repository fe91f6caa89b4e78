import type { Issue } from "../../core/index.js";
import { issueOf, timeFormat } from "../../core/shared.js";
import type { AmountColumn, AmountMarks, ColumnOf, TimeColumn } from "./line-columns.js";

/** A column, and how its cells are read where they are written in a way of their own. */
export interface CellSource<Row> {
  readonly column: ColumnOf<Row>;
  readonly form?: CellForm | undefined;
}

/** A way of writing a cell. */
export interface CellForm {
  /** The value in the way that records have it; undefined where it is written otherwise. */
  read(value: unknown): unknown;
  /** The issue of a value that is written otherwise. */
  issue(name: string, value: unknown): Issue;
}

/** The column itself, without what is said about its cells. */
export const plainColumn = <Row>(column: TimeColumn<Row> | AmountColumn<Row>): ColumnOf<Row> =>
  typeof column === "object" ? column.column : column;

export function cellSource<Row>(column: TimeColumn<Row> | AmountColumn<Row>): CellSource<Row> {
  if (typeof column !== "object") return { column };
  return { column: column.column, form: "format" in column ? timeForm(column.format) : amountForm(column) };
}

function timeForm(format: string): CellForm {
  const written = timeFormat(format);
  return {
    read: (value) => (isTextOrNumber(value) ? written?.read(String(value)) : value),
    issue: (name, value) => issueOf("INVALID_INSTANT", [name], `a time that exists, written as ${format}`, value),
  };
}

function amountForm(marks: AmountMarks): CellForm {
  const { decimalMark = ".", groupMark = "" } = marks;
  const example = `1${groupMark}234${decimalMark}50`;
  const read = amountReader(marks);
  return {
    read: (value) => (typeof value === "string" ? read(value) : value),
    issue: (name, value) => issueOf("INVALID_AMOUNT", [name], `an amount written as ${example}`, value),
  };
}

/** Reads an amount into plain digits with a point, with a minus where it is below zero. */
function amountReader({
  decimalMark = ".",
  groupMark,
  currencyMark,
}: AmountMarks): (text: string) => string | undefined {
  const groups = groupMark === undefined ? "" : `\\d{1,3}(?:${literal(groupMark)}\\d{3})+|`;
  const number = new RegExp(`^(${groups}\\d+)(?:${literal(decimalMark)}(\\d+))?$`);
  const mark = currencyMark === undefined ? undefined : literal(normal(currencyMark));
  const withMark = mark === undefined ? undefined : new RegExp(`^([-(]?)\\s*${mark}\\s*|\\s*${mark}([-)]?)$`);
  return (text) => {
    const plain = normal(text);
    const bare = withMark === undefined ? plain : plain.replace(withMark, "$1$2");
    const positive = bare.replace(/^-\s*|\s*-$|^\((.*)\)$/, "$1");
    const [, whole, decimals] = number.exec(positive) ?? [];
    if (whole === undefined) return undefined;
    const digits = groupMark === undefined ? whole : whole.replaceAll(groupMark, "");
    return `${positive === bare ? "" : "-"}${digits}${decimals === undefined ? "" : `.${decimals}`}`;
  };
}

/** Full-width and narrow forms, hard blanks, typographic minus and apostrophe as the plain ones. */
const normal = (text: string): string => text.normalize("NFKC").trim().replace(/−/g, "-").replace(/’/g, "'");

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const isTextOrNumber = (value: unknown): boolean => typeof value === "string" || typeof value === "number";

import type { LocalTimes } from "../../core/index.js";
import { checkOptions, choice, fields, optional, type Rule, satisfying, text, timeFormat } from "../../core/shared.js";
import { lineColumnNames } from "./line-row.js";

const columnRule = satisfying("a column's name, or a function of the row", isColumn);

/** A column, or an object that says more of it. */
const saidMore =
  (rules: Readonly<Record<string, Rule>>): Rule =>
  (value, path, check) =>
    typeof value === "object" && value !== null
      ? fields({ column: columnRule, ...rules })(value, path, check)
      : columnRule(value, path, check);

const marks = saidMore({
  decimalMark: optional(choice([".", ","])),
  groupMark: optional(choice([".", ",", " ", "'"])),
  currencyMark: optional(text),
});
const amountColumn: Rule = (value, path, check) => {
  marks(value, path, check);
  const { decimalMark = ".", groupMark } = Object(value) as { readonly [name: string]: unknown };
  if (decimalMark === groupMark) check.report([...path, "groupMark"], "another mark than before decimals", groupMark);
};

const TOKENS = "tokens of date-fns for a year, a month, a day and maybe a time, such as M/d/yyyy H:mm";
const timeColumn = (localTimes: LocalTimes | undefined): Rule =>
  saidMore({
    format: (format, path, check) => {
      const known = typeof format === "string" ? timeFormat(format) : undefined;
      if (known === undefined) check.report(path, TOKENS, format);
      else if (known.shows === "local-time" && localTimes !== "in-zone") {
        check.report(path, "an offset (XXX) in the format", format, 'Pass localTimes: "in-zone" and the timeZone');
      }
    },
  });

const amounts = ["net", "quantity", "listPrice", "discount", "cost"];

/** Refuses columns that are none, or say of their cells what cannot be read. */
export function checkColumns(columns: object, localTimes: LocalTimes | undefined): void {
  const rules = Object.fromEntries(
    lineColumnNames.map((name) => [name, amounts.includes(name) ? amountColumn : columnRule]),
  );
  const isDiscount = satisfying("a function of the row", (value) => typeof value === "function");
  checkOptions<object>(columns, { ...rules, at: timeColumn(localTimes), isDiscount }, [], ["columns"]);
}

function isColumn(column: unknown): boolean {
  return typeof column === "string" || typeof column === "function";
}

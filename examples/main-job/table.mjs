import { roundDecimal } from "clientele/core";

/** Prints rows as a table: the first column left, the others right. Wide characters count double. */
export function table(header, rows) {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(...cells.map((row) => width(row[column]))));
  const line = (row) => row.map((cell, column) => pad(cell, widths[column], column === 0)).join("  ");
  const [head, ...body] = cells.map(line);
  return [head, "─".repeat(width(head)), ...body].join("\n");
}

function pad(cell, columns, left) {
  const space = " ".repeat(columns - width(cell));
  return left ? cell + space : space + cell;
}

const width = (text) =>
  [...text].reduce((sum, character) => sum + (/\p{Script=Han}|[（），。：、]/u.test(character) ? 2 : 1), 0);

export const number = (value) => value.toLocaleString("en");

/** Thousands in a decimal string, without passing through a float. */
export const amount = (text) =>
  text.replace(/^(-?)(\d+)/, (_, sign, digits) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ","));

/** An amount as people read it: whole cents, and thousands apart. */
export const money = (text, decimals) => amount(roundDecimal(text, decimals));

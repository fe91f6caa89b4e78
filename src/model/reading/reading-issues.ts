import { type AmountInput, currencyDecimals, type Issue, readMinorUnits } from "../../core/index.js";
import { amountIssue, earlyTime, issueOf, type Path } from "../../core/shared.js";
import { quantityIssue, readMillionths } from "../records/millionths.js";
import { type Transaction, transactionTable } from "../records/transaction.js";
import { misspeltField } from "./misspelt-field.js";

/** How amounts will be read. */
export interface ReadingFrame {
  readonly currency?: string | undefined;
  readonly scale?: number | undefined;
  /** Every bare number among the times lies before 1990. */
  readonly areAllEarly?: boolean | undefined;
}

const amounts = ["amount", "tax", "shipping", "paidWithPoints", "paidWithGiftCard", "cost", "discount"] as const;
const lineAmounts = ["net", "listPrice", "discount", "cost"] as const;

/**
 * Looks at transactions, one after the other, for what would stop a reading of them all: another currency, an amount with more decimals than
 * the scale, a quantity with more than six, a field under another spelling, seconds for milliseconds, and an id that a transaction of the same kind
 * before it has. Transactions that do not count may repeat an id.
 */
export function readingIssues({ currency, scale, areAllEarly }: ReadingFrame): (row: Transaction) => readonly Issue[] {
  const met = { purchase: new Set<string>(), refund: new Set<string>() };
  return (row) => {
    const issues: Issue[] = [];
    if (currency !== undefined && row.currency !== currency) {
      issues.push(issueOf("CURRENCY_MISMATCH", ["currency"], currency, row.currency, "Read each currency by itself"));
    }
    const decimals = scale ?? currencyDecimals(row.currency);
    const look = (amount: AmountInput | undefined, path: Path): void => {
      if (amount === undefined || readMinorUnits(amount, decimals) !== undefined) return;
      issues.push(amountIssue(amount, decimals, path));
    };
    for (const name of amounts) look(row[name], [name]);
    row.lines?.forEach((line, index) => {
      for (const name of lineAmounts) look(line[name], ["lines", index, name]);
      const { quantity = 1 } = line;
      if (readMillionths(quantity) === undefined) {
        issues.push(quantityIssue(quantity, ["lines", index, "quantity"]));
      }
    });
    for (const name in row) {
      const issue = Object.hasOwn(transactionTable.fields, name) ? undefined : misspeltField(name, row);
      if (issue !== undefined) issues.push(issue);
    }
    if (areAllEarly && typeof row.at === "number") issues.push(earlyTime(["at"], row.at));
    if (issues.length > 0 || (row.status ?? "completed") !== "completed") return issues;
    const ids = met[row.kind ?? "purchase"];
    if (ids.has(row.id)) issues.push(issueOf("DUPLICATE_TRANSACTION", ["id"], "an id that is used once", row.id));
    ids.add(row.id);
    return issues;
  };
}

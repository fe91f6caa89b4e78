import { ClienteleError } from "../../core/index.js";
import type { Transaction } from "../../model/index.js";
import { misspeltField, transactionTable } from "../../model/shared.js";

const names: ReadonlySet<string> = new Set(Object.keys(transactionTable.fields));

/**
 * Refuses a row in which a field that is left out stands under another spelling: `Status` or `refund_of` passed over in silence
 * would make a sale of what is none. Other names are the host's own.
 */
export function knownNames(): (row: Transaction, index: number) => void {
  // Rows of one source have the same names: comparing them with those of the row before takes a third of looking each of them up.
  let before: readonly string[] = [];
  return (row, index) => {
    let count = 0;
    let alike = true;
    for (const name in row) alike = before[count++] === name && alike;
    if (alike && count === before.length) return;
    const strange: string[] = [];
    const own: string[] = [];
    for (const name in row) {
      own.push(name);
      if (!names.has(name)) strange.push(name);
    }
    for (const name of strange) {
      const issue = misspeltField(name, row, [index]);
      if (issue !== undefined) throw new ClienteleError(issue);
    }
    before = strange.length === 0 ? own : [];
  };
}

import { refusal } from "../../core/shared.js";
import type { Transaction } from "../../model/index.js";
import { transactionTable } from "../../model/shared.js";

type Name = keyof Transaction;

const names: ReadonlySet<string> = new Set(Object.keys(transactionTable.fields));
const nameBySpelling: ReadonlyMap<string, Name> = new Map([...names].map((name) => [spelling(name), name as Name]));

/** Words that other systems use for a field, with the values by which they are told from a host's own field of that name. */
const synonyms: ReadonlyMap<string, readonly [Name, RegExp]> = new Map([
  ["type", ["kind", /^(refund|return)(ed)?$/i]],
  ["state", ["status", /^(pending|cancell?ed|test)$/i]],
]);

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
    for (const name of strange) requireOwnName(name, row, index);
    before = strange.length === 0 ? own : [];
  };
}

function requireOwnName(name: string, row: Transaction, index: number): void {
  const meant = fieldMeant(name, row[name as Name]);
  if (meant === undefined || row[meant] !== undefined) return;
  throw refusal("UNKNOWN_FIELD", [index, name], `the field "${meant}"`, name, `Rename "${name}" to "${meant}"`);
}

function fieldMeant(name: string, value: unknown): Name | undefined {
  const synonym = synonyms.get(name.toLowerCase());
  if (synonym !== undefined && typeof value === "string" && synonym[1].test(value)) return synonym[0];
  return nameBySpelling.get(spelling(name));
}

function spelling(name: string): string {
  return name.replace(/[\s_-]/g, "").toLowerCase();
}

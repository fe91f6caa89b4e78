import type { Issue } from "../../core/index.js";
import { issueOf, type Path } from "../../core/shared.js";
import { type Transaction, transactionTable } from "../records/transaction.js";

type Name = keyof Transaction;

const nameBySpelling: ReadonlyMap<string, Name> = new Map(
  Object.keys(transactionTable.fields).map((name) => [spelling(name), name as Name]),
);

/** Words that other systems use for a field, with the values by which they are told from a host's own field of that name. */
const synonyms: ReadonlyMap<string, readonly [Name, RegExp]> = new Map([
  ["type", ["kind", /^(refund|return)(ed)?$/i]],
  ["state", ["status", /^(pending|cancell?ed|test)$/i]],
]);

/** The issue of a name that is no field, where it spells one that the row leaves out; other names are the host's own. */
export function misspeltField(name: string, row: Transaction, path: Path = []): Issue | undefined {
  const meant = fieldMeant(name, row[name as Name]);
  if (meant === undefined || row[meant] !== undefined) return undefined;
  return issueOf("UNKNOWN_FIELD", [...path, name], `the field "${meant}"`, name, `Rename "${name}" to "${meant}"`);
}

function fieldMeant(name: string, value: unknown): Name | undefined {
  const synonym = synonyms.get(name.toLowerCase());
  if (synonym !== undefined && typeof value === "string" && synonym[1].test(value)) return synonym[0];
  return nameBySpelling.get(spelling(name));
}

function spelling(name: string): string {
  return name.replace(/[\s_-]/g, "").toLowerCase();
}

import { refusal } from "../core/shared.js";

type Fields = Readonly<Record<string, unknown>>;

/** Refuses what has not the parts of a ledger. @throws INVALID_LEDGER */
export function requireLedger(ledger: unknown): void {
  const { version, answers } = fieldsOf(ledger);
  const sound = Number.isSafeInteger(version) && typeof answers === "object" && answers !== null;
  if (!sound) refuse(["ledger"], "a ledger as its decider or deserializeLedger makes it", ledger);
}

/** Refuses what does not say how a snapshot is written and read. @throws INVALID_LEDGER */
export function requireFormat(format: unknown): void {
  const { kind, schemaVersion } = fieldsOf(format);
  const sound =
    typeof kind === "string" && kind !== "" && Number.isSafeInteger(schemaVersion) && Number(schemaVersion) >= 1;
  if (!sound) refuse(["format"], "a format with its kind and a schemaVersion from 1", format);
}

/** Refuses rules that lack a function. @throws INVALID_LEDGER */
export function requireRules(rules: unknown): void {
  if (typeof rules !== "object" || rules === null)
    refuse(["rules"], "rules with initialState, decide and evolve", rules);
  const { initialState, decide, evolve } = fieldsOf(rules);
  requireFunctions({ initialState, evolve }, ["rules"]);
  if (typeof decide !== "object" || decide === null) refuse(["rules", "decide"], "a function per command type", decide);
  requireFunctions(fieldsOf(decide), ["rules", "decide"]);
}

function requireFunctions(fields: Fields, path: readonly string[]): void {
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== "function") refuse([...path, name], "a function", value);
  }
}

const fieldsOf = (value: unknown): Fields => (value ?? {}) as Fields;

function refuse(path: readonly string[], expected: string, received: unknown): never {
  throw refusal("INVALID_LEDGER", path, expected, received);
}

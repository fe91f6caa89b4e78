import type { FactSchema } from "../../model/index.js";
import { CONDITION_LANGUAGE, type Parameters } from "../envelope.js";
import { conditionLimits } from "../limits.js";
import type { Over } from "../value.js";
import { checkCondition } from "./check-condition.js";
import { checkParameters } from "./check-parameters.js";
import { checkOver } from "./check-value.js";
import {
  type Checker,
  checkKeys,
  isPlainRecord,
  isText,
  isWhole,
  type Json,
  makeChecker,
  type Path,
} from "./checker.js";

/** True for an envelope: only there does `when` stand. */
export function isEnvelope(input: unknown): input is Json {
  return isPlainRecord(input) && Object.hasOwn(input, "when");
}

/** The parameters that a condition may use: those of its envelope before those declared outside. */
export function declaredParameters(input: unknown, outside: Parameters | undefined): Parameters {
  if (!isEnvelope(input) || !isPlainRecord(input.parameters)) return outside ?? {};
  // Faulty declarations are reported where they stand; uses of them are no faults of their own.
  const checker = makeChecker(checkCondition, conditionLimits, {});
  const entries = Object.entries(input.parameters);
  // A wrong default says nothing against the type.
  const sound = entries.filter(([name, field]) => checkParameters({ [name]: withoutDefault(field) }, [], checker));
  return { ...outside, ...(Object.fromEntries(sound) as Parameters) };
}

const withoutDefault = (field: unknown): unknown => (isPlainRecord(field) ? { ...field, default: undefined } : field);

/** Checks a condition or an envelope around one. */
export function checkInput(
  input: unknown,
  path: Path,
  schema: FactSchema,
  scope: Over | undefined,
  checker: Checker,
): void {
  const isWrapped = isEnvelope(input);
  if (isWrapped) checkEnvelope(input, path, checker);
  const over = isWrapped ? (input.scope ?? scope) : scope;
  const item = over === undefined ? undefined : checkOver(over, [...path, "scope"], { schema }, checker);
  if (isWrapped) checkCondition(input.when, [...path, "when"], { schema, item }, checker);
  else checkCondition(input, path, { schema, item }, checker);
}

function checkEnvelope(envelope: Json, path: Path, checker: Checker): void {
  checkKeys(envelope, ["language", "id", "version", "parameters", "scope", "when"], path, checker);
  if (envelope.language !== CONDITION_LANGUAGE) {
    const hint =
      typeof envelope.language === "number" && envelope.language > CONDITION_LANGUAGE
        ? "It was written by a newer release of this library"
        : "Bring it up to date with migrateCondition";
    checker.report("CONDITION_VERSION", [...path, "language"], `${CONDITION_LANGUAGE}`, envelope.language, hint);
  }
  if (envelope.id !== undefined) isText(envelope.id, [...path, "id"], "a name", checker);
  if (envelope.version !== undefined) isWhole(envelope.version, 1, 1e9, [...path, "version"], checker);
  if (envelope.parameters !== undefined) checkParameters(envelope.parameters, [...path, "parameters"], checker);
}

import type { FactSchema } from "../../model/index.js";
import { fieldIssues, requireSchema } from "../../model/shared.js";
import { CONDITION_LANGUAGE, type Parameters } from "../envelope.js";
import { conditionLimits } from "../limits.js";
import { elementOf, typeOfField, type ValueType } from "../typing/value-types.js";
import type { Over } from "../value.js";
import { checkCondition } from "./check-nodes.js";
import { checkLiteral, checkLiterals } from "./check-operands.js";
import { checkOver } from "./check-value.js";
import {
  type Checker,
  checkKeys,
  isPlainRecord,
  isRecord,
  isText,
  isWhole,
  type Json,
  makeChecker,
  type Path,
} from "./checker.js";

// A JSON value that holds itself has no end: no sound condition nests this deep, typed nodes or not.
const DEEPEST_JSON = 200;

interface Visit {
  readonly value: unknown;
  readonly path: Path;
  readonly depth: number;
  readonly jsonDepth: number;
}

/**
 * Counts nodes and their depth without recursion, before any recursive check sees the JSON. A node is an object with a `type`.
 * Returns the number of nodes; undefined, with one issue reported, where a limit is passed.
 */
export function guardSize(root: unknown, path: Path, checker: Checker): number | undefined {
  const { limits } = checker;
  const open: Visit[] = [{ value: root, path, depth: 0, jsonDepth: 0 }];
  let nodes = 0;
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, path: here, jsonDepth } = visit;
    if (typeof value !== "object" || value === null) continue;
    const isNode = !Array.isArray(value) && Object.hasOwn(value, "type");
    const depth = visit.depth + (isNode ? 1 : 0);
    if (isNode) nodes++;
    if (depth > limits.depth || jsonDepth > DEEPEST_JSON) {
      checker.reportAs("CONDITION_LIMIT", here, `nodes at most ${limits.depth} deep`, "a deeper one");
      return undefined;
    }
    if (nodes > limits.nodes) {
      checker.reportAs("CONDITION_LIMIT", path, `at most ${limits.nodes} nodes`, "more");
      return undefined;
    }
    if (Array.isArray(value) && value.length > limits.listValues) {
      checker.reportAs("CONDITION_LIMIT", here, `at most ${limits.listValues} values`, `${value.length} values`);
      return undefined;
    }
    for (const [key, part] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      open.push({ value: part, path: [...here, step], depth, jsonDepth: jsonDepth + 1 });
    }
  }
  return nodes;
}

/** Checks the declarations of parameters: each a field, with a default of its type if any. True where all are sound. */
function checkParameters(parameters: unknown, path: Path, checker: Checker): parameters is Parameters {
  if (!isRecord(parameters, path, "parameters by name", checker)) return false;
  const before = checker.issues.length;
  const names = Object.keys(parameters);
  if (names.length > checker.limits.parameters) {
    checker.reportAs("CONDITION_LIMIT", path, `at most ${checker.limits.parameters} parameters`, `${names.length}`);
    return false;
  }
  for (const name of names) {
    const declared = parameters[name];
    if (!isRecord(declared, [...path, name], "a field: { type }", checker)) continue;
    const { default: preset, ...field } = declared;
    checker.adopt(fieldIssues(name, field, [...path, name], "CONDITION_PARAMETER"), []);
    if (preset !== undefined && checker.issues.length === before) {
      checkBinding(preset, [...path, name, "default"], typeOfField(field as never), checker);
    }
  }
  return checker.issues.length === before;
}

/** Checks what a parameter is bound to: a literal of its type, or a list of them. */
export function checkBinding(value: unknown, path: Path, type: ValueType, checker: Checker): void {
  const element = type.kind === "list" ? elementOf(type) : type;
  if (Array.isArray(value)) checkLiterals(value, path, element, checker);
  else if (type.kind !== "list") checkLiteral(value, path, element, checker);
  else checker.reportAs("CONDITION_PARAMETER", path, `a list of ${element.kind}s`, value);
}

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
  requireSchema(schema);
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
    const { language } = envelope;
    checker.reportAs("CONDITION_VERSION", [...path, "language"], `${CONDITION_LANGUAGE}`, language, hintFor(language));
  }
  if (envelope.id !== undefined) isText(envelope.id, [...path, "id"], "a name", checker);
  if (envelope.version !== undefined) isWhole(envelope.version, 1, 1e9, [...path, "version"], checker);
  if (envelope.parameters !== undefined) checkParameters(envelope.parameters, [...path, "parameters"], checker);
}

function hintFor(language: unknown): string {
  if (!(Number.isInteger(language) && (language as number) > 0)) return `Write language: ${CONDITION_LANGUAGE}`;
  const isNewer = (language as number) > CONDITION_LANGUAGE;
  return isNewer ? "It was written by a newer release of this library" : "Bring it up to date with migrateCondition";
}

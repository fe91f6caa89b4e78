import { fieldIssues } from "../../model/shared.js";
import type { Parameters } from "../envelope.js";
import { typeOfField } from "../typing/type-of-field.js";
import { elementOf, type ValueType } from "../typing/value-type.js";
import { checkLiteral } from "./check-literal.js";
import { type Checker, isRecord, type Path } from "./checker.js";

/** Checks the declarations of parameters: each a field, with a default of its type if any. True where all are sound. */
export function checkParameters(parameters: unknown, path: Path, checker: Checker): parameters is Parameters {
  if (!isRecord(parameters, path, "parameters by name", checker)) return false;
  const before = checker.issues.length;
  const names = Object.keys(parameters);
  if (names.length > checker.limits.parameters) {
    checker.report("CONDITION_LIMIT", path, `at most ${checker.limits.parameters} parameters`, `${names.length}`);
    return false;
  }
  for (const name of names) {
    const declared = parameters[name];
    if (!isRecord(declared, [...path, name], "a field: { type }", checker)) continue;
    const { default: preset, ...field } = declared;
    checker.issues.push(...fieldIssues(name, field, [...path, name], "CONDITION_PARAMETER"));
    if (preset !== undefined && checker.issues.length === before) {
      checkBinding(preset, [...path, name, "default"], typeOfField(field as never), checker);
    }
  }
  return checker.issues.length === before;
}

/** Checks what a parameter is bound to: a literal of its type, or a list of them. */
export function checkBinding(value: unknown, path: Path, type: ValueType, checker: Checker): void {
  const element = type.kind === "list" ? elementOf(type) : type;
  if (!Array.isArray(value)) {
    if (type.kind === "list") checker.report("CONDITION_PARAMETER", path, `a list of ${element.kind}s`, value);
    else checkLiteral(value, path, element, checker);
  } else if (value.length === 0) {
    checker.report("CONDITION_EMPTY_LIST", path, "one or more values", value);
  } else {
    for (let index = 0; index < value.length; index++) checkLiteral(value[index], [...path, index], element, checker);
  }
}

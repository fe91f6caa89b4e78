import type { Issue } from "../../core/index.js";
import { didYouMean, inWords, issueOf, nearestName, refuseAll } from "../../core/shared.js";
import type { ConditionEnvelope, ConditionInput, Parameters } from "../envelope.js";
import { conditionLimits } from "../limits.js";
import { typeOfField } from "../typing/value-types.js";
import { checkBinding, declaredParameters, isEnvelope } from "../validation/check-inputs.js";
import { checkCondition } from "../validation/check-nodes.js";
import { makeChecker, type Path } from "../validation/checker.js";
import { validateCondition } from "../validation/validate-condition.js";
import type { Over } from "../value.js";
import type { Planner } from "./planner.js";

/**
 * Validates inputs with all that they refer to and the values of their parameters.
 * @throws INVALID_CONDITION with all faults of the first faulty input
 */
export function checkInputs(
  inputs: readonly (readonly [input: ConditionInput, path: Path])[],
  { schema, references, bound }: Planner,
  scope: Over | undefined,
): void {
  for (const [input, path] of inputs) {
    const issues = [
      ...validateCondition(input, schema, { references, path, scope }),
      ...scopeIssues(input, path, scope),
    ];
    const declared = declaredParameters(input, undefined);
    refuseAll(issues.length > 0 ? issues : bindingIssues(declared, references, bound), "INVALID_CONDITION");
  }
  requireDeclared([...Object.values(references), ...inputs.map(([input]) => input)], bound);
}

/** What is bound must be declared by one of the conditions, or by one that they may refer to. */
function requireDeclared(inputs: readonly ConditionInput[], bound: object): void {
  const declared = inputs.flatMap((input) => Object.keys(declaredParameters(input, undefined)));
  const expected = declared.length === 0 ? "no parameter: none is declared" : `one of ${declared.join(", ")}`;
  const strange = Object.keys(bound).filter((name) => !declared.includes(name));
  const issues = strange.map((name) =>
    issueOf("CONDITION_PARAMETER", ["parameters", name], expected, name, didYouMean(name, declared)),
  );
  refuseAll(issues, "INVALID_CONDITION");
}

/** An envelope says for itself what it judges; it must be what is asked of it. */
function scopeIssues(input: ConditionInput, path: Path, scope: Over | undefined): readonly Issue[] {
  const stated = isEnvelope(input) ? (input as unknown as ConditionEnvelope).scope : undefined;
  if (stated === undefined || (scope !== undefined && stated.collection === scope.collection)) return [];
  const expected = scope === undefined ? "nothing: the subject as a whole is judged" : `${scope.collection}`;
  const hint = scope === undefined ? "Compile it with compileItemCondition" : undefined;
  return [issueOf("CONDITION_SCOPE", [...path, "scope"], expected, inWords(stated.collection), hint)];
}

/** Every declared parameter must be bound to a value of its type or have a default. */
function bindingIssues(own: Parameters, references: Planner["references"], bound: Planner["bound"]): readonly Issue[] {
  const declared = [...Object.values(references).map((reference) => declaredParameters(reference, undefined)), own];
  const checker = makeChecker(checkCondition, conditionLimits, {});
  for (const [name, parameter] of declared.flatMap((parameters) => Object.entries(parameters))) {
    if (Object.hasOwn(bound, name) && bound[name] !== undefined) {
      checkBinding(bound[name], ["parameters", name], typeOfField(parameter), checker);
    } else if (parameter.default === undefined) {
      const misspelt = nearestName(name, Object.keys(bound));
      checker.reportAs(
        "CONDITION_PARAMETER",
        ["parameters", name],
        "a value: it has no default",
        undefined,
        misspelt === undefined ? undefined : `Rename "${misspelt}" to "${name}"`,
      );
    }
  }
  return checker.issues;
}

import { type Issue, parseInstant, zoneOf } from "../../core/index.js";
import { anything, checkOptions, didYouMean, inWords, issueOf, refuseAll } from "../../core/shared.js";
import type { Collections, FactSchema } from "../../model/index.js";
import { type Compiled, rowsAt } from "../compiled-condition.js";
import type { Condition } from "../condition.js";
import type { ConditionEnvelope, ConditionInput, Parameters } from "../envelope.js";
import type { EvaluationFrame } from "../frame.js";
import { conditionLimits } from "../limits.js";
import { plainSubject } from "../rows/plain-source.js";
import { collectionOf } from "../typing/fields-in-scope.js";
import { typeOfField } from "../typing/type-of-field.js";
import { validateCondition } from "../validate-condition.js";
import { checkCondition } from "../validation/check-condition.js";
import { declaredParameters, isEnvelope } from "../validation/check-input.js";
import { checkBinding } from "../validation/check-parameters.js";
import { makeChecker, type Path } from "../validation/checker.js";
import type { Over } from "../value.js";
import { mindsTheMoment } from "./minds-the-moment.js";
import type { Plan } from "./plan.js";
import { planCondition } from "./plan-condition.js";
import type { Planner } from "./planner.js";
import { runClock } from "./run-clock.js";

/** Collections as objects of their own: plans tell them apart by identity, and one object may stand under two names. */
const separated = (collections: Collections): Collections =>
  Object.fromEntries(
    Object.entries(collections).map(([name, collection]) => [
      name,
      {
        ...collection,
        ...(collection.collections === undefined ? {} : { collections: separated(collection.collections) }),
      },
    ]),
  );

// Each is read by somebody else.
const frameRules = { asOf: anything, timeZone: anything, references: anything, parameters: anything };

/**
 * Plans conditions for one run, each with the path that its faults are told at.
 * @throws INVALID_CONDITION with all faults of the first faulty condition, INVALID_INSTANT, INVALID_TIME_ZONE
 */
export function planInputs(
  inputs: readonly (readonly [input: ConditionInput, path: Path])[],
  schema: FactSchema,
  frame: EvaluationFrame,
  scope?: Over,
): readonly Compiled[] {
  checkOptions<EvaluationFrame>(frame, frameRules, [], ["frame"]);
  const { asOf, timeZone = "UTC", references = {}, parameters = {} } = frame;
  const instant = parseInstant(asOf, { timeZone, dayAs: "end", path: ["asOf"] });
  const zone = zoneOf(timeZone);
  const planner: Planner = {
    schema: { attributes: schema.attributes, collections: separated(schema.collections) },
    zone,
    references,
    parameters: {},
    bound: parameters,
    plans: new Map(),
    keyPrefix: "",
    collectionKeys: new Map(),
    plan: planCondition,
  };
  const plans = inputs.map(([input, path]) => planInput(input, planner, path, scope));
  requireDeclared([...Object.values(references), ...inputs.map(([input]) => input)], parameters);
  const rows = rowsAt(runClock(instant, zone));
  return plans.map((plan, index) => {
    const [input] = inputs[index]!;
    const looksAtClock = mindsTheMoment([input, ...Object.values(references)], planner.schema);
    const path = isEnvelope(input) ? "/when" : "";
    return { plan, path, looksAtClock, schema: planner.schema, rows, subjectOf: plainSubject };
  });
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

/**
 * Validates an input with all that it refers to and the values of its parameters, and plans it. With a scope it judges one item of that
 * collection; without, a subject as a whole.
 * @throws INVALID_CONDITION with all faults as `issues`
 */
function planInput(input: ConditionInput, planner: Planner, path: Path, scope?: Over): Plan {
  const { schema, references, bound } = planner;
  const issues = [...validateCondition(input, schema, { references, path, scope }), ...scopeIssues(input, path, scope)];
  const declared = declaredParameters(input, undefined);
  refuseAll(issues.length > 0 ? issues : bindingIssues(declared, references, bound), "INVALID_CONDITION");
  const over = (isEnvelope(input) ? (input as unknown as ConditionEnvelope).scope : undefined) ?? scope;
  const item = over === undefined ? undefined : collectionOf({ schema }, over);
  const own: Planner =
    Object.keys(declared).length === 0
      ? planner
      : { ...planner, parameters: declared, keyPrefix: JSON.stringify(path) };
  const when = isEnvelope(input) ? (input as unknown as ConditionEnvelope).when : input;
  return planCondition(when as Condition, { schema, item }, own);
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
      checker.report(
        "CONDITION_PARAMETER",
        ["parameters", name],
        "a value: it has no default",
        undefined,
        didYouMean(name, Object.keys(bound)),
      );
    }
  }
  return checker.issues;
}

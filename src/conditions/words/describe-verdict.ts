import type { Catalogue } from "../../core/index.js";
import { requireShape } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import type { Condition } from "../condition.js";
import type { ConditionInput } from "../envelope.js";
import type { Explanation, ShownValue, Verdict } from "../explanation/explanation.js";
import { declaredParameters } from "../validation/check-inputs.js";
import { type References, requireSound } from "../validation/validate-condition.js";
import type { Literal } from "../value.js";
import { conditionWords } from "./condition-words.js";
import type { DescribeConditionOptions } from "./describe-condition.js";
import { scopeOf } from "./items-words.js";
import { literalsWords, literalWords, sortOf } from "./value-words.js";
import { makeWriter, requireCatalogue, type WordScope } from "./writer.js";

/** What a verdict needs beside its condition to be put into words. */
export interface DescribeVerdictOptions extends DescribeConditionOptions {
  /** The conditions that were referred to. */
  readonly references?: References | undefined;
}

/**
 * Puts a verdict into words, in the language of the catalogue: first whether the condition is met, then one line for each comparison that
 * decides it, with the value that was found; of an unknown one, those that could settle it.
 * @throws INVALID_CONDITION, INVALID_OPTIONS
 * @example
 * import { compileCondition, conditions, describeVerdict, explainCondition } from "clientele/conditions";
 * import { en } from "clientele/labels";
 * import { customerSchema } from "clientele/model";
 * const schema = customerSchema("EUR");
 * const rich = conditions(schema).attr("net").gte("300.00");
 * const verdict = explainCondition({ attributes: { net: "250.00" } }, compileCondition(rich, schema, { asOf: "2026-04-01" }));
 * describeVerdict(verdict, rich, schema, en); // => ["not met", "not met: net spend is at least 300.00 EUR (it is 250.00 EUR)"]
 * @category Words
 */
export function describeVerdict(
  verdict: Verdict,
  condition: ConditionInput,
  schema: FactSchema,
  catalogue: Catalogue,
  options: DescribeVerdictOptions = {},
): readonly string[] {
  requireShape(verdict, "verdict", "a verdict of explainCondition", "result", "tree", "missing", "decisive");
  requireCatalogue(catalogue);
  requireSound(condition, schema, options);
  const { references = {} } = options;
  const declared = [condition, ...Object.values(references)].map((input) =>
    declaredParameters(input, options.parameters),
  );
  const writer = makeWriter(catalogue, Object.assign({}, ...declared), conditionWords);
  const root: WordScope = { schema, number: "" };
  const over = ("when" in condition ? condition.scope : undefined) ?? options.scope;
  const scope = over === undefined ? root : scopeOf(over, root);
  const told = verdict.result === "unknown" ? verdict.missing.map(({ path }) => path) : verdict.decisive;
  const lines = leavesOf(verdict.tree, new Set(told)).map(({ path, result, actual }) => {
    const node = nodeAt({ ...condition, references }, path);
    const params = { result: writer.say(`verdict.${result}`), condition: writer.clause(node, scope).text };
    if (node.type !== "compare" || actual === undefined || isBounds(actual)) return writer.say("verdict.leaf", params);
    const sort = sortOf(node.subject, scope, writer);
    const shown = Array.isArray(actual)
      ? literalsWords(actual, sort, writer)
      : literalWords(actual as Literal, sort, writer);
    return writer.say("verdict.leaf-actual", { ...params, actual: shown });
  });
  return [writer.say(`verdict.${verdict.result}`), ...lines];
}

const leavesOf = (node: Explanation, told: ReadonlySet<string>): readonly Explanation[] => [
  ...(told.has(node.path) ? [node] : []),
  ...(node.children ?? []).flatMap((child) => leavesOf(child, told)),
];

/** Numbers between bounds and birthdays have no plain words. */
const isBounds = (actual: ShownValue): boolean =>
  typeof actual === "object" && !Array.isArray(actual) && !("amount" in actual);

/** What a JSON Pointer points at. */
function nodeAt(json: object, path: string): Condition {
  const keys = path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], json) as Condition;
}

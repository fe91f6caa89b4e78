import type { Catalogue } from "../../core/index.js";
import type { FactSchema } from "../../model/index.js";
import type { Condition } from "../condition.js";
import type { ConditionEnvelope, Parameter, Parameters } from "../envelope.js";
import { typeOfField } from "../typing/value-types.js";
import { declaredParameters } from "../validation/check-inputs.js";
import { requireSound } from "../validation/validate-condition.js";
import type { Over } from "../value.js";
import { conditionWords } from "./condition-words.js";
import { scopeOf } from "./items-words.js";
import { collectionWords, parameterWords } from "./name-words.js";
import { literalsWords, literalWords } from "./value-words.js";
import { makeWriter, requireCatalogue, type WordScope, type Writer } from "./writer.js";

/** What a condition needs beside its schema to be put into words. */
export interface DescribeConditionOptions {
  /** Parameters that are declared outside, where there is no envelope. */
  readonly parameters?: Parameters | undefined;
  /** The condition judges one item of this collection. */
  readonly scope?: Over | undefined;
}

/**
 * Puts a condition into words, in the language of the catalogue: one clause, without a capital and a full stop, so that it can stand in
 * any sentence. Two conditions that differ in more than their ids get different words.
 *
 * Fields bear the schema's `label` in the language that `core.locale` of the catalogue names, else the catalogue's word
 * `conditions.field.<name>`, else their name; collections the word `conditions.collection.<name>`. A label that two fields share is
 * followed by the name. Conditions are joined by "and" or "or" where each is simple, else they are numbered in brackets. Plurals are made
 * by the catalogue's own `{n|one|many}`. Templates that a catalogue of the host's own leaves out appear as their codes.
 * @throws INVALID_CONDITION with all faults as `issues`, INVALID_OPTIONS also for what is no catalogue
 * @example
 * import { conditions, describeCondition, last } from "clientele/conditions";
 * import { en, zhCN } from "clientele/labels";
 * import { customerSchema } from "clientele/model";
 * const schema = customerSchema("EUR");
 * const { all, attr, each } = conditions(schema);
 * const lapsing = all(attr("net").gte("300.00"), each("order").within(last({ days: 90 })).none());
 * describeCondition(lapsing, schema, en); // => "net spend is at least 300.00 EUR and there is no order in the last 90 days"
 * describeCondition(lapsing, schema, zhCN); // => "净消费额不低于 300.00 EUR，且最近 90 天内没有订单"
 * @category Words
 */
export function describeCondition(
  condition: Condition | ConditionEnvelope,
  schema: FactSchema,
  catalogue: Catalogue,
  options: DescribeConditionOptions = {},
): string {
  requireCatalogue(catalogue);
  requireSound(condition, schema, options);
  const envelope: Partial<ConditionEnvelope> = "when" in condition ? condition : {};
  const writer = makeWriter(catalogue, declaredParameters(condition, options.parameters), conditionWords);
  const over = envelope.scope ?? options.scope;
  const root: WordScope = { schema, number: "" };
  const scope = over === undefined ? root : scopeOf(over, root);
  const { text } = writer.clause(envelope.when ?? (condition as Condition), scope);
  const scoped =
    over === undefined ? text : writer.say("scope", { one: collectionWords(over, 1, root, writer), condition: text });
  return withDefaults(scoped, envelope.parameters ?? {}, writer);
}

function withDefaults(text: string, parameters: Parameters, writer: Writer): string {
  return Object.entries(parameters).reduce((condition, [name, parameter]) => {
    if (parameter.default === undefined) return condition;
    const value = defaultWords(parameter, writer);
    return writer.say("default", { condition, parameter: parameterWords(name, writer), value });
  }, text);
}

function defaultWords(parameter: Parameter, writer: Writer): string {
  const sort = { kind: typeOfField(parameter).kind };
  const preset = parameter.default as NonNullable<Parameter["default"]>;
  return Array.isArray(preset) ? literalsWords(preset, sort, writer) : literalWords(preset as string, sort, writer);
}

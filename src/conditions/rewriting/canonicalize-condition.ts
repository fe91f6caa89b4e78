import { anything, checkOptions } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { requireSchema } from "../../model/shared.js";
import type { Condition } from "../condition.js";
import type { ConditionEnvelope, Parameters } from "../envelope.js";
import { collectionOf, typeOfValue } from "../typing/type-of-value.js";
import type { NameScope } from "../typing/value-types.js";
import { declaredParameters } from "../validation/check-inputs.js";
import type { Over } from "../value.js";
import { requireStored } from "./rename-fields.js";
import { type Rewriter, rewriteCondition } from "./rewrite-condition.js";
import { tidyInstant, tidyJson } from "./tidy-json.js";

/** What tells instants from texts. */
export interface CanonicalizeConditionOptions {
  /** The schema that the condition is sound for. Left out: instants beside a value stay as they are spelt. */
  readonly schema?: FactSchema | undefined;
  /** Parameters that are declared outside, where there is no envelope. */
  readonly parameters?: Parameters | undefined;
  /** The condition judges one item of this collection. */
  readonly scope?: Over | undefined;
}

/**
 * Gives a sound condition, or an envelope, the one spelling that equal rules share, for hashing and comparing versions.
 *
 * Keys are sorted; amounts have their currency's decimals (more only where needed), factors no more than they need; -0 is 0; instants
 * are ISO 8601 in UTC; `bounds: "[]"`, `leapDay: "feb28"` and weeks that start on Monday are left out, since they say nothing new. The order in `of` and of
 * listed values is kept: it is how people read the rule. Doing it twice changes nothing, and no judgement changes.
 * @throws INVALID_OPTIONS
 * @example
 * import { canonicalizeCondition } from "clientele/conditions";
 * const window = { type: "between", start: "2026-11-01T08:00+08:00" } as const;
 * const rule = canonicalizeCondition({ type: "none", over: { collection: "order" }, window });
 * JSON.stringify(rule.window); // => '{"start":"2026-11-01T00:00:00.000Z","type":"between"}'
 * @category Stored conditions
 */
export function canonicalizeCondition<T extends Condition | ConditionEnvelope>(
  condition: T,
  options: CanonicalizeConditionOptions = {},
): T {
  requireStored(condition);
  checkOptions<CanonicalizeConditionOptions>(options, { schema: anything, parameters: anything, scope: anything });
  const { schema } = options;
  return tidyJson(schema === undefined ? condition : withTidyInstants(condition, schema, options)) as T;
}

function withTidyInstants(
  input: Condition | ConditionEnvelope,
  schema: FactSchema,
  options: CanonicalizeConditionOptions,
): Condition | ConditionEnvelope {
  requireSchema(schema);
  const parameters = declaredParameters(input, options.parameters);
  const rewriter: Rewriter<NameScope> = {
    attribute: (value) => value,
    item: (value) => value,
    over: (over) => over,
    inside: (over, scope) => ({ ...scope, item: collectionOf(scope, over) }),
    literal: (literal, subject, scope) =>
      typeof literal === "string" && typeOfValue(subject, scope, parameters).kind === "instant"
        ? tidyInstant(literal)
        : literal,
  };
  const scopeOf = (over: Over | undefined): NameScope =>
    over === undefined ? { schema } : rewriter.inside(over, { schema });
  if (!("when" in input)) return rewriteCondition(input, scopeOf(options.scope), rewriter);
  return { ...input, when: rewriteCondition(input.when, scopeOf(input.scope ?? options.scope), rewriter) };
}

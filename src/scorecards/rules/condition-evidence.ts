import type { ConditionEnvelope, Explanation, ShownValue, Verdict } from "../../conditions/index.js";
import type { ReasonParam } from "../../core/index.js";

/** What stands behind the answer to one condition. */
export interface ConditionEvidence {
  /** The facts that would settle it, where it is unknown. */
  readonly missing: readonly string[];
  /** The attributes that decided, by name, for the words of a reason. */
  readonly params: Readonly<Record<string, ReasonParam>>;
}

/** Reads the evidence out of a condition that was explained. */
export function evidenceIn(explained: ConditionEnvelope, { tree, missing }: Verdict): ConditionEvidence {
  const params: Record<string, ReasonParam> = {};
  for (const { path, actual } of decisiveLeaves(tree)) {
    const name = attributeAt(explained, path);
    if (name !== undefined && isParam(actual)) params[name] = actual;
  }
  return { missing: [...new Set(missing.map(({ field }) => field))], params };
}

function decisiveLeaves(node: Explanation): readonly Explanation[] {
  const inner = node.children?.flatMap(decisiveLeaves) ?? [];
  return node.decisive ? [node, ...inner] : inner;
}

/** The attribute that a comparison looks at as a whole; undefined for aggregates and for parts of a value. */
function attributeAt(explained: ConditionEnvelope, pointer: string): string | undefined {
  let node: unknown = explained;
  for (const step of pointer.split("/").slice(1)) {
    node = (Object(node) as Readonly<Record<string, unknown>>)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  const compare = node as {
    readonly subject?: { readonly type: string; readonly field?: string; readonly part?: object };
  };
  const { type, field, part } = compare?.subject ?? {};
  return type === "attribute" && part === undefined ? field : undefined;
}

/** Whether a value can be a parameter of a reason: texts, numbers, truth values, amounts, lists of texts. */
export function isParam(value: ShownValue | undefined): value is ReasonParam & ShownValue {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === "string");
  return typeof value === "object" ? "currency" in value : value !== undefined;
}

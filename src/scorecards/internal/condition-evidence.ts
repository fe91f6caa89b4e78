import type { Condition } from "../../conditions/index.js";
import { type ReasonParam, zoneOf } from "../../core/index.js";
import { type FactSchema, type Facts, factReader, isFactGap } from "../../model/index.js";

/** What stands behind the answer to one condition. */
export interface ConditionEvidence {
  /** The facts that are not known. */
  readonly missing: readonly string[];
  /** The attributes that the condition looks at, by name, for the words of a reason. */
  readonly params: Readonly<Record<string, ReasonParam>>;
}

/** Looks up the facts that a condition mentions. */
export function evidenceIn<S extends FactSchema>(condition: Condition, facts: Facts<S>, schema: S): ConditionEvidence {
  const missing: string[] = [];
  const params: Record<string, ReasonParam> = {};
  for (const name of attributesIn(condition)) {
    const field = schema.attributes[name];
    const attributes = facts.attributes as Readonly<Record<string, unknown>>;
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (field === undefined || isFactGap(factReader(field, zoneOf("UTC"))(value))) missing.push(name);
    else if (isParam(value)) params[name] = value;
  }
  return { missing, params };
}

/** The attributes that a condition mentions, in its order. */
function attributesIn(node: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { type, field } = part as { readonly type?: unknown; readonly field?: unknown };
    if (type === "attribute" && typeof field === "string") names.add(field);
    else for (const inner of Object.values(part)) walk(inner);
  };
  walk(node);
  return names;
}

function isParam(value: unknown): value is ReasonParam {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return true;
    case "object":
      return value !== null && ("currency" in value || Array.isArray(value));
    default:
      return false;
  }
}

import { checkOptions, fields, object, optional, type Rule, refusal, requireShape, text } from "../../core/shared.js";
import type { Condition } from "../condition.js";
import type { ConditionEnvelope } from "../envelope.js";
import type { Over } from "../value.js";
import { type Rewriter, rewriteCondition } from "./rewrite-condition.js";

/** Old names to new ones. */
export type Renames = Readonly<Record<string, string>>;

/** New names in one collection: its own, its fields', and those of the collections inside it. All are looked up by the old name. */
export interface CollectionRenames {
  readonly name?: string | undefined;
  readonly fields?: Renames | undefined;
  readonly collections?: Readonly<Record<string, CollectionRenames>> | undefined;
}

/** New names, laid out as a fact schema is. What is not named keeps its name. */
export interface FieldRenames {
  readonly attributes?: Renames | undefined;
  readonly collections?: Readonly<Record<string, CollectionRenames>> | undefined;
}

const byName =
  (rule: Rule): Rule =>
  (value, path, check) =>
    Object.entries(object("new names by old ones")(value, path, check) ?? {}).forEach(([name, renamed]) => {
      rule(renamed, [...path, name], check);
    });
const names = byName(text);
const collectionRenames: Rule = byName((value, path, check) =>
  fields({ name: optional(text), fields: optional(names), collections: optional(collectionRenames) })(
    value,
    path,
    check,
  ),
);

/** Where names are looked up: those of the subject, and those of the innermost item. */
interface Place {
  readonly item?: CollectionRenames | undefined;
}

/**
 * Rewrites a stored condition, or an envelope, for a schema whose fields or collections have other names now.
 *
 * All names change at once, so two may change places. Nothing is checked against a schema: validate the result against the new one.
 * Names are told apart as in the schema: a field of orders is not an attribute of the same name, nor a field of lines. References and
 * parameters keep their names. Where no two names become one, renaming back gives the condition as it was.
 * @throws INVALID_OPTIONS
 * @example
 * import { conditions, renameFields } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const { each } = conditions(customerSchema("EUR"));
 * const rule = each("order").where((order) => order.attr("channel").eq("web")).none();
 * const renamed = renameFields(rule, { collections: { order: { name: "booking", fields: { channel: "origin" } } } });
 * JSON.stringify(renamed).includes("channel"); // => false
 * @category Stored conditions
 */
export function renameFields<T extends Condition | ConditionEnvelope>(condition: T, renames: FieldRenames): T {
  requireStored(condition);
  checkOptions<FieldRenames>(renames, { attributes: names, collections: collectionRenames });
  const rewriter: Rewriter<Place> = {
    attribute: (value) => ({ ...value, field: renamed(value.field, renames.attributes) }),
    item: (value, { item }) => ({ ...value, field: renamed(value.field, item?.fields) }),
    over: (over, place) => ({ ...over, collection: found(over, place)?.name ?? over.collection }),
    literal: (literal) => literal,
    inside: (over, place) => ({ item: found(over, place) }),
  };
  const found = (over: Over, place: Place): CollectionRenames | undefined =>
    own(over.of === "item" ? place.item?.collections : renames.collections, over.collection);
  try {
    return renamedBy(condition, rewriter);
  } catch {
    throw refusal("INVALID_ARGUMENT", ["condition"], "a condition that was validated", condition);
  }
}

function renamedBy<T extends Condition | ConditionEnvelope>(condition: T, rewriter: Rewriter<Place>): T {
  const input: Condition | ConditionEnvelope = condition;
  if (!("when" in input)) return rewriteCondition(input, {}, rewriter) as T;
  const { scope } = input;
  const place = scope === undefined ? {} : rewriter.inside(scope, {});
  return {
    ...input,
    ...(scope === undefined ? {} : { scope: rewriter.over(scope, {}) }),
    when: rewriteCondition(input.when, place, rewriter),
  } as unknown as T;
}

const renamed = (name: string, renames: Renames | undefined): string => own(renames, name) ?? name;

const own = <V>(record: Readonly<Record<string, V>> | undefined, name: string): V | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;

/** Refuses what is neither a condition nor an envelope around one. @throws INVALID_ARGUMENT */
export const requireStored = (condition: unknown): void =>
  requireShape(condition, "condition", "a condition as it was stored", "when" in Object(condition) ? "when" : "type");

import type { Collection, Collections, Field } from "../../model/index.js";
import type { Over } from "../value.js";
import type { NameScope } from "./value-type.js";

const at: Field = { type: "instant", required: true };
const id: Field = { type: "string" };

/** The attribute of a name. */
export function attributeField(scope: NameScope, name: string): Field | undefined {
  return own(scope.schema.attributes, name);
}

/** The field of the innermost item; timed items also have `at`, all have `id`. */
export function itemField(item: Collection, name: string): Field | undefined {
  if (name === "id") return id;
  return name === "at" && item.timed ? at : own(item.fields, name);
}

/** The names that {@link itemField} knows. */
export function itemFieldNames(item: Collection): readonly string[] {
  return [...Object.keys(item.fields), ...(item.timed ? ["at"] : []), "id"];
}

/** The collections that an `over` chooses from: those of the subject, or those inside the item. */
export function collectionsFor(scope: NameScope, over: Over): Collections {
  return (over.of === "item" ? scope.item?.collections : scope.schema.collections) ?? {};
}

/** The collection that an `over` names. */
export function collectionOf(scope: NameScope, over: Over): Collection | undefined {
  return own(collectionsFor(scope, over), over.collection);
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

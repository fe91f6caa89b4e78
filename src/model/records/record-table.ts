import type { Issue } from "../../core/index.js";

/** What is wrong with a value, before it is known where it stands. */
export type Fault = Pick<Issue, "code" | "expected" | "hint">;

/** What one value of a record must be. */
export interface ValueRule<T> {
  readonly accepts: (value: unknown) => value is T;
  /** For a value that is not accepted. */
  readonly fault: (value: unknown) => Fault;
  /** The rule in JSON Schema, as far as that can say it. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** What must hold between the fields of one record; looked at when each field alone is right. */
export interface RecordRule<T> extends Fault {
  readonly accepts: (record: T) => boolean;
  /** Where the issue stands. */
  readonly field: keyof T & string;
}

/**
 * Everything that is known about a kind of record, beside its interface. The check of a row, the JSON Schema and the zod schema are
 * made from it, so that they cannot differ.
 */
export interface RecordTable<T> {
  /** In the order in which issues are listed. */
  readonly fields: FieldRules<T>;
  readonly together: readonly RecordRule<T>[];
}

/** A list of records. */
export interface ListRule<T> {
  readonly item: RecordTable<T>;
}

/** A field that may be left out. */
export interface Optional<R> {
  readonly optional: R;
}

type Rule<V> =
  | ValueRule<V>
  | ([V] extends [readonly (infer Item)[]] ? ListRule<Item> : [V] extends [object] ? RecordTable<V> : never);

type FieldRules<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Optional<Rule<Exclude<T[K], undefined>>> : Rule<T[K]>;
};

/** Rules of any kind, for code that walks a table. */
export type AnyRule = ValueRule<unknown> | AnyTable | { readonly item: AnyTable };
/** The table of any record. */
export interface AnyTable {
  readonly fields: Readonly<Record<string, AnyRule | Optional<AnyRule>>>;
  readonly together: readonly RecordRule<never>[];
}

/** Describes a record: a rule for every field, then what must hold between them. */
export function recordTable<T extends object>(
  fields: FieldRules<T>,
  ...together: readonly RecordRule<T>[]
): RecordTable<T> {
  return { fields, together };
}

/** A field that may be left out. */
export function optional<R>(rule: R): Optional<R> {
  return { optional: rule };
}

/** A list of records. */
export function listOf<T>(item: RecordTable<T>): ListRule<T> {
  return { item };
}

/** The rule of a field, without its `optional`. */
export function ruleIn(field: AnyRule | Optional<AnyRule>): AnyRule {
  return "optional" in field ? field.optional : field;
}

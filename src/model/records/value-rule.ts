import type { Issue } from "../../core/index.js";

/** What is wrong with a value, before it is known where it stands. */
export type Fault = Pick<Issue, "code" | "expected" | "hint">;

/**
 * What a value of a record must be. The guard, the zod schema, the JSON Schema and the words of an issue are made from the
 * same rule, so that they cannot differ.
 */
export interface ValueRule<T> {
  readonly accepts: (value: unknown) => value is T;
  /** For a value that is not accepted. */
  readonly fault: (value: unknown) => Fault;
  /** The rule in JSON Schema, as far as that can say it. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** A field of a record: must it be there, and what is its value. */
export type FieldRule<Presence = "optional" | "required", V = unknown> = readonly [
  presence: Presence,
  rule: ValueRule<V>,
];

/** The rule of every field of a record, in the order in which issues are listed. */
export type FieldRules<T> = {
  readonly [K in keyof T]-?: FieldRule<undefined extends T[K] ? "optional" : "required", Exclude<T[K], undefined>>;
};

/** What must hold between the fields of one record; looked at when each field alone is right. */
export interface RecordRule<T> extends Fault {
  readonly accepts: (record: T) => boolean;
  /** Where the issue stands. */
  readonly field: keyof T & string;
}

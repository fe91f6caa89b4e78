import type { Condition, Value } from "../condition.js";
import type { ParameterValue } from "../value.js";

/** Freezes a node and everything in it, so that definitions can be shared. */
export function freeze<T>(node: T): T {
  if (typeof node !== "object" || node === null || Object.isFrozen(node)) return node;
  for (const part of Object.values(node)) freeze(part);
  return Object.freeze(node);
}

/** The entries that are stated: JSON has no undefined. */
export function stated<T extends object>(entries: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as never;
}

declare const needs: unique symbol;
declare const kind: unique symbol;

/**
 * A condition that speaks of items of collection `Scope`; `never` where it speaks of the subject alone. The scope exists for the
 * compiler only, so that an item condition cannot leave its callback; a condition read from storage needs none.
 * @category Builders
 */
export type Scoped<Scope extends string> = Condition & { readonly [needs]?: Scope };

/** A value under construction: its JSON, and for the compiler its kind and the items it speaks of. */
export interface TypedValue<Kind extends string, Scope extends string> {
  /** The JSON that it stands for. */
  readonly value: Value;
  readonly [kind]: Kind;
  readonly [needs]: Scope;
}

/** A declared parameter under construction. */
export interface TypedParameter<Kind extends string> extends TypedValue<Kind, never> {
  readonly value: ParameterValue;
}

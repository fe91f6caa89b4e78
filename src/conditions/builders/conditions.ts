import { anything, checkOptions } from "../../core/shared.js";
import type { FactSchema, Field } from "../../model/index.js";
import { requireSchema } from "../../model/shared.js";
import type { Condition } from "../condition.js";
import type { Truth } from "../truth.js";
import { buildItems } from "./build-items.js";
import { buildValue } from "./build-value.js";
import type { ItemsOf, SequenceOptions, StepBuilder } from "./item-builders.js";
import { freeze, type Scoped, stated, type TypedParameter } from "./scoped.js";
import type { BuilderOf, InstantBuilder } from "./value-builders.js";

/** A parameter's builder: all tests of its type, and usable where a list is asked for. */
export type ParameterBuilder<F extends Field> = BuilderOf<F, never> & TypedParameter<KindOf<F>>;
type KindOf<F extends Field> = F extends { readonly type: "money"; readonly currency: infer C extends string }
  ? `money in ${C}`
  : F["type"] extends "string"
    ? "text"
    : F["type"] extends "strings"
      ? "list"
      : F["type"];

/**
 * Builders over one schema. They only write JSON: what they return is frozen plain data.
 * @category Builders
 */
export interface ConditionBuilders<S extends FactSchema> {
  all<Scope extends string = never>(...of: readonly Scoped<Scope>[]): Scoped<Scope>;
  any<Scope extends string = never>(...of: readonly Scoped<Scope>[]): Scoped<Scope>;
  atLeast<Scope extends string = never>(count: number, ...of: readonly Scoped<Scope>[]): Scoped<Scope>;
  not<Scope extends string = never>(of: Scoped<Scope>): Scoped<Scope>;
  /** Settles unknown as `unknown`. */
  assume<Scope extends string = never>(unknown: boolean, of: Scoped<Scope>): Scoped<Scope>;
  /** The same condition with a stable name for reasons and editors. */
  named<Scope extends string = never>(id: string, condition: Scoped<Scope>): Scoped<Scope>;
  constant(value: Truth): Scoped<never>;
  reference(id: string): Scoped<never>;
  attr<K extends keyof S["attributes"] & string>(field: K): BuilderOf<S["attributes"][K], never>;
  /** The moment of the run, to compare with: `attr("validUntil").gte(now)`, `now.part("weekday").between(6, 7)`. */
  readonly now: InstantBuilder<never>;
  parameter<const F extends Field>(name: string, field: F): ParameterBuilder<F>;
  each<K extends keyof S["collections"] & string>(collection: K): ItemsOf<S["collections"][K], K, never>;
  sequence(steps: readonly StepBuilder<never>[], options?: SequenceOptions): Scoped<never>;
}

/**
 * Typed builders over a schema: a misspelt field, a wrong operand, currency, operator or window does not compile.
 * @example
 * import { conditions, last } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const { all, attr, each } = conditions(customerSchema("EUR"));
 * const rule = all(attr("net").gte("300.00"), each("order").within(last({ days: 90 })).none());
 * rule.type; // => "all"
 * @category Builders
 */
export function conditions<S extends FactSchema>(schema: S): ConditionBuilders<S> {
  requireSchema(schema);
  const group =
    (type: "all" | "any") =>
    (...of: readonly Condition[]) =>
      freeze({ type, of });
  const builders = {
    all: group("all"),
    any: group("any"),
    atLeast: (count: number, ...of: readonly Condition[]) => freeze({ type: "atLeast", count, of }),
    not: (of: Condition) => freeze({ type: "not", of }),
    assume: (unknown: boolean, of: Condition) => freeze({ type: "assume", unknown, of }),
    named: (id: string, condition: Condition) => freeze({ ...condition, id }),
    constant: (value: Truth) => freeze({ type: "constant", value }),
    reference: (id: string) => freeze({ type: "reference", id }),
    attr: (field: string) => buildValue({ type: "attribute", field }, schema.attributes[field] ?? { type: "string" }),
    now: buildValue({ type: "now" }, { type: "instant" }),
    parameter: (name: string, field: Field) => buildValue({ type: "parameter", name }, field),
    each: (collection: string) =>
      buildItems(schema.collections[collection] ?? { timed: false, fields: {} }, { over: { collection } }),
    sequence: (steps: readonly StepBuilder<never>[], options: SequenceOptions = {}) => {
      checkOptions<SequenceOptions>(options, { within: anything, window: anything, ties: anything, same: anything });
      const { within, window, ties, same } = options;
      return freeze({
        type: "sequence",
        steps: steps.map(({ step }) => step),
        ...stated({ within, window, ties, same }),
      });
    },
  };
  return Object.freeze(Object.assign(Object.create(null), builders)) as ConditionBuilders<S>;
}

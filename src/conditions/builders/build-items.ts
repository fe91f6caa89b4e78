import type { Collection, Field } from "../../model/index.js";
import type { AggregateValue, Condition, Step } from "../condition.js";
import type { AggregateFunction, ItemValue, Over, Part } from "../value.js";
import type { Window } from "../window.js";
import { buildValue } from "./build-value.js";
import type { ItemBuilder, ItemCondition, ItemsOf } from "./item-builders.js";
import { freeze } from "./scoped.js";

/** What has been said about the items so far. */
interface Narrowed {
  readonly over: Over;
  readonly where?: Condition;
  readonly window?: Window;
  readonly latest?: number;
}

/** Items of one collection: every call returns a narrower copy. */
export function buildItems<C extends Collection, Own extends string, Outer extends string>(
  collection: C,
  narrowed: Narrowed,
  skipMissing = false,
): ItemsOf<C, Own, Outer> {
  const item = itemBuilder(collection);
  const conditionOf = (input: ItemCondition<Collection, string>): Condition =>
    typeof input === "function" ? input(item) : input;
  const next = (more: Partial<Narrowed>, skip = skipMissing): unknown =>
    buildItems(collection, { ...narrowed, ...more }, skip);
  const aggregate = (fn: AggregateFunction, field: Pick<Field, "type">, of?: ItemValue): unknown => {
    const value: AggregateValue = { type: "aggregate", fn, ...narrowed };
    return buildValue(
      { ...value, ...(of === undefined ? {} : { of }), ...(skipMissing ? { skipMissing: true } : {}) },
      field,
    );
  };
  const number = (fn: AggregateFunction) => (): unknown => aggregate(fn, { type: "number" });
  const ofField =
    (fn: AggregateFunction) =>
    (field: string): unknown =>
      aggregate(fn, collection.fields[field] ?? { type: "string" }, { type: "item", field });
  const builder = {
    step: freeze({ ...narrowed } as Step),
    where: (...inputs: readonly ItemCondition<Collection, string>[]) =>
      next({ where: both(narrowed.where, inputs.map(conditionOf)) }),
    within: (window: Window) =>
      narrowed.window === undefined ? next({ window }) : next({ where: both(narrowed.where, [lies(window)]) }),
    latest: (latest: number) => next({ latest }),
    skipMissing: () => next({}, true),
    any: () => freeze({ type: "some", ...narrowed } as Condition),
    none: () => freeze({ type: "none", ...narrowed } as Condition),
    every: (holds: ItemCondition<Collection, string>) =>
      freeze({ type: "every", ...narrowed, holds: conditionOf(holds) } as Condition),
    absent: () => freeze({ step: { ...narrowed, absent: true } }),
    count: number("count"),
    countDistinct: (field: string, part?: Part) =>
      aggregate("countDistinct", { type: "number" }, { type: "item", field, ...(part === undefined ? {} : { part }) }),
    sum: ofField("sum"),
    avg: ofField("avg"),
    min: ofField("min"),
    max: ofField("max"),
    first: ofField("first"),
    last: ofField("last"),
    daysSinceFirst: number("daysSinceFirst"),
    daysSinceLast: number("daysSinceLast"),
    medianGap: number("medianGap"),
  };
  return Object.freeze(Object.assign(Object.create(null), builder)) as ItemsOf<C, Own, Outer>;
}

function itemBuilder(collection: Collection): ItemBuilder<Collection, string> {
  const item = (field: string, type: Field["type"] | Field): unknown =>
    buildValue({ type: "item", field }, typeof type === "string" ? { type } : type);
  return Object.freeze(
    Object.assign(Object.create(null), {
      attr: (field: string) => item(field, collection.fields[field] ?? "string"),
      at: item("at", "instant"),
      id: item("id", "string"),
      each: (name: string) =>
        buildItems(collection.collections?.[name] ?? { timed: false, fields: {} }, {
          over: { collection: name, of: "item" },
        }),
    }),
  ) as ItemBuilder<Collection, string>;
}

/** A second window is a condition on the items of the first. */
const lies = (window: Window): Condition => ({
  type: "compare",
  subject: { type: "item", field: "at" },
  op: "within",
  window,
});

function both(before: Condition | undefined, conditions: readonly Condition[]): Condition {
  const of = before === undefined ? conditions : [before, ...conditions];
  return of.length === 1 ? (of[0] as Condition) : { type: "all", of };
}

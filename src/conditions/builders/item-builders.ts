import type { Duration } from "../../core/index.js";
import type { Collection, Collections, Field, Fields } from "../../model/index.js";
import type { Step } from "../condition.js";
import type { Part } from "../value.js";
import type { Scoped } from "./scoped.js";
import type { BuilderOf, InstantBuilder, NumberBuilder, TextBuilder } from "./value-builders.js";
import type { EventWindow } from "./windows.js";

/** Names of the fields that have one of some types. */
export type NamesOfType<F extends Fields, T extends Field["type"]> = {
  [K in keyof F]: F[K]["type"] extends T ? K : never;
}[keyof F] &
  string;

/**
 * One item under judgement. Its conditions may also speak of the subject, never of another collection's items.
 * @category Builders
 */
export interface ItemBuilder<C extends Collection, Own extends string> {
  attr<K extends keyof C["fields"] & string>(field: K): BuilderOf<C["fields"][K], Own>;
  /** The instant of a timed item. */
  readonly at: C["timed"] extends true ? InstantBuilder<Own> : never;
  readonly id: TextBuilder<Own>;
  /** Items inside this one, such as the lines of a past order. */
  each<K extends keyof InnerCollections<C> & string>(
    collection: K,
  ): ItemsOf<Extract<InnerCollections<C>[K], Collection>, `${Own}/${K}`, Own>;
}

/** The collections inside an item. */
export type InnerCollections<C extends Collection> = C extends { readonly collections: infer R extends Collections }
  ? R
  : Readonly<Record<never, Collection>>;

/** A condition on an item: a callback that makes it, or one that is ready. */
export type ItemCondition<C extends Collection, Own extends string> =
  | Scoped<Own>
  | ((item: ItemBuilder<C, Own>) => Scoped<Own>);

declare const speaksOf: unique symbol;

/** One event of a sequence under construction. */
export interface StepBuilder<Outer extends string> {
  /** The JSON that it stands for. */
  readonly step: Step;
  readonly [speaksOf]?: Outer;
}

/** One number or amount made of many items. */
export interface AggregateBuilders<C extends Collection, Outer extends string> {
  count(): NumberBuilder<Outer>;
  countDistinct(field: (keyof C["fields"] & string) | "id" | TimeName<C>, part?: Part): NumberBuilder<Outer>;
  sum<K extends NamesOfType<C["fields"], "money" | "number">>(field: K): BuilderOf<C["fields"][K], Outer>;
  avg<K extends NamesOfType<C["fields"], "money" | "number">>(field: K): BuilderOf<C["fields"][K], Outer>;
  min<K extends NamesOfType<C["fields"], "money" | "number" | "day" | "instant">>(
    field: K,
  ): BuilderOf<C["fields"][K], Outer>;
  max<K extends NamesOfType<C["fields"], "money" | "number" | "day" | "instant">>(
    field: K,
  ): BuilderOf<C["fields"][K], Outer>;
}

type TimeName<C extends Collection> = C["timed"] extends true ? "at" : never;

/** Aggregates that need a clock. */
export interface TimedAggregateBuilders<C extends Collection, Outer extends string>
  extends AggregateBuilders<C, Outer> {
  first<K extends keyof C["fields"] & string>(field: K): BuilderOf<C["fields"][K], Outer>;
  last<K extends keyof C["fields"] & string>(field: K): BuilderOf<C["fields"][K], Outer>;
  daysSinceFirst(): NumberBuilder<Outer>;
  daysSinceLast(): NumberBuilder<Outer>;
  /** Median of the gaps in days between consecutive distinct local days. */
  medianGap(): NumberBuilder<Outer>;
}

/** Items of one collection, narrowed step by step; `Own` is their scope, `Outer` the one the result speaks in. */
export interface ItemsBuilder<C extends Collection, Own extends string, Outer extends string>
  extends AggregateBuilders<C, Outer>,
    StepBuilder<Outer> {
  where(...conditions: readonly ItemCondition<C, Own>[]): this;
  any(): Scoped<Outer>;
  none(): Scoped<Outer>;
  every(holds: ItemCondition<C, Own>): Scoped<Outer>;
  /** As the last step of a sequence: no such item. */
  absent(): StepBuilder<Outer>;
  /** Aggregates that leave out uncertain items, as SQL does. */
  skipMissing(): AggregateBuilders<C, Outer>;
}

/** The last so many items, ready to be asked about. */
export interface LatestItems<C extends Collection, Own extends string, Outer extends string>
  extends TimedAggregateBuilders<C, Outer> {
  any(): Scoped<Outer>;
  none(): Scoped<Outer>;
  every(holds: ItemCondition<C, Own>): Scoped<Outer>;
  skipMissing(): TimedAggregateBuilders<C, Outer>;
}

/** Items with a clock: windows, order and gaps. */
export interface TimedItemsBuilder<C extends Collection, Own extends string, Outer extends string>
  extends ItemsBuilder<C, Own, Outer>,
    TimedAggregateBuilders<C, Outer> {
  /** A second window narrows the first. */
  within(window: EventWindow): this;
  /** Of what has been asked for so far the last so many, by time and id. */
  latest(count: number): LatestItems<C, Own, Outer>;
  skipMissing(): TimedAggregateBuilders<C, Outer>;
}

/** Timed items have windows, others do not. */
export type ItemsOf<C extends Collection, Own extends string, Outer extends string> = C["timed"] extends true
  ? TimedItemsBuilder<C, Own, Outer>
  : ItemsBuilder<C, Own, Outer>;

/** How far apart and where a sequence may lie. */
export interface SequenceOptions {
  /** The first and the last event at most this far apart; for an absent step, how long it must stay away. */
  readonly within?: Duration | undefined;
  readonly window?: EventWindow | undefined;
  /** Events at the same instant may follow each other. */
  readonly ties?: "allowed" | undefined;
  /** A field of all of them in which they are the same, such as the cart. */
  readonly same?: string | undefined;
}

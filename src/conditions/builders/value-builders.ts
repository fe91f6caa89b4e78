import type { Day, Festival, InstantInput, Money } from "../../core/index.js";
import type { Field } from "../../model/index.js";
import type { BetweenTest } from "../condition.js";
import type { Window } from "../window.js";
import type { Scoped, TypedParameter, TypedValue } from "./scoped.js";

/**
 * `orMissing`: true also where nothing is there.
 * @category Builders
 */
export interface OrMissing {
  readonly orMissing?: boolean | undefined;
}

/** Which ends belong to a range; both by default. */
export interface BetweenOptions extends OrMissing {
  readonly bounds?: BetweenTest["bounds"];
}

/** Whether anything is there. */
export interface PresenceTests<Scope extends string> {
  exists(): Scoped<Scope>;
  missing(): Scoped<Scope>;
}

/** Equality with values of one kind. */
export interface EqualityTests<V, Kind extends string, Scope extends string>
  extends TypedValue<Kind, Scope>,
    PresenceTests<Scope> {
  eq(value: V | TypedValue<Kind, Scope>, options?: OrMissing): Scoped<Scope>;
  ne(value: V | TypedValue<Kind, Scope>, options?: OrMissing): Scoped<Scope>;
}

/** Membership of a list of values. */
export interface MembershipTests<V, Kind extends string, Scope extends string> extends EqualityTests<V, Kind, Scope> {
  in(values: readonly V[] | TypedParameter<Kind>, options?: OrMissing): Scoped<Scope>;
  notIn(values: readonly V[] | TypedParameter<Kind>, options?: OrMissing): Scoped<Scope>;
}

/** Order. */
export interface OrderTests<V, Kind extends string, Scope extends string> {
  gt(value: V | TypedValue<Kind, Scope>, options?: OrMissing): Scoped<Scope>;
  gte(value: V | TypedValue<Kind, Scope>, options?: OrMissing): Scoped<Scope>;
  lt(value: V | TypedValue<Kind, Scope>, options?: OrMissing): Scoped<Scope>;
  lte(value: V | TypedValue<Kind, Scope>, options?: OrMissing): Scoped<Scope>;
  between(from: V | TypedValue<Kind, Scope>, to: V | TypedValue<Kind, Scope>, options?: BetweenOptions): Scoped<Scope>;
}

/** A truth value. */
export interface BooleanBuilder<Scope extends string> extends EqualityTests<boolean, "boolean", Scope> {}

/**
 * `ignoreCase`: letters are the same in upper and lower case.
 * @category Builders
 */
export interface TextOptions extends OrMissing {
  readonly ignoreCase?: boolean | undefined;
}

/** A free text. */
export interface TextBuilder<Scope extends string> extends MembershipTests<string, "text", Scope> {
  eq(value: string | TypedValue<"text", Scope>, options?: TextOptions): Scoped<Scope>;
  ne(value: string | TypedValue<"text", Scope>, options?: TextOptions): Scoped<Scope>;
  in(values: readonly string[] | TypedParameter<"text">, options?: TextOptions): Scoped<Scope>;
  notIn(values: readonly string[] | TypedParameter<"text">, options?: TextOptions): Scoped<Scope>;
  contains(text: string | TypedParameter<"text">, options?: TextOptions): Scoped<Scope>;
  startsWith(text: string | TypedParameter<"text">, options?: TextOptions): Scoped<Scope>;
  endsWith(text: string | TypedParameter<"text">, options?: TextOptions): Scoped<Scope>;
  /** The node of a code tree itself or anything below it. */
  under(node: string | TypedParameter<"text">, options?: OrMissing): Scoped<Scope>;
}

/** One of the declared values `V`. */
export interface ChoiceBuilder<V extends string, Scope extends string> extends MembershipTests<V, "text", Scope> {}

/** One of the declared values `V`, in their order. */
export interface OrderedChoiceBuilder<V extends string, Scope extends string>
  extends ChoiceBuilder<V, Scope>,
    OrderTests<V, "text", Scope> {}

/** A number. */
export interface NumberBuilder<Scope extends string>
  extends MembershipTests<number, "number", Scope>,
    OrderTests<number, "number", Scope> {
  /** This number times an exact decimal, to compare another one with. */
  times(factor: `${number}`): TypedValue<"number", Scope>;
}

/** What an amount in currency `C` is compared with: a decimal in that currency, or an amount that states it. */
export type MoneyLiteral<C extends string> = C extends "*" ? Money : `${number}` | Money<C>;

/** An amount in currency `C`. */
export interface MoneyBuilder<C extends string, Scope extends string>
  extends MembershipTests<MoneyLiteral<C>, `money in ${C}`, Scope>,
    OrderTests<MoneyLiteral<C>, `money in ${C}`, Scope> {
  part(part: "currency"): TextBuilder<Scope>;
  /** This amount times an exact decimal, to compare another one with. */
  times(factor: `${number}`): TypedValue<`money in ${C}`, Scope>;
}

/** A list of texts or numbers. */
export interface ListBuilder<V extends string | number, Scope extends string>
  extends TypedValue<"list", Scope>,
    PresenceTests<Scope> {
  hasAny(values: readonly V[] | TypedParameter<"list">, options?: OrMissing): Scoped<Scope>;
  hasAll(values: readonly V[] | TypedParameter<"list">, options?: OrMissing): Scoped<Scope>;
  hasNone(values: readonly V[] | TypedParameter<"list">, options?: OrMissing): Scoped<Scope>;
  part(part: "size"): NumberBuilder<Scope>;
}

/** A time of day or a day of the year: `"22:00"`, `"12-24"`. A range wraps round. */
export interface ClockBuilder<Kind extends string, Scope extends string>
  extends TypedValue<Kind, Scope>,
    PresenceTests<Scope>,
    OrderTests<string, Kind, Scope> {}

/** What every part of the calendar becomes. */
export interface CalendarPartBuilders<Scope extends string> {
  /** Monday 1 … Sunday 7. */
  readonly weekday: NumberBuilder<Scope>;
  readonly dayOfMonth: NumberBuilder<Scope>;
  readonly month: NumberBuilder<Scope>;
  readonly year: NumberBuilder<Scope>;
  readonly monthDay: ClockBuilder<"day of the year", Scope>;
  /** ISO 8601, as in `"2026-W14"`. */
  readonly localWeek: TextBuilder<Scope>;
  readonly localMonth: TextBuilder<Scope>;
  readonly daysSince: NumberBuilder<Scope>;
  readonly daysUntil: NumberBuilder<Scope>;
}

/** What every part of an instant becomes. */
export interface InstantPartBuilders<Scope extends string> extends CalendarPartBuilders<Scope> {
  readonly hour: NumberBuilder<Scope>;
  readonly timeOfDay: ClockBuilder<"time of day", Scope>;
  readonly localDay: DayBuilder<Scope>;
}

/** What every part of a day becomes. */
export interface DayPartBuilders<Scope extends string> extends CalendarPartBuilders<Scope> {
  readonly age: NumberBuilder<Scope>;
}

/** Tests of time against windows and feasts. */
export interface TimeTests<Scope extends string> {
  within(window: Window, options?: OrMissing): Scoped<Scope>;
  /** Signed days to the nearest occurrence: positive while it is to come, 0 on its day, negative once it has passed. */
  festival(festival: Festival): NumberBuilder<Scope>;
}

/** A point in time. */
export interface InstantBuilder<Scope extends string>
  extends EqualityTests<InstantInput, "instant", Scope>,
    OrderTests<InstantInput, "instant", Scope>,
    TimeTests<Scope> {
  part<P extends keyof InstantPartBuilders<Scope>>(part: P): InstantPartBuilders<Scope>[P];
}

/** How the 29th of February counts in a common year, and `orMissing`. */
export interface AnniversaryOptions extends OrMissing {
  /** Default `"feb28"`, as everywhere. */
  readonly leapDay?: "feb28" | "mar1" | undefined;
}

/** Days from `asOf`, both in: `{ from: 0, to: 7 }` is today and the next seven days. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** Anniversaries. */
export interface AnniversaryTests<Scope extends string> {
  anniversary(days: DayRange, options?: AnniversaryOptions): Scoped<Scope>;
}

/** A calendar day. */
export interface DayBuilder<Scope extends string>
  extends EqualityTests<Day, "day", Scope>,
    OrderTests<Day, "day", Scope>,
    TimeTests<Scope>,
    AnniversaryTests<Scope> {
  part<P extends keyof DayPartBuilders<Scope>>(part: P): DayPartBuilders<Scope>[P];
}

/** A birthday in either calendar. */
export interface BirthdayBuilder<Scope extends string>
  extends TypedValue<"birthday", Scope>,
    PresenceTests<Scope>,
    AnniversaryTests<Scope> {
  part(part: "age"): NumberBuilder<Scope>;
}

/** The builder of a field's value: one named interface per type, looked up for the fields that are touched only. */
export type BuilderOf<F extends Field, Scope extends string> = F extends { readonly type: "string" }
  ? F extends { readonly values: readonly (infer V extends string)[] }
    ? F extends { readonly ordered: true }
      ? OrderedChoiceBuilder<V, Scope>
      : ChoiceBuilder<V, Scope>
    : TextBuilder<Scope>
  : F extends { readonly type: "money"; readonly currency: infer C extends string }
    ? MoneyBuilder<C, Scope>
    : F extends { readonly type: "strings" }
      ? ListBuilder<F extends { readonly values: readonly (infer V extends string)[] } ? V : string, Scope>
      : PlainBuilders<Scope>[Exclude<F["type"], "string" | "money" | "strings">];

/** Builders of the types that have no traits of their own. */
export interface PlainBuilders<Scope extends string> {
  readonly number: NumberBuilder<Scope>;
  readonly boolean: BooleanBuilder<Scope>;
  readonly day: DayBuilder<Scope>;
  readonly instant: InstantBuilder<Scope>;
  readonly birthday: BirthdayBuilder<Scope>;
  readonly numbers: ListBuilder<number, Scope>;
}

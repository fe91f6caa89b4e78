import type { AmountInput, Birthday, Column, Day, InstantInput, Localized, Money } from "../../core/index.js";
import type { FactColumn } from "./fact-column.js";

/** What every field may carry: presence, words and where a score came from. */
export interface FieldTraits {
  /** Never absent; a missing value is then a data fault. Without it a field may be both left out and null. */
  readonly required?: boolean;
  readonly label?: Localized;
  /** The definition that made the value, for scores written by a judgement. */
  readonly source?: { readonly id: string; readonly version: number };
  /** The value is supplied as an assessment (`known` / `unknown` with reasons). */
  readonly assessed?: boolean;
}
/** A text; with `values` one of them, with `ordered` comparable by position, with `hierarchy` a code tree (`CN-44/GZ`). */
export interface StringField extends FieldTraits {
  readonly type: "string";
  readonly values?: readonly string[];
  readonly ordered?: boolean;
  readonly hierarchy?: { readonly separator: string };
}
/** A finite number. */
export interface NumberField extends FieldTraits {
  readonly type: "number";
}
/** True or false. */
export interface BooleanField extends FieldTraits {
  readonly type: "boolean";
}
/** A calendar day, `YYYY-MM-DD`. */
export interface DayField extends FieldTraits {
  readonly type: "day";
}
/** A point in time. */
export interface InstantField extends FieldTraits {
  readonly type: "instant";
}
/** A birthday, Gregorian or Chinese, with or without the year. */
export interface BirthdayField extends FieldTraits {
  readonly type: "birthday";
}
/** An exact amount; currency `"*"` takes any currency, `scale` where it is finer than the currency's own. */
export interface MoneyField extends FieldTraits {
  readonly type: "money";
  readonly currency: string;
  readonly scale?: number;
}
/** A set of texts, such as tags. */
export interface StringsField extends FieldTraits {
  readonly type: "strings";
  readonly values?: readonly string[];
}

/** A list of finite numbers, such as sizes. */
export interface NumbersField extends FieldTraits {
  readonly type: "numbers";
}

/**
 * The type of one fact.
 * @category Facts
 */
export type Field =
  | StringField
  | NumberField
  | BooleanField
  | DayField
  | InstantField
  | BirthdayField
  | MoneyField
  | StringsField
  | NumbersField;

/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>;

/** Items of a subject: events (timed, each with `at`) or lines (not). A collection may hold one more level of items. */
export interface Collection {
  readonly timed: boolean;
  readonly fields: Fields;
  readonly collections?: Collections;
}

/** Collections by name. */
export type Collections = Readonly<Record<string, Collection>>;

/**
 * Describes the facts of one kind of subject. JSON, so it can be stored beside the definitions.
 * @category Facts
 */
export interface FactSchema<A extends Fields = Fields, C extends Collections = Collections> {
  readonly attributes: A;
  readonly collections: C;
}

/** The plain value of a field, as a host writes it. */
export type ValueOf<F extends Field> = F extends { values: readonly (infer V extends string)[] }
  ? V
  : F extends { type: "money"; currency: infer C extends string }
    ? string extends C
      ? AmountInput | Money
      : C extends "*"
        ? Money
        : AmountInput | Money<C>
    : F["type"] extends "number" | "numbers"
      ? number
      : F["type"] extends "boolean"
        ? boolean
        : F["type"] extends "instant"
          ? InstantInput
          : F["type"] extends "birthday"
            ? Birthday | Day
            : string;

type Entry<F extends Field> = F["type"] extends "strings" | "numbers" ? readonly ValueOf<F>[] : ValueOf<F>;

/** Plain values by field name. A missing, null or ill-typed value is unknown. */
export type Entries<R extends Fields> = { readonly [K in keyof R]?: Entry<R[K]> | null | undefined };

/** One event or line, with the items inside it. */
export type Item<C extends Collection> = Entries<C["fields"]> & { readonly id?: string } & (C["timed"] extends true
    ? { readonly at: InstantInput }
    : object) &
  (C extends { readonly collections: infer Inner extends Collections }
    ? { readonly [K in keyof Inner]?: readonly Item<Inner[K]>[] | undefined }
    : object);

/**
 * One subject (customer, order, line): plain values. A missing, null or ill-typed value is unknown; so is every item of a collection that
 * is not given, inside an item too. An empty list says that there is none.
 * @category Facts
 */
export interface Facts<S extends FactSchema = FactSchema> {
  readonly attributes: Entries<S["attributes"]>;
  readonly collections?: { readonly [K in keyof S["collections"]]?: readonly Item<S["collections"][K]>[] } | undefined;
  /** History before this instant is not known; absent means complete. */
  readonly knownSince?: InstantInput | { readonly [collection: string]: InstantInput } | undefined;
}

/**
 * Many customers in columns; conditions and scorecards read it, history and judgements write it.
 * @category Facts
 */
export interface FactTable<S extends FactSchema = FactSchema> {
  readonly schema: S;
  readonly asOf: string;
  readonly timeZone: string;
  readonly size: number;
  readonly customerIds: readonly string[];
  at(index: number): Facts<S>;
  get(customerId: string): Facts<S> | undefined;
  column(field: keyof S["attributes"] & string): FactColumn;
  collection(name: keyof S["collections"] & string): CollectionColumns;
}

/** The items of all customers in columns, sorted by customer, then by (at, id). */
export interface CollectionColumns {
  /** Items of customer i are `offsets[i]` to `offsets[i + 1]`, exclusive. */
  readonly offsets: Column;
  /** Epoch milliseconds, Infinity where unreadable; empty for untimed collections. */
  readonly at: Column;
  /** The empty text where an item has no id. */
  readonly ids: readonly string[];
  readonly columns: Readonly<Record<string, FactColumn>>;
  /** Items inside items; their offsets count the items of this collection. */
  readonly collections?: Readonly<Record<string, CollectionColumns>> | undefined;
  /** Since when the history of each owner (a customer, or an item around these) is known, in epoch milliseconds; -Infinity where it is complete. */
  readonly knownSince?: Column | undefined;
}

import type { Collection, FactSchema } from "../../model/index.js";

/** A text; with values one of them, ordered or not; with a separator a code tree. */
export interface TextType {
  readonly kind: "text";
  readonly values?: readonly string[] | undefined;
  readonly ordered: boolean;
  readonly separator?: string | undefined;
}

/** A number; `wraps` for weekdays, whose ranges may pass Sunday; `whole` where it can be no other than these. */
export interface NumberType {
  readonly kind: "number";
  readonly wraps: boolean;
  readonly whole?: readonly [from: number, to: number] | undefined;
}

/** An amount; currency `"*"` for any, whose scale is then its own unless the field states one. */
export interface MoneyType {
  readonly kind: "money";
  readonly currency: string;
  readonly scale: number | undefined;
}

/** A list of texts, or of numbers. */
export interface ListType {
  readonly kind: "list";
  readonly values?: readonly string[] | undefined;
  readonly ofNumbers?: true;
}

/** Types without traits. `time` is a time of day, `monthDay` a day of the year. */
export interface PlainType {
  readonly kind: "boolean" | "instant" | "day" | "birthday" | "time" | "monthDay";
}

/** What a value is: the sorts that rules tell apart. */
export type ValueType = TextType | NumberType | MoneyType | ListType | PlainType;

/** What names mean at one place of a condition: attributes always, an item where there is one. */
export interface NameScope {
  readonly schema: FactSchema;
  readonly item?: Collection | undefined;
}

/** What a list holds. */
export const elementOf = ({ values, ofNumbers }: ListType): ValueType =>
  ofNumbers === true ? { kind: "number", wraps: false } : { kind: "text", values, ordered: false };

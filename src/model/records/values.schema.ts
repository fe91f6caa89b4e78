import * as z from "zod";
import type { AmountInput, Birthday, Day, Duration, InstantInput, Money } from "../../core/index.js";
import type { Attributes } from "./attributes.js";
import { attributesRule } from "./attributes-rule.js";
import {
  amountRule,
  birthdayRule,
  currencyRule,
  dayRule,
  durationRule,
  instantRule,
  moneyRule,
} from "./border-rules.js";
import type { RecordRule, ValueRule } from "./value-rule.js";
import {
  booleanRule,
  choiceRule,
  idRule,
  numberRule,
  orNull,
  quantityRule,
  textRule,
  textsRule,
} from "./value-rules.js";

export const id: z.ZodType<string> = ruleSchema(idRule);
export const idOrNull: z.ZodType<string | null> = ruleSchema(orNull(idRule));
export const text: z.ZodType<string> = ruleSchema(textRule);
export const texts: z.ZodType<readonly string[]> = ruleSchema(textsRule);
export const flag: z.ZodType<boolean> = ruleSchema(booleanRule);
export const number: z.ZodType<number> = ruleSchema(numberRule);
export const quantity: z.ZodType<number> = ruleSchema(quantityRule);
export const instant: z.ZodType<InstantInput> = ruleSchema(instantRule);
export const day: z.ZodType<Day> = ruleSchema(dayRule);
export const birthday: z.ZodType<Birthday | Day> = ruleSchema(birthdayRule);
export const duration: z.ZodType<Duration> = ruleSchema(durationRule);
export const amount: z.ZodType<AmountInput> = ruleSchema(amountRule);
export const currency: z.ZodType<string> = ruleSchema(currencyRule);
export const money: z.ZodType<Money> = ruleSchema(moneyRule);
export const attributes: z.ZodType<Attributes> = ruleSchema(attributesRule);

/** One of a few named values. */
export function choice<const V extends string>(...values: readonly V[]): z.ZodType<V> {
  return ruleSchema(choiceRule(values));
}

/** A rule as a zod schema; the rule itself travels with each issue, so that its words can be used. */
export function ruleSchema<T>(rule: ValueRule<T>): z.ZodType<T> {
  const error = (issue: { readonly input?: unknown }): string => `Expected ${rule.fault(issue.input).expected}`;
  return z.custom<T>(rule.accepts, { params: { rule }, error }).meta(rule.json);
}

/** A schema for every field of a record: required where the field is, optional where it is. */
type Shape<T> = {
  readonly [K in keyof T]-?: undefined extends T[K]
    ? z.ZodOptional<z.ZodType<Exclude<T[K], undefined>>>
    : z.ZodType<T[K]>;
};

/** The schema of a record: its fields and no others, then what must hold between them. */
export function record<T extends object>(shape: Shape<T>, ...rules: readonly RecordRule<T>[]): z.ZodType<T> {
  let schema: z.ZodType = z.strictObject(shape);
  for (const rule of rules) {
    const { field, expected } = rule;
    schema = schema.refine((value) => rule.accepts(value as T), {
      params: { recordRule: rule },
      path: [field],
      error: `Expected ${expected}`,
    });
  }
  return schema as z.ZodType<T>;
}

/** A list of records. */
export function listOf<T>(item: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z.array(item);
}

import type { Issue } from "../../core/index.js";
import {
  anything,
  checker,
  choice,
  fields,
  flag,
  type Json,
  localized,
  object,
  optional,
  type Path,
  type Rule,
  satisfying,
  text,
  whole,
} from "../../core/shared.js";
import type { Field } from "./facts.js";

/** `__proto__` and its like are names of the language. */
const NAME = /^(?!(__proto__|prototype|constructor)$)[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u;
const CURRENCY = /^([A-Z]{3}|\*)$/;
const DEEPEST = 2;
const FINEST = 12;

/** Throws every fault of a fact schema, in the order in which it is written. */
export function checkFactSchema(schema: unknown): void {
  const check = checker("INVALID_FACT_SCHEMA");
  fields({ attributes: fieldsRule([]), collections: optional(collectionsRule(1)) })(schema, [], check);
  check.refuseFaults("INVALID_FACT_SCHEMA");
}

const traits = {
  type: anything,
  required: optional(flag),
  label: optional(localized),
  source: optional(fields({ id: text, version: whole({ from: 1 }) })),
  assessed: optional(flag),
};

const differentTexts = satisfying(
  "one or more different texts",
  (values) =>
    Array.isArray(values) &&
    values.length > 0 &&
    values.every((value) => typeof value === "string") &&
    new Set(values).size === values.length,
);

const plain = fields(traits);

const ruleOfType: Readonly<Record<Field["type"], Rule<Json>>> = {
  string: fields({
    ...traits,
    values: optional(differentTexts),
    ordered: optional(flag),
    hierarchy: optional(fields({ separator: text })),
  }),
  number: plain,
  boolean: plain,
  day: plain,
  instant: plain,
  birthday: plain,
  numbers: plain,
  money: fields({
    ...traits,
    currency: satisfying(
      'a currency code such as "EUR", or "*" for any',
      (code) => typeof code === "string" && CURRENCY.test(code),
    ),
    scale: optional(whole({ from: 0, to: FINEST })),
  }),
  strings: fields({ ...traits, values: optional(differentTexts) }),
};
const typeRule = choice(Object.keys(ruleOfType) as Field["type"][]);

const fieldRule: Rule = (field, path, check) => {
  const written = object("a field: { type }")(field, path, check);
  const type = written && typeRule(written.type, [...path, "type"], check);
  if (type === undefined) return;
  ruleOfType[type](written, path, check);
  if (written?.ordered === true && written.values === undefined) {
    differentTexts(undefined, [...path, "values"], check);
  }
};

const nameRule = satisfying<string>("a name of letters, digits, _ . or -, at most 64, starting with a letter", (name) =>
  NAME.test(String(name)),
);

/** What is wrong with a field that is declared under a name. */
export function fieldIssues(name: string, field: unknown, path: Path, code: string): readonly Issue[] {
  const check = checker(code);
  nameRule(name, path, check);
  fieldRule(field, path, check);
  return check.issues;
}

/** Entries by name, each under one rule. */
function named(entry: Rule, expected: string, taken: readonly string[] = []): Rule {
  return (entries, path, check) => {
    for (const [name, value] of Object.entries(object(expected)(entries, path, check) ?? {})) {
      nameRule(name, [...path, name], check);
      if (taken.includes(name)) {
        const hint = "Every item has it already";
        check.report([...path, name], "a name of its own", name, hint);
      }
      entry(value, [...path, name], check);
    }
  };
}

function fieldsRule(taken: readonly string[]): Rule {
  return named(fieldRule, "fields by name", taken);
}

function collectionsRule(depth: number): Rule {
  if (depth > DEEPEST) return satisfying(`collections at most ${DEEPEST} deep`, () => false);
  return named(collectionRule(depth), "collections by name");
}

function collectionRule(depth: number): Rule {
  return (collection, path, check) => {
    const inner = Object.keys(Object(Object(collection).collections));
    fields({
      timed: flag,
      fields: fieldsRule(["at", "id", ...inner]),
      collections: optional(collectionsRule(depth + 1)),
      label: optional(localized),
    })(collection, path, check);
  };
}

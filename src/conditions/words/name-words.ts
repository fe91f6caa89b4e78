import { type AnnualDay, type Catalogue, formatChineseDay } from "../../core/index.js";
import type { Field, FieldTraits } from "../../model/index.js";
import { attributeField, itemField, itemFieldNames } from "../typing/type-of-value.js";
import type { AttributeValue, FestivalPart, ItemValue, NowValue, Over, ParameterValue, Part } from "../value.js";
import type { WordScope, Writer } from "./writer.js";

/** An attribute in words; beside an item with a field of the same words it says whose it is. */
function attributeWords({ field }: AttributeValue, scope: WordScope, writer: Writer): string {
  const { attributes } = scope.schema;
  const words = fieldWords(field, Object.keys(attributes), (name) => attributeField(scope, name), writer);
  const { item } = scope;
  if (item === undefined) return words;
  const isShared = itemFieldNames(item).some(
    (name) => labelOf(name, itemField(item, name), writer.catalogue) === words,
  );
  return isShared ? writer.say("field.of-subject", { field: words }) : words;
}

/** A field of the innermost item in words. */
export function itemWords({ field }: ItemValue, scope: WordScope, writer: Writer): string {
  const item = scope.item!;
  return fieldWords(field, itemFieldNames(item), (name) => itemField(item, name), writer);
}

/** A parameter in words. */
export function parameterWords(name: string, writer: Writer): string {
  const { parameters } = writer;
  const words = fieldWords(name, Object.keys(parameters), (other) => parameters[other], writer);
  return writer.say("parameter", { name: words });
}

/** The name of a collection for `n` items; of a collection inside an item, with whose it is. */
export function collectionWords({ collection, of }: Over, n: number, scope: WordScope, writer: Writer): string {
  const items = nounOf(collection, n, writer);
  if (of === undefined) return items;
  return writer.say("items.of-item", { items, outer: nounOf(scope.collection ?? "", 1, writer) });
}

function nounOf(collection: string, n: number, writer: Writer): string {
  const own = `collection.${collection}`;
  const isKnown = Object.hasOwn(writer.catalogue, `conditions.${own}`);
  return writer.say(isKnown ? own : "collection", { name: collection, n });
}

/** The label of a field, with its name behind it where another field bears the same label. */
function fieldWords(
  name: string,
  names: readonly string[],
  fieldOf: (name: string) => Field | undefined,
  writer: Writer,
): string {
  const { catalogue } = writer;
  const label = labelOf(name, fieldOf(name), catalogue);
  const isShared = names.some((other) => other !== name && labelOf(other, fieldOf(other), catalogue) === label);
  return isShared ? writer.say("field.named", { label, name }) : label;
}

/** The schema's label in the catalogue's language, else the catalogue's word for the name, else the name. */
function labelOf(name: string, field: FieldTraits | undefined, catalogue: Catalogue): string {
  const label = field?.label ?? {};
  const locale = catalogue["core.locale"] ?? "";
  if (Object.hasOwn(label, locale)) return label[locale] as string;
  const word = `conditions.field.${name}`;
  return Object.hasOwn(catalogue, word) ? (catalogue[word] as string) : name;
}

/** A field, a part of one, or a parameter in words. */
export function simpleValueWords(
  value: AttributeValue | ItemValue | ParameterValue | NowValue,
  scope: WordScope,
  writer: Writer,
): string {
  switch (value.type) {
    case "attribute":
      return withPart(attributeWords(value, scope, writer), value.part, writer);
    case "item":
      return withPart(itemWords(value, scope, writer), value.part, writer);
    case "now":
      return withPart(writer.say("now"), value.part, writer);
    case "parameter":
      return parameterWords(value.name, writer);
  }
}

/** The name of a festival, or of a day that comes back every year. */
export function festivalWords({ festival }: FestivalPart, writer: Writer): string {
  const name = typeof festival === "string" ? festival : festival.name;
  if (name !== undefined) return writer.catalogue[`core.festival.${name}`] ?? name;
  const { calendar, month, day } = festival as AnnualDay;
  if (calendar === "chinese")
    return writer.say("annual.chinese", { month, day, text: formatChineseDay({ month, day }) });
  return writer.say("annual.gregorian", { month: writer.say(`month.${month}`), day });
}

function withPart(value: string, part: Part | undefined, writer: Writer): string {
  if (part === undefined) return value;
  if (typeof part === "string") return writer.say(`part.${part}`, { value });
  return writer.say("part.festival", { value, festival: festivalWords(part, writer) });
}

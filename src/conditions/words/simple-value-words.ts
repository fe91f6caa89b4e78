import type { AttributeValue, FestivalPart, ItemValue, NowValue, ParameterValue, Part } from "../value.js";
import { attributeWords, itemWords, parameterWords } from "./name-words.js";
import type { WordScope, Writer } from "./writer.js";

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
  if (typeof festival === "string") return writer.catalogue[`core.festival.${festival}`] ?? festival;
  const { calendar, month, day } = festival;
  if (calendar === "chinese") return writer.say("annual.chinese", { month, day });
  return writer.say("annual.gregorian", { month: writer.say(`month.${month}`), day });
}

function withPart(value: string, part: Part | undefined, writer: Writer): string {
  if (part === undefined) return value;
  if (typeof part === "string") return writer.say(`part.${part}`, { value });
  return writer.say("part.festival", { value, festival: festivalWords(part, writer) });
}

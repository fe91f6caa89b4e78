import type { AggregateValue, Operand, Value } from "../condition.js";
import { typeOfItem } from "../typing/type-of-value.js";
import { itemsWords, scopeOf } from "./items-words.js";
import { isLiteral, type LiteralSort, literalWords } from "./literal-words.js";
import { simpleValueWords } from "./simple-value-words.js";
import type { WordScope, Writer } from "./writer.js";

/** A value in words, as the subject of a sentence. */
export function valueWords(value: Value, scope: WordScope, writer: Writer): string {
  return value.type === "aggregate" ? aggregateWords(value, scope, writer) : simpleValueWords(value, scope, writer);
}

/** What a value is compared with, in words. A bare field is marked as one, so that none can be taken for a word such as "yes". */
export function operandWords(operand: Operand, sort: LiteralSort, scope: WordScope, writer: Writer): string {
  if (isLiteral(operand)) return literalWords(operand, sort, writer);
  if (operand.type === "scaled") {
    return writer.say("scaled", { times: operand.times, value: operandWords(operand.of, sort, scope, writer) });
  }
  const value = valueWords(operand, scope, writer);
  const isBare = (operand.type === "attribute" || operand.type === "item") && operand.part === undefined;
  return isBare ? writer.say("operand.field", { value }) : value;
}

function aggregateWords(value: AggregateValue, scope: WordScope, writer: Writer): string {
  const inner = scopeOf(value.over, scope);
  const { one, many } = itemsWords(value, scope, writer);
  const of = value.of === undefined ? "" : simpleValueWords(value.of, inner, writer);
  const words = writer.say(`aggregate.${nameOf(value, inner)}`, { one, many, of });
  return value.skipMissing === true ? writer.say("aggregate.skip-missing", { value: words }) : words;
}

/** The earliest of instants and days, the smallest of numbers and amounts. */
function nameOf({ fn, of }: AggregateValue, inner: WordScope): string {
  if ((fn !== "min" && fn !== "max") || of === undefined) return fn;
  const { kind } = typeOfItem(of, inner.item!);
  if (kind !== "instant" && kind !== "day") return fn;
  return fn === "min" ? "earliest" : "latest";
}

import type { Money } from "../../core/index.js";
import type { AggregateValue, Operand, Value } from "../condition.js";
import { isNode, typeOfItem, typeOfValue } from "../typing/type-of-value.js";
import type { ValueType } from "../typing/value-types.js";
import type { Literal, Part } from "../value.js";
import { itemsWords, scopeOf } from "./items-words.js";
import { simpleValueWords } from "./name-words.js";
import type { WordScope, Writer } from "./writer.js";

/** What a literal stands for: its type, and whether it numbers weekdays or months. */
interface LiteralSort {
  readonly kind: ValueType["kind"];
  readonly names?: "weekday" | "month" | undefined;
  /** What a number of them counts. */
  readonly measured?: Measured | undefined;
}

type Measured = "days" | "orders" | "years";

/** What literals beside a value stand for. */
export function sortOf(value: Value, scope: WordScope, writer: Writer): LiteralSort {
  const { kind } = typeOfValue(value, scope, writer.parameters);
  const part = partOf(value);
  const measured = part === "age" ? "years" : countOf(value);
  return {
    kind,
    names: part === "weekday" || part === "month" ? part : undefined,
    measured: measured === "items" ? undefined : measured,
  };
}

/** What a value counts, if it does: days, orders or other items. */
export function countOf(value: Value): "days" | "orders" | "items" | undefined {
  if (value.type === "aggregate") {
    const { fn, over } = value;
    if (fn === "count") return over.collection === "order" ? "orders" : "items";
    if (fn === "countDistinct") return "items";
    return fn === "daysSinceFirst" || fn === "daysSinceLast" || fn === "medianGap" ? "days" : undefined;
  }
  const part = partOf(value);
  if (part !== undefined) {
    if (part === "size") return "items";
    return part === "daysSince" || part === "daysUntil" ? "days" : undefined;
  }
  return value.type === "attribute" && Object.hasOwn(counts, value.field) ? counts[value.field] : undefined;
}

/** What the ready facts of a customer count. */
const counts: Readonly<Record<string, "days" | "orders">> = {
  orders: "orders",
  purchaseDays: "days",
  daysSinceLast: "days",
};

/** An aggregate that gives back one of its values keeps their part. */
function partOf(value: Value): Part | undefined {
  if (value.type === "parameter") return undefined;
  if (value.type !== "aggregate") return value.part;
  return ["min", "max", "first", "last"].includes(value.fn) ? value.of?.part : undefined;
}

/** A literal in words: texts in quotation marks, truth values, weekdays and months by name, all else as it is written. */
export function literalWords(literal: Literal, sort: LiteralSort, writer: Writer): string {
  if (typeof literal === "boolean") return writer.say(literal ? "yes" : "no");
  if (typeof literal === "object") return moneyWords(literal);
  if (typeof literal === "number") return numberWords(literal, sort, writer);
  return sort.kind === "text" || sort.kind === "list" ? quoted(literal, writer) : literal;
}

/** A list of literals in words. */
export function literalsWords(literals: readonly Literal[], sort: LiteralSort, writer: Writer): string {
  const separator = writer.catalogue["core.list-separator"] ?? ", ";
  return literals.map((literal) => literalWords(literal, sort, writer)).join(separator);
}

/** A text in quotation marks; marks inside it are escaped, so that it cannot end before its end. */
export function quoted(text: string, writer: Writer): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[“”„«»「」『』]/g, "\\$&");
  return writer.say("text", { text: inner });
}

/** True where an operand is a literal. */
const isLiteral = (operand: Operand): operand is Literal => !isNode(operand);

const moneyWords = ({ amount, currency }: Money): string => `${amount} ${currency}`;

function numberWords(number: number, { names, measured }: LiteralSort, writer: Writer): string {
  const last = names === "weekday" ? 7 : names === "month" ? 12 : 0;
  const isNamed = Number.isInteger(number) && number >= 1 && number <= last;
  if (isNamed) return writer.say(`${names}.${number}`);
  const digits = String(Object.is(number, -0) ? 0 : number);
  return measured === undefined ? digits : writer.say(`measured.${measured}`, { n: digits });
}

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

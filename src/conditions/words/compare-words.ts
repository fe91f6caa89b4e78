import type { AnniversaryTest, BetweenTest, CompareCondition, Operand } from "../condition.js";
import { typeOfValue } from "../typing/type-of-value.js";
import { wrapsRound } from "../typing/value-types.js";
import { windowWords } from "./items-words.js";
import { festivalWords, simpleValueWords } from "./name-words.js";
import { countOf, literalsWords, operandWords, sortOf, valueWords } from "./value-words.js";
import type { WordScope, Writer } from "./writer.js";

/** A value put to a test, in words: "country is one of "DE", "FR"". */
export function compareWords(node: CompareCondition, scope: WordScope, writer: Writer): string {
  const words = festivalSpan(node, scope, writer) ?? testWords(node, scope, writer);
  const told = "ignoreCase" in node ? writer.say("ignore-case", { condition: words }) : words;
  return node.orMissing === true ? writer.say("or-missing", { condition: told }) : told;
}

function testWords(node: CompareCondition, scope: WordScope, writer: Writer): string {
  const subject = valueWords(node.subject, scope, writer);
  const sort = sortOf(node.subject, scope, writer);
  const operand = (operand: Operand): string => operandWords(operand, sort, scope, writer);
  const style = orderStyle(node, scope, writer);
  switch (node.op) {
    case "eq":
    case "ne":
      return writer.say(`test.${node.op}`, { subject, value: operand(node.value) });
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      return writer.say(`${style}.${node.op}`, { subject, value: operand(node.value) });
    case "between": {
      const params = { subject, from: operand(node.from), to: operand(node.to) };
      const range = style === "time" ? "time" : "order";
      return writer.say(`${range}.between-${boundsNames[node.bounds ?? "[]"]}`, params);
    }
    case "in":
    case "notIn":
    case "hasAny":
    case "hasAll":
    case "hasNone": {
      const { values } = node;
      const list = "type" in values ? simpleValueWords(values, scope, writer) : literalsWords(values, sort, writer);
      return writer.say(`test.${node.op}`, { subject, values: list });
    }
    case "contains":
    case "startsWith":
    case "endsWith":
    case "under": {
      const value = typeof node.value === "string" ? operand(node.value) : simpleValueWords(node.value, scope, writer);
      return writer.say(`test.${node.op}`, { subject, value });
    }
    case "exists":
    case "missing":
      return writer.say(`test.${node.op}`, { subject });
    case "within":
      return writer.say("test.within", { subject, window: windowWords(node.window, scope, writer) });
    case "anniversary":
      return anniversaryWords(node, subject, writer);
  }
}

const boundsNames: Readonly<Record<NonNullable<BetweenTest["bounds"]>, string>> = {
  "[]": "closed",
  "[)": "from",
  "(]": "to",
  "()": "open",
};

/** Points in time are earlier or later, ranks higher or lower, counts fewer or more, all else less or more. */
function orderStyle(
  { subject }: CompareCondition,
  scope: WordScope,
  writer: Writer,
): "order" | "count" | "rank" | "time" {
  const type = typeOfValue(subject, scope, writer.parameters);
  if (type.kind === "instant" || type.kind === "day" || wrapsRound(type)) return "time";
  if (type.kind === "text") return "rank";
  return countOf(subject) === undefined ? "order" : "count";
}

function anniversaryWords({ from, to, leapDay }: AnniversaryTest, subject: string, writer: Writer): string {
  const day = (n: number): string => {
    if (n === 0) return writer.say("day.today");
    return writer.say(n > 0 ? "day.ahead" : "day.ago", { n: Math.abs(n) });
  };
  const ahead =
    subject === writer.catalogue["conditions.field.birthday"] ? "test.birthday-ahead" : "test.anniversary-ahead";
  const words =
    from === 0 && to > 0
      ? writer.say(ahead, { subject, n: to })
      : writer.say("test.anniversary", { subject, from: day(from), to: day(to) });
  return leapDay === "mar1" ? writer.say("leap-day.mar1", { condition: words }) : words;
}

/** So many days to either side of a festival, which is how people say it. */
function festivalSpan(node: CompareCondition, scope: WordScope, writer: Writer): string | undefined {
  const { subject } = node;
  if (node.op !== "between" || (subject.type !== "attribute" && subject.type !== "item")) return undefined;
  const { part, ...whole } = subject;
  const { from, to, bounds = "[]" } = node;
  if (typeof part !== "object" || typeof to !== "number" || from !== -to || !(to > 0) || bounds !== "[]")
    return undefined;
  const value = simpleValueWords(whole, scope, writer);
  return writer.say("festival-span", { value, n: to, festival: festivalWords(part, writer) });
}

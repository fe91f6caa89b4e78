import type { AllCondition, AnyCondition, AtLeastCondition } from "../condition.js";
import { type Clause, joined, type WordScope, type Writer } from "./writer.js";

/**
 * Several conditions in words: joined by "and" or "or" where each is simple, else as a list with numbers in brackets, so that it is
 * plain where each ends.
 */
export function groupWords(
  node: AllCondition | AnyCondition | AtLeastCondition,
  scope: WordScope,
  writer: Writer,
): Clause {
  const numbers = node.of.map((_, index) => `${scope.number}${index + 1}`);
  const clauses = node.of.map((child, index) => writer.clause(child, { ...scope, number: `${numbers[index]}.` }));
  const numbered = clauses.map(({ text }, index) =>
    writer.say("group.entry", { number: numbers[index] as string, condition: text }),
  );
  if (node.type === "atLeast") {
    const conditions = joined("group.comma", numbered, writer);
    return { text: writer.say("group.at-least", { n: node.count, of: node.of.length, conditions }), isSimple: false };
  }
  if (clauses.length === 1) {
    return {
      text: writer.say(`group.${node.type}-of-one`, { condition: clauses[0]?.text as string }),
      isSimple: false,
    };
  }
  const text = clauses.every(({ isSimple }) => isSimple)
    ? joined(
        `group.${node.type}`,
        clauses.map(({ text }) => text),
        writer,
      )
    : joined(`group.${node.type}-numbered`, numbered, writer);
  return { text, isSimple: false };
}

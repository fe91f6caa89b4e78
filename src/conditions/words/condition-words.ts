import type {
  AllCondition,
  AnyCondition,
  AtLeastCondition,
  CompareCondition,
  Condition,
  EveryCondition,
  ExistenceCondition,
} from "../condition.js";
import { aggregatesIn } from "../typing/type-of-value.js";
import { compareWords } from "./compare-words.js";
import { itemsWords, scopeOf, sequenceWords } from "./items-words.js";
import { quoted } from "./value-words.js";
import { type Clause, forms, joined, type WordScope, type Writer } from "./writer.js";

/**
 * Several conditions in words: joined by "and" or "or" where each is simple, else as a list with numbers in brackets, so that it is
 * plain where each ends.
 */
function groupWords(node: AllCondition | AnyCondition | AtLeastCondition, scope: WordScope, writer: Writer): Clause {
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

/** A condition in words. */
export function conditionWords(node: Condition, scope: WordScope, writer: Writer): Clause {
  switch (node.type) {
    case "constant":
      return { text: writer.say(`constant.${node.value}`), isSimple: true };
    case "all":
    case "any":
    case "atLeast":
      return groupWords(node, scope, writer);
    case "not":
      return compound("not", node.of, scope, writer);
    case "assume":
      return compound(node.unknown ? "assume.true" : "assume.false", node.of, scope, writer);
    case "compare":
      return { text: compareWords(node, scope, writer), isSimple: !holdsConditions(node) };
    case "some":
    case "none":
      return existenceWords(node, scope, writer);
    case "every":
      return everyWords(node, scope, writer);
    case "sequence":
      return { text: sequenceWords(node, scope, writer), isSimple: false };
    case "reference":
      return { text: writer.say("reference", { id: quoted(node.id, writer) }), isSimple: true };
  }
}

function compound(name: string, of: Condition, scope: WordScope, writer: Writer): Clause {
  return { text: writer.say(name, forms(writer.clause(of, scope), writer)), isSimple: false };
}

function existenceWords(node: ExistenceCondition, scope: WordScope, writer: Writer): Clause {
  const { one, plain, window } = itemsWords(node, scope, writer);
  const name = node.window === undefined ? node.type : `${node.type}.window`;
  return { text: writer.say(name, { one, plain, window }), isSimple: node.where === undefined };
}

function everyWords(node: EveryCondition, scope: WordScope, writer: Writer): Clause {
  const { one, plain, window } = itemsWords(node, scope, writer);
  const holds = forms(writer.clause(node.holds, scopeOf(node.over, scope)), writer);
  const name = node.window === undefined ? "every" : "every.window";
  return { text: writer.say(name, { one, plain, window, ...holds }), isSimple: false };
}

/** True of a comparison whose values filter items by conditions of their own. */
const holdsConditions = (node: CompareCondition): boolean =>
  aggregatesIn(node).some(([, { where }]) => where !== undefined);

import type { Condition, EveryCondition, ExistenceCondition } from "../condition.js";
import { compareWords } from "./compare-words.js";
import { groupWords } from "./group-words.js";
import { itemsWords, scopeOf } from "./items-words.js";
import { quoted } from "./literal-words.js";
import { sequenceWords } from "./sequence-words.js";
import { type Clause, forms, type WordScope, type Writer } from "./writer.js";

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
  const { one } = itemsWords(node, scope, writer);
  const holds = writer.clause(node.holds, scopeOf(node.over, scope));
  return { text: writer.say("every", { one, ...forms(holds, writer) }), isSimple: false };
}

/** True of a comparison whose values filter items by conditions of their own. */
function holdsConditions(node: Extract<Condition, { type: "compare" }>): boolean {
  const operands = "value" in node ? [node.value] : "to" in node ? [node.from, node.to] : [];
  return [node.subject, ...operands].some((operand) => {
    const value = typeof operand === "object" && "of" in operand && operand.type === "scaled" ? operand.of : operand;
    return typeof value === "object" && "type" in value && value.type === "aggregate" && value.where !== undefined;
  });
}

import type { SequenceCondition, Step } from "../condition.js";
import { itemsWords, scopeOf } from "./items-words.js";
import { itemWords } from "./name-words.js";
import { durationWords, windowWords } from "./window-words.js";
import { joined, type WordScope, type Writer } from "./writer.js";

/** Events one after the other, in words. */
export function sequenceWords(node: SequenceCondition, scope: WordScope, writer: Writer): string {
  const { steps, within, window, ties, same } = node;
  const time = within === undefined ? "" : durationWords(within, writer);
  const parts = steps.map((step) => {
    const { one } = itemsWords(step, scope, writer);
    return writer.say(step.absent === true ? "sequence.absent" : "sequence.step", { items: one, within: time });
  });
  const happened = steps.filter(({ absent }) => absent !== true).length;
  const params = {
    steps: joined("sequence.then", parts, writer),
    within: time,
    ...(window === undefined ? {} : { window: windowWords(window, scope, writer) }),
  };
  const words = writer.say(window === undefined ? "sequence" : "sequence.window", params);
  const isSpanned = within !== undefined && (happened > 1 || happened === steps.length);
  const spanned = isSpanned ? writer.say("sequence.within", { condition: words, within: time }) : words;
  const first = scopeOf((steps[0] as Step).over, scope);
  const field = same === undefined ? "" : itemWords({ type: "item", field: same }, first, writer);
  const kept = same === undefined ? spanned : writer.say("sequence.same", { condition: spanned, field });
  return ties === "allowed" ? writer.say("sequence.ties", { condition: kept }) : kept;
}

import { refusal } from "../../core/shared.js";
import { idRule } from "../../model/shared.js";

/** Texts that are not blank, gone through once. One text alone is refused: letter by letter it would be a list too. */
export function requireTexts(texts: unknown, path: readonly (string | number)[]): readonly string[] {
  if (typeof texts === "string" || typeof Object(texts)[Symbol.iterator] !== "function") {
    throw refusal("INVALID_OPTIONS", path, "a list of texts", texts);
  }
  const list = [...(texts as Iterable<string>)];
  list.forEach((text, i) => {
    if (!idRule.accepts(text)) throw refusal("INVALID_OPTIONS", [...path, i], "a text that is not blank", text);
  });
  return list;
}

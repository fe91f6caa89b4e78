import { refusal } from "../../core/shared.js";

/** Texts that are not empty, gone through once. One text alone is refused: letter by letter it would be a list too. */
export function requireTexts(texts: unknown, path: readonly (string | number)[]): readonly string[] {
  if (typeof texts === "string" || typeof Object(texts)[Symbol.iterator] !== "function") {
    throw refusal("INVALID_OPTIONS", path, "a list of texts", texts);
  }
  const list = [...(texts as Iterable<string>)];
  list.forEach((text, i) => {
    if (typeof text === "string" && text !== "") return;
    const expected = "a text that is not empty";
    throw refusal("INVALID_OPTIONS", [...path, i], expected, text);
  });
  return list;
}

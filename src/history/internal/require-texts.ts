import { ClienteleError, showValue } from "../../core/index.js";

/** Texts that are not empty, gone through once. One text alone is refused: letter by letter it would be a list too. */
export function requireTexts(texts: unknown, path: readonly (string | number)[], code: string): readonly string[] {
  if (typeof texts === "string" || typeof Object(texts)[Symbol.iterator] !== "function") {
    throw new ClienteleError({ code, path, expected: "a list of texts", received: showValue(texts) });
  }
  const list = [...(texts as Iterable<string>)];
  list.forEach((text, i) => {
    if (typeof text === "string" && text !== "") return;
    const expected = "a text that is not empty";
    throw new ClienteleError({ code, path: [...path, i], expected, received: showValue(text) });
  });
  return list;
}

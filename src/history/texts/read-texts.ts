import type { ClienteleError } from "../../core/index.js";
import { refusal, showValue } from "../../core/shared.js";
import { idRule, textRule } from "../../model/shared.js";
import type { CodedTexts, TextSource, VectorLike } from "../purchases/transaction-columns.js";
import { isVector } from "../reading/read-numbers.js";

/** The texts of a source in codes; -1 for null. Ready codes are taken as they are. */
export function readTexts(source: TextSource, length: number | undefined, name: string): CodedTexts {
  if (typeof source !== "object" || source === null) throw noTexts(name, showValue(source));
  const coded = isCoded(source) ? checkedCodes(source, name) : (vectorCodes(source, name) ?? codesOf(source, name));
  if (length === undefined || coded.codes.length === length) return coded;
  throw refusal("INVALID_TRANSACTION_COLUMNS", [name], `${length} texts, as many as customerIds`, coded.codes.length);
}

/** As rows have it: the id of a customer says something, any other text has a character. */
const ruleOf = (name: string): { readonly accepts: (text: unknown) => text is string; readonly expected: string } =>
  name === "customerIds"
    ? { accepts: idRule.accepts, expected: "a text that is not blank" }
    : { accepts: textRule.accepts, expected: "a non-empty text" };

const isCoded = (source: TextSource): source is CodedTexts => "codes" in source && "dictionary" in source;

const noTexts = (name: string, received: string): ClienteleError =>
  refusal("INVALID_TRANSACTION_COLUMNS", [name], "texts or null: in codes, an array or a vector", received);

function checkedCodes({ codes, dictionary }: CodedTexts, name: string): CodedTexts {
  if (!(codes instanceof Int32Array))
    throw refusal("INVALID_TRANSACTION_COLUMNS", [name, "codes"], "an Int32Array", codes);
  const { accepts, expected } = ruleOf(name);
  const word = dictionary.findIndex((text) => !accepts(text));
  if (word >= 0) throw refusal("INVALID_TRANSACTION_COLUMNS", [name, "dictionary", word], expected, dictionary[word]);
  const size = dictionary.length;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code >= size || code < -1)
      throw refusal("INVALID_TRANSACTION_COLUMNS", [name, "codes", i], `codes from -1 to ${size - 1}`, code);
  }
  return { codes, dictionary };
}

/** A vector that is coded already: one chunk of indices over a dictionary, as Arrow keeps repeated texts. */
function vectorCodes(source: TextSource, name: string): CodedTexts | undefined {
  if (!isVector<string>(source) || source.nullCount !== 0) return undefined;
  const chunks = (source as { data?: readonly { values?: unknown; dictionary?: VectorLike<string> }[] }).data;
  const chunk = chunks?.length === 1 ? chunks[0] : undefined;
  const indices = chunk?.values;
  if (!(indices instanceof Int32Array) || chunk?.dictionary === undefined || indices.length !== source.length)
    return undefined;
  const words = chunk.dictionary;
  return checkedCodes(
    { codes: indices, dictionary: Array.from({ length: words.length }, (_, i) => words.get(i) as string) },
    name,
  );
}

function codesOf(source: Exclude<TextSource, CodedTexts>, name: string): CodedTexts {
  if (!Number.isSafeInteger(source.length)) throw noTexts(name, showValue(source));
  const { accepts, expected } = ruleOf(name);
  const codes = new Int32Array(source.length);
  const byText = new Map<string, number>();
  for (let i = 0; i < codes.length; i++) {
    const text = isVector<string>(source) ? source.get(i) : source[i];
    if (text === null) {
      codes[i] = -1;
      continue;
    }
    if (!accepts(text)) throw refusal("INVALID_TRANSACTION_COLUMNS", [name, i], `${expected}, or null`, text);
    let code = byText.get(text);
    if (code === undefined) {
      code = byText.size;
      byText.set(text, code);
    }
    codes[i] = code;
  }
  return { codes, dictionary: [...byText.keys()] };
}

import type { Catalogue } from "../tables/describe-reasons.js";

/** A phrase in the catalogue's language; undefined where the catalogue has no words for it. */
export type PhraseBook = (phrase: string) => string | undefined;

/**
 * What errors say was expected, in another language. A catalogue has it under `expected:` and the English phrase, whose parts that vary
 * are slots: `"expected:a whole number from {low} to {high}"`. What fills a slot is looked up too; `{names}` is a list of names. Of several
 * phrases that fit, the one with the most words of its own is taken.
 */
export function phraseBook(catalogue: Catalogue): PhraseBook {
  const keys = Object.keys(Object(catalogue)).filter((key) => key.startsWith(PREFIX));
  if (keys.length === 0) return () => undefined;
  const patterns = keys
    .filter((key) => SLOT.test(key))
    .map((key) => ({ key, pattern: patternOf(key), own: key.replace(SLOTS, "").length }))
    .sort((a, b) => b.own - a.own);
  const known = new Map<string, string | undefined>();

  const find = (phrase: string): string | undefined => {
    const exact = `${PREFIX}${phrase}`;
    if (phrase !== "" && Object.hasOwn(catalogue, exact)) return catalogue[exact];
    for (const { key, pattern } of patterns) {
      const slots = pattern.exec(phrase)?.groups;
      const words = slots && filled(catalogue[key] as string, slots);
      if (words !== undefined) return words;
    }
    return undefined;
  };
  const filled = (template: string, slots: Readonly<Record<string, string>>): string | undefined => {
    const words: Record<string, string> = {};
    for (const [name, value] of Object.entries(slots)) {
      const found = look(value) ?? (isName(value) ? value : undefined);
      if (found === undefined) return undefined;
      words[name] = name === "names" ? found.split(", ").join(catalogue["core.list-separator"]) : found;
    }
    return template.replace(SLOTS, (_, name) => words[name] as string);
  };
  const look = (phrase: string): string | undefined => {
    if (!known.has(phrase)) known.set(phrase, find(phrase));
    return known.get(phrase);
  };
  return look;
}

const PREFIX = "expected:";
const SLOT = /\{\w+\}/;
const SLOTS = /\{(\w+)\}/g;

function patternOf(key: string): RegExp {
  const literal = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const parts = key.slice(PREFIX.length).split(SLOTS);
  return new RegExp(`^${parts.map((part, at) => (at % 2 === 1 ? `(?<${part}>.+?)` : literal(part))).join("")}$`, "s");
}

/** Names, numbers and codes are the same in every language; two words beside each other are not. */
export function isName(phrase: string): boolean {
  return !/[A-Za-z]{2,} [A-Za-z]{2,}|^[a-z] [a-z]+/.test(phrase.replace(/"[^"]*"/g, ""));
}

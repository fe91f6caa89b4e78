import { type Catalogue, describeReasons, type ReasonParam } from "../../core/index.js";
import { refusal } from "../../core/shared.js";
import type { Condition } from "../condition.js";
import type { Parameters } from "../envelope.js";
import type { NameScope } from "../typing/value-types.js";

/** Where words are put: what names mean, which collection the item is from, and the number of the list entry around it (`"2."`). */
export interface WordScope extends NameScope {
  readonly collection?: string | undefined;
  readonly number: string;
}

/** A condition in words. A simple one holds no other condition, so it needs no brackets among others. */
export interface Clause {
  readonly text: string;
  readonly isSimple: boolean;
}

/** What all words of one condition share. */
export interface Writer {
  readonly catalogue: Catalogue;
  readonly parameters: Parameters;
  /** Fills the template `conditions.<name>` of the catalogue. */
  say(name: string, params?: Readonly<Record<string, ReasonParam>>): string;
  /** Puts a condition into words; here, because conditions and values contain each other. */
  clause(condition: Condition, scope: WordScope): Clause;
}

/** @throws INVALID_OPTIONS for what is no catalogue */
export function requireCatalogue(catalogue: unknown): void {
  if (typeof catalogue !== "object" || catalogue === null) {
    const hint = "Pass en or zhCN of clientele/labels";
    throw refusal("INVALID_OPTIONS", ["catalogue"], "words by their codes", catalogue, hint);
  }
}

/** A writer in the words of a catalogue. */
export function makeWriter(
  catalogue: Catalogue,
  parameters: Parameters,
  describe: (condition: Condition, scope: WordScope, writer: Writer) => Clause,
): Writer {
  const writer: Writer = {
    catalogue,
    parameters,
    say: (name, params = {}) => describeReasons([{ code: `conditions.${name}`, params }], catalogue)[0] as string,
    clause: (condition, scope) => describe(condition, scope, writer),
  };
  return writer;
}

/** A clause within another: in brackets unless it is simple. */
function enclosed({ text, isSimple }: Clause, writer: Writer): string {
  return isSimple ? text : writer.say("bracket", { condition: text });
}

/** Both forms of a clause, for templates to choose from: `{clause}` has the brackets it needs, `{condition}` has none. */
export function forms(clause: Clause, writer: Writer): { readonly clause: string; readonly condition: string } {
  return { clause: enclosed(clause, writer), condition: clause.text };
}

/** Texts joined two by two by a template with `{left}` and `{right}`. */
export function joined(name: string, texts: readonly string[], writer: Writer): string {
  return texts.reduce((left, right) => writer.say(name, { left, right }));
}

import type { Condition } from "../condition.js";
import { collectionOf } from "../typing/fields-in-scope.js";
import type { Over } from "../value.js";
import type { Window } from "../window.js";
import { collectionWords } from "./name-words.js";
import { windowWords } from "./window-words.js";
import { forms, type WordScope, type Writer } from "./writer.js";

/** Items that are looked through, and which of them. */
export interface Selection {
  readonly over: Over;
  readonly where?: Condition;
  readonly window?: Window;
  readonly latest?: number;
}

/** Selected items in words, as templates may need them. */
export interface ItemsWords {
  /** One of them and several, with window and filter. */
  readonly one: string;
  readonly many: string;
  /** One of them with its filter alone, for languages that put the window elsewhere. */
  readonly plain: string;
  readonly window: string;
}

/** "orders in the last 90 days for which amount is at least 50.00 EUR". */
export function itemsWords({ over, where, window, latest }: Selection, scope: WordScope, writer: Writer): ItemsWords {
  const filter = where === undefined ? undefined : forms(writer.clause(where, scopeOf(over, scope)), writer);
  const time = window === undefined ? undefined : windowWords(window, scope, writer);
  const narrowed = (n: number, time: string | undefined): string => {
    const items = collectionWords(over, n, scope, writer);
    if (filter === undefined) return time === undefined ? items : writer.say("items.window", { items, window: time });
    if (time === undefined) return writer.say("items.where", { items, ...filter });
    return writer.say("items.window-where", { items, window: time, ...filter });
  };
  const words = (n: number, time: string | undefined): string => {
    const items = narrowed(n, time);
    return latest === undefined ? items : writer.say("items.latest", { items, n: latest });
  };
  return { one: words(1, time), many: words(2, time), plain: words(1, undefined), window: time ?? "" };
}

/** What names mean among the items of a collection. */
export function scopeOf(over: Over, scope: WordScope): WordScope {
  return { ...scope, item: collectionOf(scope, over), collection: over.collection };
}

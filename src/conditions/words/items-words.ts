import type { Condition, SequenceCondition, Step } from "../condition.js";
import { collectionOf } from "../typing/type-of-value.js";
import type { Over, ParameterValue } from "../value.js";
import type { CalendarWindowNode, Window, WindowDuration } from "../window.js";
import { collectionWords, itemWords, parameterWords, simpleValueWords } from "./name-words.js";
import { forms, joined, type WordScope, type Writer } from "./writer.js";

/** A window in words: "in the last 90 days". */
export function windowWords(window: Window, scope: WordScope, writer: Writer): string {
  switch (window.type) {
    case "rolling": {
      const last = window.last === undefined ? "" : durationWords(window.last, writer);
      if (window.until === undefined) return writer.say("window.rolling", { last });
      const until = durationWords(window.until, writer);
      return writer.say(window.last === undefined ? "window.older" : "window.rolling-until", { last, until });
    }
    case "calendar":
      return calendarWords(window, writer);
    case "between": {
      const start = pointWords(window.start, writer);
      const end = pointWords(window.end, writer);
      if (start === undefined) return writer.say("window.before", { end: end as string });
      return end === undefined ? writer.say("window.from", { start }) : writer.say("window.between", { start, end });
    }
    case "after": {
      const anchor = simpleValueWords(window.anchor, scope, writer);
      return writer.say("window.after", { anchor, next: durationWords(window.next, writer) });
    }
    case "upcoming":
      return writer.say("window.upcoming", { next: durationWords(window.next, writer) });
  }
}

/** A duration in words: "90 days". */
function durationWords(duration: WindowDuration, writer: Writer): string {
  const [[unit, count] = []] = Object.entries(duration) as [string, number | ParameterValue][];
  const n =
    typeof count === "object" ? writer.say("bracket", { condition: parameterWords(count.name, writer) }) : count;
  return writer.say(`unit.${unit}`, { n: n as string | number });
}

function calendarWords({ period, offset, count, weekStartsOn }: CalendarWindowNode, writer: Writer): string {
  const unit = (n: number): string => writer.say(`period.${period}`, { n });
  const params = { one: unit(1), many: unit(count), n: count };
  const words = (): string => {
    if (offset === 0 && count === 1) return writer.say("window.current", params);
    if (offset === -count) return writer.say(count === 1 ? "window.previous-one" : "window.previous", params);
    if (offset === 1) return writer.say(count === 1 ? "window.following-one" : "window.following", params);
    if (offset === 0) return writer.say("window.from-current", params);
    const away = Math.abs(offset);
    return writer.say(offset < 0 ? "window.periods-ago" : "window.periods-ahead", {
      ...params,
      away,
      unit: unit(away),
    });
  };
  if (weekStartsOn === undefined || weekStartsOn === 1) return words();
  return writer.say("window.week-start", { window: words(), weekday: writer.say(`weekday.${weekStartsOn}`) });
}

function pointWords(point: string | ParameterValue | undefined, writer: Writer): string | undefined {
  return typeof point === "object" ? parameterWords(point.name, writer) : point;
}

/** Items that are looked through, and which of them. */
interface Selection {
  readonly over: Over;
  readonly where?: Condition;
  readonly window?: Window;
  readonly latest?: number;
}

/** Selected items in words, as templates may need them. */
interface ItemsWords {
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
  const within = window?.type === "rolling" && window.last === undefined ? "items.older" : "items.window";
  const narrowed = (n: number, time: string | undefined): string => {
    const items = collectionWords(over, n, scope, writer);
    if (filter === undefined) return time === undefined ? items : writer.say(within, { items, window: time });
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

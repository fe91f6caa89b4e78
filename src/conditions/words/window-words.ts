import type { ParameterValue } from "../value.js";
import type { CalendarWindowNode, Window, WindowDuration } from "../window.js";
import { parameterWords } from "./name-words.js";
import { simpleValueWords } from "./simple-value-words.js";
import type { WordScope, Writer } from "./writer.js";

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
export function durationWords(duration: WindowDuration, writer: Writer): string {
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

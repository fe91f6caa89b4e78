import { conditionLimits } from "../limits.js";
import { anyOf, closed, type JsonSchema, only, refTo, whole } from "./json-schema.js";
import { pointSchema, someText } from "./literal-schemas.js";

/** What lies in a window: events, an instant or a day. */
export type WindowUse = "events" | "instant" | "day";

const daysPerPeriod = { day: 1, week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 } as const;
const LONGEST = conditionLimits.years * daysPerPeriod.year;
const daysPerUnit = { days: 1, weeks: 7, months: 30.4375, quarters: 91.3125, years: 365.25 } as const;

/** A parameter of any name. */
export const parameterSchema: JsonSchema = closed({ type: only("parameter"), name: someText });

/** The definitions of durations: of any unit, and of days and longer ones. */
export function durationSchemas(): Readonly<Record<string, JsonSchema>> {
  const units = Object.entries(daysPerUnit).map(([unit, days]) =>
    closed({ [unit]: whole(1, Math.floor(LONGEST / days)) }),
  );
  return {
    duration: anyOf([closed({ hours: whole(1, LONGEST * 24) }), refTo("days or longer")]),
    "days or longer": anyOf(units),
  };
}

/** The windows for one use; `anchor` is an instant or day of the subject, undefined where there is none. */
export function windowSchema(use: WindowUse, anchor: JsonSchema | undefined): JsonSchema {
  const duration = refTo(use === "day" ? "days or longer" : "duration");
  const end = anyOf([pointSchema, parameterSchema]);
  return anyOf([
    closed({ type: only("rolling"), last: duration }, { until: duration }),
    ...calendarSchemas(use),
    { ...closed({ type: only("between") }, { start: end, end }), minProperties: 2 },
    ...(anchor === undefined ? [] : [closed({ type: only("after"), anchor, next: duration })]),
    ...(use === "events" ? [] : [closed({ type: only("upcoming"), next: duration })]),
  ]);
}

/** Events lie in the past, so their periods begin with the current one at the latest. */
function calendarSchemas(use: WindowUse): readonly JsonSchema[] {
  return Object.entries(daysPerPeriod).map(([period, days]) => {
    const most = Math.floor(LONGEST / days);
    return closed(
      {
        type: only("calendar"),
        period: only(period),
        offset: whole(-most, use === "events" ? 0 : most),
        count: whole(1, most),
      },
      period === "week" ? { weekStartsOn: whole(1, 7) } : {},
    );
  });
}

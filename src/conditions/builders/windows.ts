import {
  type Duration,
  formatInstant,
  type InstantInput,
  type Period,
  parseDuration,
  type Unit,
} from "../../core/index.js";
import { anything, checkOptions, choice, parseMoment, requireShape, whole } from "../../core/shared.js";
import type { AttributeValue, ParameterValue } from "../value.js";
import type {
  AfterWindow,
  BetweenWindow,
  CalendarWindowNode,
  RollingWindowNode,
  UpcomingWindow,
  WindowDuration,
} from "../window.js";
import { freeze, stated, type TypedParameter, type TypedValue } from "./scoped.js";

declare const reach: unique symbol;

/** A window that begins after the moment of the run; for the compiler only. */
export type FollowingWindow = CalendarWindowNode & { readonly [reach]?: "ahead" };

/** A window that events can lie in: none of them has happened yet after the moment of the run. */
export type EventWindow =
  | RollingWindowNode
  | (CalendarWindowNode & { readonly [reach]?: "behind" })
  | BetweenWindow
  | AfterWindow;

/** A duration; its count may be a parameter: `{ days: parameter("days", { type: "number" }) }`. */
export type DurationInput =
  | Duration
  | {
      [U in Unit]: { readonly [K in U]: TypedParameter<"number"> } & { readonly [K in Exclude<Unit, U>]?: never };
    }[Unit];

function durationOf(duration: DurationInput): WindowDuration {
  if (typeof duration !== "object" || duration === null) parseDuration(duration as never);
  const counts = Object.entries(duration).map(([unit, count]) => [
    unit,
    typeof count === "object" && "value" in Object(count) ? (count as TypedParameter<"number">).value : count,
  ]);
  return Object.fromEntries(counts);
}

/** Which day a week starts on: Monday 1 (default) … Sunday 7. */
export interface WeekOptions {
  readonly weekStartsOn?: number | undefined;
}

/**
 * The last so-and-so long, up to `asOf` or to `until` before it: `(asOf - last, asOf - until]`.
 * @example
 * import { last } from "clientele/conditions";
 * last({ days: 365 }, { until: { days: 90 } }); // => { type: "rolling", last: { days: 365 }, until: { days: 90 } }
 * @category Windows
 */
export function last(
  duration: DurationInput,
  options: { readonly until?: DurationInput | undefined } = {},
): RollingWindowNode {
  checkOptions<typeof options>(options, { until: anything });
  const { until } = options;
  return freeze({
    type: "rolling",
    last: durationOf(duration),
    ...stated({ until: until === undefined ? undefined : durationOf(until) }),
  });
}

/**
 * So long ago or earlier: all that lies before a rolling window.
 * @example
 * import { olderThan } from "clientele/conditions";
 * olderThan({ days: 90 }); // => { type: "rolling", until: { days: 90 } }
 * @category Windows
 */
export function olderThan(duration: DurationInput): RollingWindowNode {
  return freeze({ type: "rolling", until: durationOf(duration) });
}

/**
 * The whole periods before the current one.
 * @example
 * import { previous } from "clientele/conditions";
 * previous("month", 3); // => { type: "calendar", period: "month", offset: -3, count: 3 }
 * @category Windows
 */
export function previous(period: Period, count = 1, options: WeekOptions = {}): CalendarWindowNode {
  return calendar(period, -count, count, options);
}

/**
 * The period that holds `asOf`.
 * @example
 * import { current } from "clientele/conditions";
 * current("year"); // => { type: "calendar", period: "year", offset: 0, count: 1 }
 * @category Windows
 */
export function current(period: Period, options: WeekOptions = {}): CalendarWindowNode {
  return calendar(period, 0, 1, options);
}

/**
 * The whole periods after the current one, for attributes: "the contract ends next month".
 * @example
 * import { following } from "clientele/conditions";
 * following("month"); // => { type: "calendar", period: "month", offset: 1, count: 1 }
 * @category Windows
 */
export function following(period: Period, count = 1, options: WeekOptions = {}): FollowingWindow {
  return calendar(period, 1, count, options);
}

/**
 * The time to come, for attributes: `(asOf, asOf + next]`.
 * @example
 * import { upcoming } from "clientele/conditions";
 * upcoming({ days: 30 }); // => { type: "upcoming", next: { days: 30 } }
 * @category Windows
 */
export function upcoming(next: DurationInput): UpcomingWindow {
  return freeze({ type: "upcoming", next: durationOf(next) });
}

/** One end of a fixed window: a day, an instant, a parameter, or open. */
export type WindowEnd = InstantInput | TypedParameter<"instant" | "day"> | undefined;

/**
 * A fixed stretch `[start, end)`; an end that is left out is open, and a bare day is its first instant.
 * @example
 * import { between } from "clientele/conditions";
 * between("2026-11-01", "2026-12-01"); // => { type: "between", start: "2026-11-01", end: "2026-12-01" }
 * @category Windows
 */
export function between(start: WindowEnd, end?: WindowEnd): BetweenWindow {
  return Object.freeze({ type: "between", ...stated({ start: endOf(start), end: endOf(end) }) });
}

/**
 * The time after an instant or day of the subject: `[anchor, anchor + next)`.
 * @example
 * import { after, conditions } from "clientele/conditions";
 * import { orderSchema } from "clientele/model";
 * const { attr } = conditions(orderSchema("EUR"));
 * after(attr("customer.signedUpAt"), { days: 30 }).next; // => { days: 30 }
 * @category Windows
 */
export function after(anchor: TypedValue<"instant" | "day", never>, next: DurationInput): AfterWindow {
  requireShape(anchor, "anchor", "an attribute of conditions", "value");
  return freeze({ type: "after", anchor: anchor.value as AttributeValue, next: durationOf(next) });
}

const periods: readonly Period[] = ["day", "week", "month", "quarter", "year"];

function calendar(period: Period, offset: number, count: number, options: WeekOptions): CalendarWindowNode {
  const asked = { period, offset, count, weekStartsOn: options?.weekStartsOn };
  checkOptions<typeof asked>(
    asked,
    { period: choice(periods), offset: whole(), count: whole(), weekStartsOn: anything },
    ["period"],
  );
  checkOptions<WeekOptions>(options, { weekStartsOn: anything });
  return Object.freeze({ type: "calendar", period, offset, count, ...stated({ weekStartsOn: options.weekStartsOn }) });
}

function endOf(end: WindowEnd): string | ParameterValue | undefined {
  if (end === undefined || typeof end === "string") return end;
  if ("value" in Object(end)) return (end as TypedParameter<never>).value;
  return formatInstant(parseMoment(end as InstantInput));
}

import type { Duration, Period } from "../core/index.js";
import type { AttributeValue, ParameterValue } from "./value.js";

/** `(asOf - last, asOf - until]`: adjacent windows share no instant and leave none out. */
export interface RollingWindowNode {
  readonly type: "rolling";
  readonly last: Duration;
  readonly until?: Duration;
}

/** Whole periods `offset` to `offset + count - 1`; 0 is the one that holds `asOf`. Weeks start on `weekStartsOn`, by default on Monday (1). */
export interface CalendarWindowNode {
  readonly type: "calendar";
  readonly period: Period;
  readonly offset: number;
  readonly count: number;
  readonly weekStartsOn?: number;
}

/** `[start, end)` between two fixed points, either of which may be left out; a bare day is its first instant. */
export interface BetweenWindow {
  readonly type: "between";
  readonly start?: string | ParameterValue;
  readonly end?: string | ParameterValue;
}

/** `[anchor, anchor + next)`, per subject. */
export interface AfterWindow {
  readonly type: "after";
  readonly anchor: AttributeValue;
  readonly next: Duration;
}

/** `(asOf, asOf + next]`, for attributes only: nothing after `asOf` has happened yet. */
export interface UpcomingWindow {
  readonly type: "upcoming";
  readonly next: Duration;
}

/**
 * A stretch of time, resolved once per run.
 * @category Conditions
 */
export type Window = RollingWindowNode | CalendarWindowNode | BetweenWindow | AfterWindow | UpcomingWindow;

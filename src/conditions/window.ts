import type { Duration, Period, Unit } from "../core/index.js";
import type { AttributeValue, ParameterValue } from "./value.js";

/** A duration, or one whose count is set from outside. */
export type WindowDuration =
  | Duration
  | { [U in Unit]: { readonly [K in U]: ParameterValue } & { readonly [K in Exclude<Unit, U>]?: never } }[Unit];

/** `(asOf - last, asOf - until]`: adjacent windows share no instant and leave none out. One of the two may be left out. */
export interface RollingWindowNode {
  readonly type: "rolling";
  readonly last?: WindowDuration;
  readonly until?: WindowDuration;
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
  readonly next: WindowDuration;
}

/** `(asOf, asOf + next]`, for attributes only: nothing after `asOf` has happened yet. */
export interface UpcomingWindow {
  readonly type: "upcoming";
  readonly next: WindowDuration;
}

/**
 * A stretch of time, resolved once per run.
 * @category Conditions
 */
export type Window = RollingWindowNode | CalendarWindowNode | BetweenWindow | AfterWindow | UpcomingWindow;

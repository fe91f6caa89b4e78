import { formatInstant, type LocalTimes, zoneOf } from "../../core/index.js";
import { readLocalTime } from "../../core/shared.js";
import { type AnyRule, type AnyTable, type RecordTable, ruleIn } from "../records/record-table.js";
import { instantRule } from "./border-rules.js";

/** How local times are read, as the options of a door say it. */
export interface TimeOptions {
  readonly localTimes?: LocalTimes | undefined;
  readonly timeZone?: string | undefined;
}

/** Gives a value with the local times in it as instants; itself where it holds none. */
export type Settle = (value: unknown) => unknown;

/**
 * Settles the local times of records of one kind, wherever their table has an instant; undefined where they stay as they are.
 * @throws INVALID_TIME_ZONE
 */
export function timesInZone<T>(table: RecordTable<T>, options: TimeOptions): Settle | undefined {
  const time = textInZone(options);
  return time === undefined ? undefined : settleBy(table as AnyTable, time);
}

/** The same for a single value. */
export function textInZone({ localTimes, timeZone = "UTC" }: TimeOptions): Settle | undefined {
  const zone = zoneOf(timeZone);
  if (localTimes !== "in-zone") return undefined;
  return (value) => {
    const instant = typeof value === "string" ? readLocalTime(value, zone) : undefined;
    return instant === undefined ? value : formatInstant(instant);
  };
}

function settleBy(rule: AnyRule, time: Settle): Settle | undefined {
  if (rule === instantRule) return time;
  if ("item" in rule) {
    const each = settleBy(rule.item, time);
    return each && ((list) => (Array.isArray(list) ? settledList(list, each) : list));
  }
  if (!("fields" in rule)) return undefined;
  const settles = Object.entries(rule.fields).flatMap(([name, field]): readonly (readonly [string, Settle])[] => {
    const settle = settleBy(ruleIn(field), time);
    return settle === undefined ? [] : [[name, settle]];
  });
  if (settles.length === 0) return undefined;
  return (record) => (typeof record === "object" && record !== null ? settledRecord(record, settles) : record);
}

function settledList(list: readonly unknown[], settle: Settle): readonly unknown[] {
  const settled = list.map(settle);
  return settled.every((value, index) => value === list[index]) ? list : settled;
}

function settledRecord(record: object, settles: readonly (readonly [string, Settle])[]): object {
  let copy: Record<string, unknown> | undefined;
  for (const [name, settle] of settles) {
    const value = (record as Readonly<Record<string, unknown>>)[name];
    const settled = settle(value);
    if (settled !== value) copy = { ...(copy ?? record), [name]: settled };
  }
  return copy ?? record;
}

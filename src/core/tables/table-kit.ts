import { requireShape } from "../checking/argument.js";
import { type Assessed, known, type Reason, unknown } from "../reasons.js";
import type { DayNumber } from "../time/day.js";
import { parseInstant } from "../time/instant.js";
import { zoneOf } from "../time/zone.js";
import type { Column, MaybeColumn, MaybeList } from "./column.js";

/** A column of numbers with unknowns; `valueAt` gives undefined where the number is not known. */
export function maybeNumbers(length: number, valueAt: (index: number) => number | undefined): MaybeColumn {
  const values = new Float64Array(length);
  const mask = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const value = valueAt(index);
    if (value === undefined) continue;
    values[index] = value;
    mask[index] = 1;
  }
  return { values, known: mask };
}

/** A column of texts with unknowns, such as classes; an unknown one is "" and means nothing. */
export function maybeTexts<T extends string>(length: number, valueAt: (index: number) => T | undefined): MaybeList<T> {
  const values = new Array<T>(length);
  const mask = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const value = valueAt(index);
    values[index] = value ?? ("" as T);
    if (value !== undefined) mask[index] = 1;
  }
  return { values, known: mask };
}

/** A column of which everything is known. */
export function knownColumn<T>(values: Column<T>): MaybeColumn<T> {
  return { values, known: new Uint8Array(values.length).fill(1) };
}

/** One cell of a column as a judgement: its value with the reasons, or unknown with what is missing. */
export function assessedAt<T>(
  column: MaybeColumn<T>,
  index: number,
  missing: readonly string[],
  reasons: readonly Reason[] = [],
): Assessed<T> {
  return column.known[index] === 1 ? known(column.values[index] as T, reasons) : unknown(missing, reasons);
}

/** The day on which a base or a fact table stands: that of its `asOf` in its zone. */
export function todayOf(frame: { readonly asOf: string; readonly timeZone: string }): DayNumber {
  requireShape(frame, "table", "a base or a table with asOf and timeZone", "asOf", "timeZone");
  const { asOf, timeZone } = frame;
  return zoneOf(timeZone).dayAt(parseInstant(asOf));
}

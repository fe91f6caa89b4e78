import type { Column } from "../core/index.js";
import { inWords, refusal, requireList } from "../core/shared.js";
import type { MathErrorCode } from "./errors.js";

/** Where a number stood in the input: `["values", 3]`. */
export type Path = readonly (string | number)[];

/** Refuses an input, under one of this room's codes. */
export function refuse(
  code: MathErrorCode | "INVALID_OPTIONS",
  path: Path,
  expected: string,
  received: unknown,
  hint?: string,
): never {
  throw refusal(code, path, expected, typeof received === "string" ? inWords(received) : received, hint);
}

export function checkFinite(value: number, path: Path): void {
  if (!Number.isFinite(value)) refuse("NOT_A_FINITE_NUMBER", path, "a finite number", value);
}

export function checkPositive(value: number, path: Path): void {
  checkFinite(value, path);
  if (value <= 0) refuse("NUMBER_OUT_OF_RANGE", path, "a finite number above 0", value);
}

export function checkNotNegative(value: number, path: Path): void {
  checkFinite(value, path);
  if (value < 0) refuse("NUMBER_OUT_OF_RANGE", path, "a finite number from 0", value);
}

export function checkProbability(value: number, path: Path): void {
  checkFinite(value, path);
  if (value < 0 || value > 1) refuse("NUMBER_OUT_OF_RANGE", path, "a probability from 0 to 1", value);
}

/** A probability that is neither 0 nor 1. */
export function checkOpenProbability(value: number, path: Path): void {
  checkFinite(value, path);
  if (value <= 0 || value >= 1) refuse("NUMBER_OUT_OF_RANGE", path, "a probability above 0 and below 1", value);
}

export function checkInteger(value: number, lowest: number, highest: number, path: Path): void {
  checkFinite(value, path);
  if (!Number.isInteger(value) || value < lowest || value > highest) {
    refuse("NUMBER_OUT_OF_RANGE", path, `a whole number from ${lowest} to ${highest}`, value);
  }
}

/** Every value finite; an empty column passes. */
export function checkColumn(values: Column, name: string): void {
  requireList(values, name);
  for (let index = 0; index < values.length; index++) {
    if (!Number.isFinite(values[index])) checkFinite(values[index] as number, [name, index]);
  }
}

export function checkNotEmpty(values: Column<unknown>, name: string): void {
  requireList(values, name);
  if (values.length === 0) refuse("EMPTY_VALUES", [name], "at least one value", "none");
}

export function checkSameLength(values: Column<unknown>, name: string, length: number): void {
  requireList(values, name);
  if (values.length !== length) refuse("LENGTHS_DIFFER", [name], `${length} values`, `${values.length}`);
}

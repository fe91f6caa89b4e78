import { type Day, type InstantInput, isClienteleError, parseDay, parseInstant, readDay } from "../../core/index.js";
import { currencyOfRecord, dayHint } from "../../core/shared.js";
import type { Fault, ValueRule } from "../records/record-table.js";

const DAY_OR_INSTANT =
  /^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)? ?([Zz]|[Uu][Tt][Cc]|[+-]\d{2}(:?\d{2})?))?$/;

export const instantRule: ValueRule<InstantInput> = {
  ...ruleOf<InstantInput>(parseInstant, {
    description: "ISO 8601 date and time with offset, a day (YYYY-MM-DD), or epoch milliseconds",
    anyOf: [
      { type: "string", pattern: DAY_OR_INSTANT.source },
      { type: "integer" },
      {
        type: "object",
        properties: { epochMilliseconds: { type: "integer" } },
        required: ["epochMilliseconds"],
      },
    ],
  }),
  fault: (value) => {
    const fault = faultIn(parseInstant, value) as Fault;
    // The day itself is known where only its writing is wrong.
    const meant = typeof value === "string" && readDay(value.slice(0, 10)) === undefined ? dayHint(value) : undefined;
    return meant === undefined ? fault : { ...fault, hint: meant };
  },
  // A bare day needs no zone to be a day, and this runs on every row.
  accepts: (value): value is InstantInput =>
    typeof value === "string" && value.length === 10
      ? readDay(value) !== undefined
      : faultIn(parseInstant, value) === undefined,
};

export const dayRule: ValueRule<Day> = ruleOf<Day>(parseDay, { type: "string", format: "date" });

export const currencyRule: ValueRule<string> = ruleOf<string>(currencyOfRecord, {
  type: "string",
  pattern: "^[A-Z]{3}$",
});

/** A value that one of core's readers takes, with the words of that reader. */
export function ruleOf<T>(read: (value: T) => unknown, json: ValueRule<T>["json"]): ValueRule<T> {
  return {
    accepts: (value): value is T => faultIn(read, value) === undefined,
    fault: (value) => faultIn(read, value) as Fault,
    json,
  };
}

function faultIn<T>(read: (value: T) => unknown, value: unknown): Fault | undefined {
  try {
    read(value as T);
    return undefined;
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    const { code, expected, hint } = error;
    return hint === undefined ? { code, expected } : { code, expected, hint };
  }
}

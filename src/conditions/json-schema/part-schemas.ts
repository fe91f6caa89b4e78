import { festivals } from "../../core/index.js";
import { anyOf, closed, type JsonSchema, oneWord, only, whole } from "./json-schema.js";

const lastDays: readonly (readonly [months: readonly number[], day: number])[] = [
  [[1, 3, 5, 7, 8, 10, 12], 31],
  [[4, 6, 9, 11], 30],
  [[2], 29],
];

/** The days to a festival, or to a month and day that come back every year. */
export const festivalPartSchema: JsonSchema = closed({
  festival: anyOf([
    oneWord(Object.keys(festivals)),
    ...lastDays.map(([months, day]) =>
      closed({ calendar: only("gregorian"), month: { enum: months }, day: whole(1, day) }),
    ),
    closed({ calendar: only("chinese"), month: whole(1, 12), day: whole(1, 30) }),
  ]),
});

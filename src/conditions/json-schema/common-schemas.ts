import { festivals, type Unit } from "../../core/index.js";
import type { FactSchema } from "../../model/index.js";
import { conditionLimits } from "../limits.js";
import { namedParts } from "../typing/value-types.js";
import { daysPerUnit } from "../validation/check-parts.js";
import { anyValue, byWord, closed, type JsonSchema, oneWord, only, refTo, whole } from "./json-schema.js";

const { years, textLength, listValues } = conditionLimits;

/** A text that is not empty. */
export const someText: JsonSchema = { type: "string", minLength: 1, maxLength: textLength };

/** What is the same at every place: literals, parameters, attributes, parts, durations and windows. */
export function commonSchemas({ attributes }: FactSchema): Readonly<Record<string, JsonSchema>> {
  const duration = refTo("duration");
  const end = { anyOf: [{ type: "string" }, refTo("parameter")] };
  const count = (unit: Unit): JsonSchema => ({
    anyOf: [whole(1, Math.floor((years * daysPerUnit.years) / daysPerUnit[unit])), refTo("parameter")],
  });
  const units = Object.keys(daysPerUnit) as readonly Unit[];
  const days = years * daysPerUnit.years;
  const type = anyValue;
  return {
    literal: {
      type: ["string", "number", "boolean", "object"],
      properties: { amount: { type: "string" }, currency: { type: "string" } },
      additionalProperties: false,
    },
    values: {
      if: { type: "object" },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: refTo("parameter"),
      else: { type: "array", items: refTo("literal"), minItems: 1, maxItems: listValues },
    },
    parameter: closed({ type: only("parameter"), name: someText }),
    part: {
      if: { type: "object" },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: closed({
        festival: {
          anyOf: [
            oneWord(Object.keys(festivals)),
            closed(
              { calendar: oneWord(["gregorian", "chinese"]), month: whole(1, 12), day: whole(1, 31) },
              { name: someText },
            ),
          ],
        },
      }),
      else: oneWord(namedParts),
    },
    attribute: closed({ type: only("attribute"), field: oneWord(Object.keys(attributes)) }, { part: refTo("part") }),
    duration: {
      type: "object",
      properties: Object.fromEntries(units.map((unit) => [unit, count(unit)])),
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
    },
    window: byWord("type", [
      [["rolling"], { ...closed({ type }, { last: duration, until: duration }), minProperties: 2 }],
      [
        ["calendar"],
        closed(
          {
            type,
            period: oneWord(["day", "week", "month", "quarter", "year"]),
            offset: whole(-days, days),
            count: whole(1, days),
          },
          { weekStartsOn: whole(1, 7) },
        ),
      ],
      [["between"], { ...closed({ type }, { start: end, end }), minProperties: 2 }],
      [["after"], closed({ type, anchor: refTo("attribute"), next: duration })],
      [["upcoming"], closed({ type, next: duration })],
    ]),
  };
}

import { currencyDecimals, type Money, parseDay, parseInstant, parseMinorUnits, type Zone } from "../../core/index.js";
import type { Reading } from "../reading/reading.js";
import type { ValueType } from "../typing/value-type.js";
import { readMonthDay, readTime } from "../validation/check-literal.js";
import type { Literal } from "../value.js";

/** Which instant of a bare day is meant. */
export type DayEdge = "start" | "end";

/** A validated literal as rules reckon with it. */
export function literalValue(literal: Literal, type: ValueType, zone: Zone, dayAs: DayEdge = "start"): Reading {
  switch (type.kind) {
    case "money": {
      const { amount, currency } = literal as Money;
      const minor = parseMinorUnits(amount, type.scale ?? currencyDecimals(currency));
      return type.currency === "*" ? { minor, currency } : minor;
    }
    case "instant":
      return parseInstant(literal as string, { timeZone: zone.timeZone, dayAs });
    case "day":
      return parseDay(literal as string);
    case "time":
      return readTime(literal) as number;
    case "monthDay":
      return readMonthDay(literal) as number;
    default:
      return literal as string | number | boolean;
  }
}

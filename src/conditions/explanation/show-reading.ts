import { currencyDecimals, formatDay, formatInstant, formatMinorUnits, type Money } from "../../core/index.js";
import { isBounds, numberOf, type Quantity, ratioOf } from "../reading/quantity.js";
import type { Reading, TaggedMoney } from "../reading/reading.js";
import type { ValueType } from "../typing/value-type.js";
import type { ShownValue } from "./explanation.js";

/** A known reading of a type, as JSON. */
export function showReading(reading: Reading, type: ValueType): ShownValue {
  if (isBounds(reading)) {
    const { atLeast, atMost } = reading;
    const show = (end: Quantity) => showReading(end, type) as number | string | Money;
    return {
      ...(atLeast === Number.NEGATIVE_INFINITY ? {} : { atLeast: show(atLeast) }),
      ...(atMost === Number.POSITIVE_INFINITY ? {} : { atMost: show(atMost) }),
    };
  }
  switch (type.kind) {
    case "money":
      if (type.currency !== "*") return showAmount(reading as Quantity, type.currency, type.scale);
      return showAmount((reading as TaggedMoney).minor, (reading as TaggedMoney).currency, type.scale);
    case "number":
      return numberOf(reading as Quantity) + 0; // -0 is 0, and JSON has no -0
    case "instant":
      return formatInstant(reading as number);
    case "day":
      return formatDay(reading as number);
    case "time":
      return `${twoDigits(Math.floor((reading as number) / 60))}:${twoDigits((reading as number) % 60)}`;
    case "monthDay":
      return `${twoDigits(Math.floor((reading as number) / 100))}-${twoDigits((reading as number) % 100)}`;
    default:
      return reading as ShownValue;
  }
}

/** Decimals that an average is shown with beyond those of its amounts. */
const MORE_DECIMALS = 4;

/** An amount; of an average, which may have no end, so many decimals as are of use. */
function showAmount(minor: Quantity, currency: string, scale: number = currencyDecimals(currency)): Money {
  if (typeof minor !== "object") return { amount: formatMinorUnits(minor, scale), currency };
  const { numerator, denominator } = ratioOf(minor);
  const finer = (BigInt(numerator) * 10n ** BigInt(MORE_DECIMALS)) / BigInt(denominator);
  const text = formatMinorUnits(finer, scale + MORE_DECIMALS);
  const shortest = text.length - MORE_DECIMALS;
  return { amount: text.slice(0, shortest) + text.slice(shortest).replace(/0+$/, ""), currency };
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

import {
  type AmountInput,
  currencyDecimals,
  readBirthday,
  readDay,
  readInstant,
  readMinorUnits,
  type Zone,
} from "../../core/index.js";
import { amountIssue, isOtherClock, readBoxedInstant } from "../../core/shared.js";
import { type FactGap, factGaps } from "./fact-gap.js";
import type { FactValue } from "./fact-value.js";
import type { Field, MoneyField } from "./facts.js";

/** Reads a plain value of one field; never throws. */
export type FactReader = (raw: unknown) => FactValue | FactGap;

/**
 * How a plain value of a field is read. Nothing is coerced: `"7"` is not a number, and `""` is a text. Money finer than the scale is
 * `inexact`, never rounded; a bare day where an instant is wanted is the start of that day in the zone.
 */
export function factReader(field: Field, zone: Zone): FactReader {
  const read = readerOf(field, zone);
  const readPlain: FactReader = (raw) => {
    if (raw === undefined) return factGaps.absent;
    return raw === null ? factGaps.null : read(raw);
  };
  return field.assessed === true ? (raw) => readAssessment(raw, readPlain) : readPlain;
}

/** The decimals that amounts of a field are kept with; undefined for `"*"` without a scale, where each currency has its own. */
export function scaleOfField(field: MoneyField): number | undefined {
  if (field.scale !== undefined) return field.scale;
  return field.currency === "*" ? undefined : currencyDecimals(field.currency);
}

function readerOf(field: Field, zone: Zone): FactReader {
  switch (field.type) {
    case "string":
      return field.values === undefined ? readText : choiceReader(field.values);
    case "number":
      return readNumber;
    case "boolean":
      return (raw) => (typeof raw === "boolean" ? raw : factGaps["wrong-type"]);
    case "day":
      return (raw) => (typeof raw === "string" ? (readDay(raw) ?? factGaps.unparseable) : factGaps["wrong-type"]);
    case "instant":
      return (raw) => readPoint(raw, zone);
    case "birthday":
      return (raw) =>
        readBirthday(raw) ??
        (typeof raw === "string" || typeof raw === "object" ? factGaps.unparseable : factGaps["wrong-type"]);
    case "money":
      return field.currency === "*" ? anyMoneyReader(field.scale) : moneyReader(field);
    case "numbers":
      return (raw) =>
        Array.isArray(raw) && Array.from(raw).every(Number.isFinite)
          ? (raw as readonly number[])
          : factGaps["wrong-type"];
    case "strings":
      return listReader(field.values);
  }
}

const readText: FactReader = (raw) => (typeof raw === "string" ? raw : factGaps["wrong-type"]);

const readNumber: FactReader = (raw) => {
  if (typeof raw !== "number") return factGaps["wrong-type"];
  return Number.isFinite(raw) ? raw : factGaps["not-finite"];
};

function choiceReader(values: readonly string[]): FactReader {
  const declared = new Set(values);
  return (raw) => {
    if (typeof raw !== "string") return factGaps["wrong-type"];
    return declared.has(raw) ? raw : factGaps["not-declared"];
  };
}

function listReader(values: readonly string[] | undefined): FactReader {
  const declared = values === undefined ? undefined : new Set(values);
  return (raw) => {
    if (!Array.isArray(raw) || !raw.every((entry) => typeof entry === "string")) return factGaps["wrong-type"];
    if (declared !== undefined && !raw.every((entry) => declared.has(entry))) return factGaps["not-declared"];
    return raw;
  };
}

/** Reads an instant: a bare day is its start in the zone. */
export function readPoint(raw: unknown, zone: Zone): number | FactGap {
  if (typeof raw === "string") {
    const day = readDay(raw);
    return day === undefined ? (readInstant(raw) ?? factGaps.unparseable) : zone.startOfDay(day);
  }
  // 1970 would be a fact about nobody: seconds and the days of a spreadsheet say when, but not in milliseconds.
  if (typeof raw === "boolean") return factGaps["wrong-type"];
  const instant = typeof raw === "number" && isOtherClock(raw) ? undefined : readBoxedInstant(raw);
  return instant ?? factGaps.unparseable;
}

function moneyReader(field: MoneyField): FactReader {
  const { currency } = field;
  const scale = scaleOfField(field) as number;
  return (raw) => {
    if (typeof raw === "string" || typeof raw === "number") return readAmount(raw, scale);
    if (!isMoney(raw)) return factGaps["wrong-type"];
    return raw.currency === currency ? readAmount(raw.amount, scale) : factGaps["other-currency"];
  };
}

function anyMoneyReader(scale: number | undefined): FactReader {
  return (raw) => {
    if (!isMoney(raw) || !/^[A-Z]{3}$/.test(raw.currency)) return factGaps["wrong-type"];
    const minor = readAmount(raw.amount, scale ?? currencyDecimals(raw.currency));
    return typeof minor === "number" ? { minor, currency: raw.currency } : minor;
  };
}

const isMoney = (raw: unknown): raw is { readonly amount: AmountInput; readonly currency: string } =>
  typeof raw === "object" &&
  raw !== null &&
  typeof (raw as { currency?: unknown }).currency === "string" &&
  ["string", "number"].includes(typeof (raw as { amount?: unknown }).amount);

function readAmount(amount: AmountInput, scale: number): number | FactGap {
  const minor = readMinorUnits(amount, scale);
  if (minor !== undefined) return minor;
  if (typeof amount === "number" && !Number.isFinite(amount)) return factGaps["not-finite"];
  switch (amountIssue(amount, scale).code) {
    case "AMOUNT_TOO_FINE":
      return factGaps.inexact;
    case "AMOUNT_OUT_OF_RANGE":
      return factGaps["out-of-range"];
    default:
      return factGaps.unparseable;
  }
}

/** A value that is supplied as `known` or `unknown`; a plain value is taken as known. */
function readAssessment(raw: unknown, read: FactReader): FactValue | FactGap {
  if (typeof raw !== "object" || raw === null || !("status" in raw)) return read(raw);
  if (raw.status === "known") return read((raw as { value?: unknown }).value);
  const reasons = (raw as { reasons?: readonly { code?: unknown }[] }).reasons;
  const code = Array.isArray(reasons) ? reasons[0]?.code : undefined;
  return typeof code === "string" ? { gap: code, missing: true } : factGaps.absent;
}

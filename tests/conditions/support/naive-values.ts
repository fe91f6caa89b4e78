import type { Field } from "clientele/model";

/** An exact fraction. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

/** A value as the naive interpreter sees it. `high` undefined: no upper bound. */
export type Naive =
  | { readonly is: "gap"; readonly missing: boolean }
  | { readonly is: "number"; readonly low: Fraction; readonly high: Fraction | undefined; readonly currency?: string }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "truth"; readonly truth: boolean }
  | { readonly is: "list"; readonly list: readonly string[] }
  | { readonly is: "birthday"; readonly birthday: { month: number; day: number; year?: number } };

export const gap: Naive = { is: "gap", missing: false };
export const missing: Naive = { is: "gap", missing: true };

const decimals: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0 };

/** A double as the binary fraction that it is. */
function fractionOf(value: number): Fraction {
  let denominator = 1n;
  let numerator = value;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return [BigInt(numerator), denominator];
}
export const exactly = (value: number): Naive => point(fractionOf(value));
export const point = (fraction: Fraction, currency?: string): Naive => ({
  is: "number",
  low: fraction,
  high: fraction,
  ...(currency === undefined ? {} : { currency }),
});

export const compare = (a: Fraction, b: Fraction): number => {
  const difference = a[0] * b[1] - b[0] * a[1];
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const times = (a: Fraction, b: Fraction): Fraction => [a[0] * b[0], a[1] * b[1]];
export const plus = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
/** Below every number that is drawn. */
export const lowest: Fraction = [-(10n ** 400n), 1n];

/** Rounds to the nearest double, by trying its neighbours. */
export function nearest(fraction: Fraction): number {
  const [numerator, denominator] = fraction;
  const rough = Number((numerator * 2n ** 1200n) / denominator) === 0 ? 0 : roughly(numerator, denominator);
  if (!Number.isFinite(rough)) return rough;
  const cell = new Float64Array([rough]);
  const bits = new BigInt64Array(cell.buffer);
  const near = [-1n, 0n, 1n].map((step) => {
    const other = new Float64Array(1);
    new BigInt64Array(other.buffer)[0] = (bits[0] as bigint) + step;
    return other[0] as number;
  });
  const away = (value: number): Fraction => {
    const [a, b] = fractionOf(value);
    const difference = a * denominator - numerator * b;
    return [difference < 0n ? -difference : difference, b * denominator];
  };
  return near.filter(Number.isFinite).sort((a, b) => compare(away(a), away(b)))[0] as number;
}

/** A quotient to about seventeen digits. */
function roughly(numerator: bigint, denominator: bigint): number {
  const scale = 10n ** 340n;
  const digits = String((numerator * scale) / denominator);
  return Number(`${digits}e-340`);
}

/** A decimal text as a fraction. */
export function decimal(text: string): Fraction | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction = ""] = match;
  return [BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length)];
}

/** An amount as a fraction of the unit, if it has no more decimals than the scale and few enough digits. */
function amount(raw: unknown, scale: number): Naive {
  if (typeof raw !== "string" && typeof raw !== "number") return gap;
  const read = decimal(String(raw));
  if (read === undefined) return gap;
  const minor = read[0] * 10n ** BigInt(scale);
  if (minor % read[1] !== 0n) return gap;
  const whole = minor / read[1];
  return whole > 9007199254740991n || whole < -9007199254740991n ? gap : point(read);
}

/** Reads a raw value of a field: instants as epoch milliseconds, days as day numbers, money in units. */
export function readRaw(raw: unknown, field: Field, startOfDay: (day: number) => number): Naive {
  if (raw === undefined || raw === null) return missing;
  if (field.assessed === true && typeof raw === "object" && "status" in raw) {
    if (raw.status === "unknown") return missing;
    return readRaw((raw as { value?: unknown }).value, field, startOfDay);
  }
  switch (field.type) {
    case "number":
      return typeof raw === "number" && Number.isFinite(raw) ? exactly(raw) : gap;
    case "boolean":
      return typeof raw === "boolean" ? { is: "truth", truth: raw } : gap;
    case "string":
      if (typeof raw !== "string" || (field.values !== undefined && !field.values.includes(raw))) return gap;
      return { is: "text", text: raw };
    case "numbers":
      throw new Error("generator: no lists of numbers");
    case "strings": {
      const texts = Array.isArray(raw) && raw.every((text) => typeof text === "string") ? raw : undefined;
      if (texts === undefined || texts.some((text) => field.values !== undefined && !field.values.includes(text)))
        return gap;
      return { is: "list", list: texts };
    }
    case "day":
      return typeof raw === "string" && isDay(raw) ? exactly(Date.parse(raw) / 86_400_000) : gap;
    case "instant":
      return readInstant(raw, startOfDay);
    case "birthday": {
      if (typeof raw === "string" && isDay(raw)) {
        const [year, month, day] = raw.split("-").map(Number) as [number, number, number];
        return { is: "birthday", birthday: { year, month, day } };
      }
      const stated = raw as { calendar?: string; month: number; day: number; year?: number };
      return typeof raw === "object" && stated.calendar === "gregorian" ? { is: "birthday", birthday: stated } : gap;
    }
    case "money": {
      const stated = typeof raw === "object" ? (raw as { amount?: unknown; currency?: string }) : undefined;
      if (field.currency === "*") {
        const { currency } = stated ?? {};
        if (currency === undefined || !(currency in decimals)) return gap;
        const read = amount(stated?.amount, field.scale ?? (decimals[currency] as number));
        return read.is === "number" ? point(read.low, currency) : read;
      }
      if (stated !== undefined && stated.currency !== field.currency) return gap;
      const read = amount(
        stated === undefined ? raw : stated.amount,
        field.scale ?? (decimals[field.currency] as number),
      );
      return read.is === "number" ? point(read.low, field.currency) : read;
    }
  }
}

function readInstant(raw: unknown, startOfDay: (day: number) => number): Naive {
  if (raw instanceof Date) return Number.isNaN(raw.getTime()) ? gap : exactly(raw.getTime());
  if (typeof raw === "number") {
    // Short of eleven digits are seconds and the days of a spreadsheet; zero is the same moment in seconds.
    const isMilliseconds = raw === 0 || (Math.abs(raw) >= 1e11 && Math.abs(raw) < 2e14);
    return Number.isInteger(raw) && isMilliseconds ? exactly(raw) : gap;
  }
  if (typeof raw !== "string") return gap;
  if (isDay(raw)) return exactly(startOfDay(Date.parse(raw) / 86_400_000));
  const isIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(raw);
  return isIso && !Number.isNaN(Date.parse(raw)) ? exactly(Date.parse(raw)) : gap;
}

const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

import type { NamedPart, Part } from "../value.js";
import type { NumberType, ValueType } from "./value-type.js";

const number: NumberType = { kind: "number", wraps: false };
const text: ValueType = { kind: "text", ordered: false };

const ofDay: Partial<Record<NamedPart, ValueType>> = {
  weekday: { kind: "number", wraps: true, whole: [1, 7] },
  dayOfMonth: { ...number, whole: [1, 31] },
  month: { ...number, whole: [1, 12] },
  year: number,
  monthDay: { kind: "monthDay" },
  localWeek: text,
  localMonth: text,
  daysSince: number,
  daysUntil: number,
};

const parts: Readonly<Record<ValueType["kind"], Partial<Record<NamedPart, ValueType>>>> = {
  instant: { ...ofDay, timeOfDay: { kind: "time" }, hour: { ...number, whole: [0, 23] }, localDay: { kind: "day" } },
  day: { ...ofDay, age: number },
  birthday: { age: number },
  money: { currency: text },
  list: { size: number },
  text: {},
  number: {},
  boolean: {},
  time: {},
  monthDay: {},
};

/** Every part that has a name. */
export const namedParts: readonly string[] = [...new Set(Object.values(parts).flatMap((own) => Object.keys(own)))];

/** The type of a part; undefined where values of the type have no such part. */
export function typeOfPart(whole: ValueType, part: Part): ValueType | undefined {
  if (typeof part === "string") return Object.hasOwn(parts[whole.kind], part) ? parts[whole.kind][part] : undefined;
  return whole.kind === "instant" || whole.kind === "day" ? number : undefined;
}

/** The parts that values of a type have. */
export function partsOf(whole: ValueType): readonly string[] {
  const named = Object.keys(parts[whole.kind]);
  return whole.kind === "instant" || whole.kind === "day" ? [...named, "festival"] : named;
}

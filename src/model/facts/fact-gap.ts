/**
 * Why a value is not there, or is there and cannot be used.
 */
export type FactGapReason =
  | "absent"
  | "null"
  | "not-finite"
  | "wrong-type"
  | "unparseable"
  | "not-declared"
  | "other-currency"
  | "inexact"
  | "out-of-range";

/** A value that a rule cannot use. `missing` tells nothing there from something unusable: only the former is what `missing()` asks for. */
export interface FactGap {
  /** A {@link FactGapReason}, or the reason code of an assessment that is unknown. */
  readonly gap: string;
  readonly missing: boolean;
}

const gap = (gap: FactGapReason, missing = false): FactGap => Object.freeze({ gap, missing });

/** Every gap once, so that reading a bad value allocates nothing. */
export const factGaps: Readonly<Record<FactGapReason, FactGap>> = {
  absent: gap("absent", true),
  null: gap("null", true),
  "not-finite": gap("not-finite"),
  "wrong-type": gap("wrong-type"),
  unparseable: gap("unparseable"),
  "not-declared": gap("not-declared"),
  "other-currency": gap("other-currency"),
  inexact: gap("inexact"),
  "out-of-range": gap("out-of-range"),
};

/** True for a gap, whatever value could have stood there. */
export function isFactGap(value: unknown): value is FactGap {
  return typeof value === "object" && value !== null && "gap" in value;
}

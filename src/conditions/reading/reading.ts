import type { FactValue } from "../../model/index.js";
import { type FactGap, factGaps } from "../../model/shared.js";
import type { Bounds, Quantity } from "./exact-numbers.js";

/** An amount of a field that takes any currency. */
export interface TaggedMoney {
  readonly minor: Quantity;
  readonly currency: string;
}

/** What evaluating a value gives: a value, a number between bounds, or a gap. */
export type Reading = FactValue | Quantity | Bounds | TaggedMoney | FactGap;

const gap = (gap: string, missing: boolean): FactGap => Object.freeze({ gap, missing });

/** The gaps of aggregates and parts, beside those of plain values. */
export const readingGaps: {
  readonly truncated: FactGap;
  readonly uncertainItem: FactGap;
  readonly nothing: FactGap;
  readonly outOfRange: FactGap;
  readonly absent: FactGap;
  readonly otherCurrency: FactGap;
} = {
  truncated: gap("truncated", false),
  uncertainItem: gap("uncertain-item", false),
  nothing: gap("nothing-to-aggregate", true),
  outOfRange: factGaps["out-of-range"],
  absent: factGaps.absent,
  otherCurrency: factGaps["other-currency"],
};

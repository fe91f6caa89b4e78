import type { Money } from "./money/money.js";

/** Reason codes given by `core`; their words stand in `labels/<locale>/core.ts`. */
export const coreReasonCodes = [
  "core.birth-in-future", // birth, day
] as const;

/** A parameter of a reason: words are made from it by a catalogue. */
export type ReasonParam = string | number | boolean | Money | readonly string[];

/**
 * Why a judgement came out as it did: a code (`room.kebab-case`) with parameters. Words live in catalogues.
 * @category Reasons
 */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly params: Readonly<Record<string, ReasonParam>>;
}

/** A judgement that could be made. */
export interface Known<T, Code extends string = string> {
  readonly status: "known";
  readonly value: T;
  readonly reasons: readonly Reason<Code>[];
}

/** A judgement that could not be made, with the names of what is missing. */
export interface Unknown {
  readonly status: "unknown";
  readonly missing: readonly string[];
  readonly reasons: readonly Reason[];
}

/**
 * A value that may be unknown. Too little data is a value, never a silent class and never NaN.
 * @category Reasons
 */
export type Assessed<T, Code extends string = string> = Known<T, Code> | Unknown;

/**
 * A judgement that could be made.
 * @example
 * import { known } from "clientele/core";
 * known(23); // => { status: "known", value: 23, reasons: [] }
 * @category Reasons
 */
export function known<T, Code extends string = string>(
  value: T,
  reasons: readonly Reason<Code>[] = [],
): Known<T, Code> {
  return { status: "known", value, reasons };
}

/**
 * A judgement that could not be made, and what would settle it.
 * @example
 * import { unknown } from "clientele/core";
 * unknown(["gaps"]); // => { status: "unknown", missing: ["gaps"], reasons: [] }
 * @category Reasons
 */
export function unknown(missing: readonly string[], reasons: readonly Reason[] = []): Unknown {
  return { status: "unknown", missing, reasons };
}

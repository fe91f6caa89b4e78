import type { Truth } from "../truth.js";

/** Three values in two bits, possible and certain: `all` is `&`, `any` is `|`. */
export type Code = 0 | 1 | 3;
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 3;

export const codeOf = (truth: boolean): Code => (truth ? TRUE : FALSE);

/** The opposite; unknown stays unknown. */
export const negate = (code: Code): Code => (code === UNKNOWN ? UNKNOWN : code === TRUE ? FALSE : TRUE);

export const both = (a: Code, b: Code): Code => (a & b) as Code;
export const either = (a: Code, b: Code): Code => (a | b) as Code;

/** The code of a truth value. */
export function codeOfTruth(truth: Truth): Code {
  return truth === "unknown" ? UNKNOWN : codeOf(truth);
}

/** The truth value of a code. */
export function truthOf(code: Code): Truth {
  return code === UNKNOWN ? "unknown" : code === TRUE;
}

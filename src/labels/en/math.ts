import type { Catalogue } from "../../core/index.js";

/** English words of `math`. */
export const mathWords: Catalogue = {
  EMPTY_VALUES: "No values were given at {path}; at least one is needed",
  NOT_A_FINITE_NUMBER: "{received} at {path} is not a finite number",
  NUMBER_OUT_OF_RANGE: "{received} at {path} is outside the allowed range",
  LENGTHS_DIFFER: "The column at {path} has another length than the one it belongs to",
  NO_SIGN_CHANGE: "The function has the same sign at both ends of the interval, so no root can be found in it",
  NOT_POSITIVE_DEFINITE: "The matrix at {path} is not symmetric and positive definite",
};

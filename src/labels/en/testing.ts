import type { Catalogue } from "../../core/index.js";

/** English words of `testing`. */
export const testingWords: Catalogue = {
  INVALID_SYNTHETIC_OPTION: "{received} at {path} is outside its range",
};

import type { Catalogue } from "../../core/index.js";

/** English words of `testing`. */
export const testingWords: Catalogue = {};

import type { Catalogue } from "../../core/index.js";

/** Chinese words of `testing`. */
export const testingWords: Catalogue = {};

import type { Catalogue } from "../../core/index.js";

/** Chinese words of `testing`. */
export const testingWords: Catalogue = {
  INVALID_SYNTHETIC_OPTION: "{path} 的 {received} 超出允许的范围",
};

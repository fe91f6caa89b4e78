import type { Catalogue } from "../../core/index.js";
import { mathWords } from "./math.js";

/**
 * Chinese words for every error and reason code.
 * @category Words
 */
export const zhCN: Catalogue = { ...mathWords };

/**
 * The words: a catalogue per language, passed in by whoever wants reasons or errors in words.
 * @module labels
 */
export { en } from "./en/index.js";
export { zhCN } from "./zh-CN/index.js";

import type { LanguageStep } from "./migrate-through.js";

/** One step for each language version after the first; there is only the first so far. */
export const languageSteps: readonly LanguageStep[] = [];

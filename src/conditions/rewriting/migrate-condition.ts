import { refusal } from "../../core/shared.js";
import { CONDITION_LANGUAGE, type ConditionEnvelope } from "../envelope.js";

/**
 * Brings a stored envelope up to the language version of this library, one version at a time. One that is up to date is returned as it is.
 *
 * A version changes only when a stored condition would change its meaning; new operators are no reason. The result is not validated.
 * @throws CONDITION_VERSION for an envelope of a newer version, or of none
 * @example
 * import { migrateCondition } from "clientele/conditions";
 * migrateCondition({ language: 1, when: { type: "constant", value: true } }).language; // => 1
 * migrateCondition({ language: 2, when: { type: "someday" } }); // => throws CONDITION_VERSION
 * @category Stored conditions
 */
export function migrateCondition(envelope: unknown): ConditionEnvelope {
  const { language } = Object(envelope) as { readonly language?: unknown };
  if (typeof language === "number" && Number.isInteger(language) && language >= 1 && language <= CONDITION_LANGUAGE) {
    return migrateThrough(languageSteps, envelope as { readonly language: number }) as ConditionEnvelope;
  }
  const isNewer = typeof language === "number" && language > CONDITION_LANGUAGE;
  const hint = isNewer ? "It was written by a newer release of this library" : undefined;
  throw refusal("CONDITION_VERSION", ["language"], `a whole number from 1 to ${CONDITION_LANGUAGE}`, language, hint);
}

/** An envelope of some language version. */
export interface VersionedEnvelope {
  readonly language: number;
}

/** Rewrites an envelope of one version as one of the next; its `language` is raised by the chain. */
export type LanguageStep = (envelope: VersionedEnvelope) => VersionedEnvelope;

/** Applies the steps from an envelope's version on; the first step leads from version 1 to 2. */
export function migrateThrough(steps: readonly LanguageStep[], envelope: VersionedEnvelope): VersionedEnvelope {
  return steps
    .slice(envelope.language - 1)
    .reduce((before, step) => ({ ...step(before), language: before.language + 1 }), envelope);
}

/** One step for each language version after the first; there is only the first so far. */
export const languageSteps: readonly LanguageStep[] = [];

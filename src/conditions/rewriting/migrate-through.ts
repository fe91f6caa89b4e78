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

import type { Survivor } from "../base/survivors.js";
import type { Exclusion } from "../purchases/summarize-options.js";
import { requireTexts } from "../texts/require-texts.js";

/** The reason why a transaction is left out, or undefined. The first exclusion that fits counts. */
export interface ExclusionReason {
  (customerId: string | null, tags: readonly string[] | undefined): string | undefined;
  readonly looksAtTags: boolean;
}

/** Reads the exclusions once; undefined without any. Ids are excluded with those that were merged into them. */
export function exclusionReason(
  exclusions: readonly Exclusion[] | undefined,
  survivor: Survivor | undefined,
): ExclusionReason | undefined {
  if (exclusions === undefined || exclusions.length === 0) return undefined;
  const rules = exclusions.map(({ reason, customerIds = [], tags = [] }, i) => {
    const textsOf = (name: "customerIds" | "tags", texts: Iterable<string>): readonly string[] =>
      requireTexts(texts, ["exclude", i, name]);
    const ids = textsOf("customerIds", customerIds);
    return {
      reason,
      customerIds: new Set(survivor === undefined ? ids : ids.map(survivor)),
      tags: new Set(textsOf("tags", tags)),
    };
  });
  const reasonFor = (customerId: string | null, tags: readonly string[] | undefined): string | undefined => {
    for (const rule of rules) {
      if (customerId !== null && rule.customerIds.has(customerId)) return rule.reason;
      if (tags?.some((tag) => rule.tags.has(tag))) return rule.reason;
    }
    return undefined;
  };
  return Object.assign(reasonFor, { looksAtTags: rules.some(({ tags }) => tags.size > 0) });
}

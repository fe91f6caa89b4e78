import type { IgnoredCounts } from "../customer-base.js";
import type { BaseParts } from "./base-parts.js";
import type { SetAsideKind } from "./set-aside.js";

/** How many records did not reach a customer. */
export function ignoredCounts({ calendar, customerIds, setAside, afterAsOf }: BaseParts): IgnoredCounts {
  const { placed, refunds } = calendar.columns;
  let anonymous = 0;
  for (let row = calendar.offsets[customerIds.length] as number; row < placed.length; row++) {
    anonymous += (placed[row] as number) + (refunds[row] ?? 0);
  }
  const countOf = (kind: SetAsideKind): number =>
    setAside.reduce((sum, entry) => (entry.kind === kind ? sum + entry.count : sum), 0);
  return { afterAsOf, anonymous, notCompleted: countOf("not-completed"), excluded: countOf("excluded") };
}

import type { Plan } from "../planning/plan.js";
import type { RowCompiler } from "../rows/subject.js";
import { type DetailOf, leafDetail } from "./leaf-detail.js";

/** One place of a condition, worked out once for all subjects. */
export interface Occurrence {
  readonly path: string;
  readonly plan: Plan;
  readonly children: readonly Occurrence[];
  readonly detailOf: DetailOf | undefined;
  /** The condition that is referred to is explained at an earlier place. */
  readonly isShared: boolean;
}

/** The places of a plan, each reference expanded where it is met first. */
export function occurrencesOf(
  plan: Plan,
  path: string,
  rows: RowCompiler,
  expanded: Map<string, Occurrence> = new Map(),
): Occurrence {
  const place = (children: readonly Occurrence[], isShared = false): Occurrence => ({
    path,
    plan,
    children,
    detailOf: leafDetail(plan, rows),
    isShared,
  });
  switch (plan.type) {
    case "group":
      return place(plan.of.map((child, index) => occurrencesOf(child, `${path}/of/${index}`, rows, expanded)));
    case "not":
    case "assume":
      return place([occurrencesOf(plan.of, `${path}/of`, rows, expanded)]);
    case "reference": {
      const { id } = plan.condition;
      const known = expanded.get(id);
      if (known !== undefined) return place([known], true);
      const child = occurrencesOf(plan.of, plan.path, rows, expanded);
      expanded.set(id, child);
      return place([child]);
    }
    default:
      return place([]);
  }
}

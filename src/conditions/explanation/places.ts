import type { Plan } from "../planning/plan.js";
import type { RowCompiler } from "../rows/subject.js";
import type { Place } from "./judged.js";
import { leafJudge } from "./leaf-judge.js";

/** The places of a plan, each reference expanded where it is met first. */
export function placesOf(plan: Plan, path: string, rows: RowCompiler, expanded: Map<string, Place> = new Map()): Place {
  const place = (children: readonly Place[], isShared = false): Place => ({
    path,
    plan,
    children,
    judgeLeaf: leafJudge(plan, rows),
    isShared,
  });
  switch (plan.type) {
    case "group":
      return place(plan.of.map((child, index) => placesOf(child, `${path}/of/${index}`, rows, expanded)));
    case "not":
    case "assume":
      return place([placesOf(plan.of, `${path}/of`, rows, expanded)]);
    case "reference": {
      const { id } = plan.condition;
      const known = expanded.get(id);
      if (known !== undefined) return place([known], true);
      const child = placesOf(plan.of, plan.path, rows, expanded);
      expanded.set(id, child);
      return place([child]);
    }
    default:
      return place([]);
  }
}

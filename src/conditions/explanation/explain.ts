import type { Plan } from "../planning/plan.js";
import { TRUE, truthOf, UNKNOWN } from "../reading/kleene.js";
import type { RowCompiler } from "../rows/row-compiler.js";
import type { RowSubject } from "../rows/subject.js";
import { distanceOf } from "./distance-of.js";
import type { ExplainOptions, Explanation, MissingData, NearMiss, Verdict } from "./explanation.js";
import type { Judged } from "./judged.js";
import { type DetailOf, leafDetail } from "./leaf-detail.js";
import { type Change, leastRepairs } from "./least-repairs.js";
import { leastSupport, openLeaves } from "./least-support.js";

/** Explains one subject. */
export type Explainer = (subject: RowSubject, options?: ExplainOptions) => Verdict;

const MOST_NEAR_MISSES = 5;

/** How a plan is explained; `path` is where its condition stands in what was compiled. */
export function explainer(plan: Plan, path: string, rows: RowCompiler): Explainer {
  const details = new Map<Plan, DetailOf | undefined>();
  const detailOf = (of: Plan): DetailOf | undefined => {
    if (!details.has(of)) details.set(of, leafDetail(of, rows));
    return details.get(of);
  };
  return (subject, { evidence = 5, nearMiss = 1 } = {}) => {
    const root = judge(plan, path, { subject, rows, evidence, detailOf, expanded: new Map() });
    const decisive = root.code === UNKNOWN ? [] : leastSupport(root);
    const marked = new Set(decisive.map((leaf) => leaf.path));
    const isOpen = root.code !== TRUE && nearMiss > 0;
    return {
      result: truthOf(root.code),
      tree: tell(root, marked),
      decisive: [...marked],
      missing: missingData(root, decisive),
      ...(isOpen ? nearMisses(leastRepairs(root, nearMiss), subject, rows) : {}),
    };
  };
}

interface Walk {
  readonly subject: RowSubject;
  readonly rows: RowCompiler;
  readonly evidence: number;
  readonly detailOf: (plan: Plan) => DetailOf | undefined;
  /** References by id: each is expanded where it is met first. */
  readonly expanded: Map<string, Judged>;
}

/** Judges every node, without stopping early. */
function judge(plan: Plan, path: string, walk: Walk): Judged {
  const code = walk.rows.judgeOf(plan)(walk.subject);
  const node = (children: readonly Judged[], sharedWith?: string): Judged => ({
    path,
    plan,
    code,
    children,
    sharedWith,
    detail: walk.detailOf(plan)?.(walk.subject, code, walk.evidence),
  });
  switch (plan.type) {
    case "group":
      return node(plan.of.map((child, index) => judge(child, `${path}/of/${index}`, walk)));
    case "not":
    case "assume":
      return node([judge(plan.of, `${path}/of`, walk)]);
    case "reference": {
      const { id } = plan.condition;
      const known = walk.expanded.get(id);
      if (known !== undefined) return node([known], known.path);
      const child = judge(plan.of, plan.path, walk);
      walk.expanded.set(id, child);
      return node([child]);
    }
    default:
      return node([]);
  }
}

function tell(node: Judged, decisive: ReadonlySet<string>): Explanation {
  const { path, plan, code, children, sharedWith, detail } = node;
  const { condition } = plan;
  return {
    path,
    type: condition.type,
    ...(condition.id === undefined ? {} : { id: condition.id }),
    result: truthOf(code),
    decisive: decisive.has(path),
    ...(detail?.expected === undefined ? {} : { expected: detail.expected }),
    ...(detail?.actual === undefined ? {} : { actual: detail.actual }),
    ...(detail?.window === undefined ? {} : { window: detail.window }),
    ...(detail?.evidence === undefined ? {} : { evidence: detail.evidence }),
    ...(detail?.gap === undefined ? {} : { reason: detail.gap.reason }),
    ...(sharedWith === undefined ? {} : { sharedWith }),
    ...(children.length === 0 || sharedWith !== undefined
      ? {}
      : { children: children.map((child) => tell(child, decisive)) }),
  };
}

/** What would settle the whole, or what an assumption that decides had to assume. */
function missingData(root: Judged, decisive: readonly Judged[]): readonly MissingData[] {
  const open =
    root.code === UNKNOWN ? openLeaves(root) : decisive.flatMap(({ children }) => children.flatMap(openLeaves));
  const found = new Map<string, MissingData>();
  for (const { path, detail } of open) {
    if (detail?.gap !== undefined) found.set(path, { path, ...detail.gap });
  }
  return [...found.values()];
}

function nearMisses(
  repairs: readonly (readonly Change[])[],
  subject: RowSubject,
  rows: RowCompiler,
): { readonly nearMiss?: readonly NearMiss[] } {
  if (repairs.length === 0) return {};
  const measured = repairs.map((changes) => {
    const distances = changes.map(({ leaf, wanted }) => distanceOf(leaf, wanted, subject, rows));
    return {
      leaves: changes.map(({ leaf }, index) => {
        const far = distances[index];
        if (far === undefined) return { path: leaf.path };
        return { path: leaf.path, distance: far.distance, ...(far.open === true ? { open: far.open } : {}) };
      }),
      relative: distances.reduce((sum, far) => sum + (far?.relative ?? Number.POSITIVE_INFINITY), 0),
      path: changes.map(({ leaf }) => leaf.path).join(" "),
    };
  });
  measured.sort((a, b) => compare(a.relative, b.relative) || compare(a.path, b.path));
  return { nearMiss: measured.slice(0, MOST_NEAR_MISSES).map(({ leaves }) => ({ leaves })) };
}

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

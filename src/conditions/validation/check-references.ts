import type { FactSchema } from "../../model/index.js";
import { checkInput, declaredParameters, guardSize, isEnvelope } from "./check-inputs.js";
import { checkCondition } from "./check-nodes.js";
import { type Checker, type Mention, makeChecker, type Path } from "./checker.js";

/**
 * Checks every condition that is referred to, once each, and that no circle leads back. A condition reached by two ways is legal.
 * Their own faults stand under `references`.
 */
export function checkReferences(
  nodes: number,
  schema: FactSchema,
  references: Readonly<Record<string, unknown>>,
  checker: Checker,
): void {
  const mentionsOf = new Map<string, readonly Mention[]>();
  const waiting = [...checker.mentions];
  let total = nodes;
  for (let mention = waiting.shift(); mention !== undefined; mention = waiting.shift()) {
    const { id, path } = mention;
    if (!Object.hasOwn(references, id)) {
      const none = "a condition that was passed in; there are none";
      checker.reportUnknown("CONDITION_REFERENCE", path, id, Object.keys(references), none);
      continue;
    }
    if (mentionsOf.has(id)) continue;
    const { size, mentions } = checkNamed(references[id], ["references", id], schema, checker);
    mentionsOf.set(id, mentions);
    waiting.push(...mentions);
    total += size;
    if (total > checker.limits.nodesWithReferences) {
      checker.reportAs(
        "CONDITION_LIMIT",
        path,
        `at most ${checker.limits.nodesWithReferences} nodes with references`,
        "more",
      );
      return;
    }
  }
  reportCycles(checker.mentions, mentionsOf, checker);
}

function checkNamed(
  named: unknown,
  path: Path,
  schema: FactSchema,
  checker: Checker,
): { readonly size: number; readonly mentions: readonly Mention[] } {
  const inner = makeChecker(checkCondition, checker.limits, declaredParameters(named, checker.parameters));
  const size = guardSize(named, path, inner);
  if (size !== undefined) checkInput(named, path, schema, undefined, inner);
  if (isEnvelope(named) && named.scope !== undefined) {
    inner.reportAs(
      "CONDITION_SCOPE",
      [...path, "scope"],
      "nothing: a reference judges the subject as a whole",
      named.scope,
    );
  }
  checker.adopt(inner.issues, []);
  return { size: size ?? 0, mentions: inner.mentions };
}

interface Visit {
  readonly id: string;
  readonly left: Mention[];
  /** How many conditions stand below, one after the other, as far as is known. */
  depth: number;
}

/** Walks the edges depth first without recursion; the way walked so far is the circle when it meets itself. */
function reportCycles(
  roots: readonly Mention[],
  mentionsOf: ReadonlyMap<string, readonly Mention[]>,
  checker: Checker,
): void {
  const depths = new Map<string, number>();
  const places = new Map<string, number>();
  const way: Visit[] = [{ id: "", left: [...roots], depth: 0 }];
  for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
    const next = here.left.shift();
    if (next === undefined) {
      way.pop();
      places.delete(here.id);
      depths.set(here.id, here.depth + 1);
      const above = way.at(-1);
      if (above !== undefined) above.depth = Math.max(above.depth, here.depth + 1);
      continue;
    }
    const start = places.get(next.id);
    const known = depths.get(next.id);
    if (start !== undefined) {
      const circle = [...way.slice(start).map(({ id }) => id), next.id].join(" → ");
      checker.reportAs("CONDITION_CYCLE", next.path, "no circle of references", circle);
    } else if (known === undefined) {
      places.set(next.id, way.length);
      way.push({ id: next.id, left: [...(mentionsOf.get(next.id) ?? [])], depth: 0 });
    } else here.depth = Math.max(here.depth, known);
  }
  const { references } = checker.limits;
  for (const { id, path } of roots) {
    if ((depths.get(id) ?? 0) <= references) continue;
    checker.reportAs(
      "CONDITION_LIMIT",
      path,
      `at most ${references} conditions that refer to each other in a chain`,
      id,
    );
  }
}

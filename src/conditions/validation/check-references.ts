import { didYouMean } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { checkCondition } from "./check-condition.js";
import { checkInput, declaredParameters, isEnvelope } from "./check-input.js";
import { type Checker, type Mention, makeChecker, type Path } from "./checker.js";
import { guardSize } from "./guard-size.js";

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
      const names = Object.keys(references);
      const expected =
        names.length === 0 ? "a condition that was passed in; there are none" : `one of ${names.join(", ")}`;
      checker.report("CONDITION_REFERENCE", path, expected, id, didYouMean(id, names));
      continue;
    }
    if (mentionsOf.has(id)) continue;
    const { size, mentions } = checkNamed(references[id], ["references", id], schema, checker);
    mentionsOf.set(id, mentions);
    waiting.push(...mentions);
    total += size;
    if (total > checker.limits.nodesWithReferences) {
      checker.report(
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
    inner.report(
      "CONDITION_SCOPE",
      [...path, "scope"],
      "nothing: a reference judges the subject as a whole",
      named.scope,
    );
  }
  checker.issues.push(...inner.issues);
  return { size: size ?? 0, mentions: inner.mentions };
}

/** Walks the edges depth first without recursion; the way walked so far is the circle when it meets itself. */
function reportCycles(
  roots: readonly Mention[],
  mentionsOf: ReadonlyMap<string, readonly Mention[]>,
  checker: Checker,
): void {
  const done = new Set<string>();
  const way: { readonly id: string; readonly left: Mention[] }[] = [{ id: "", left: [...roots] }];
  while (way.length > 0) {
    const here = way[way.length - 1] as (typeof way)[number];
    const next = here.left.shift();
    if (next === undefined) {
      done.add(here.id);
      way.pop();
      continue;
    }
    const start = way.findIndex(({ id }) => id === next.id);
    if (start > 0) {
      const circle = [...way.slice(start).map(({ id }) => id), next.id].join(" → ");
      checker.report("CONDITION_CYCLE", next.path, "no circle of references", circle);
    } else if (!done.has(next.id)) {
      way.push({ id: next.id, left: [...(mentionsOf.get(next.id) ?? [])] });
    }
  }
}

import type { Checker, Path } from "./checker.js";

// A JSON value that holds itself has no end: no sound condition nests this deep, typed nodes or not.
const DEEPEST_JSON = 200;

interface Visit {
  readonly value: unknown;
  readonly path: Path;
  readonly depth: number;
  readonly jsonDepth: number;
}

/**
 * Counts nodes and their depth without recursion, before any recursive check sees the JSON. A node is an object with a `type`.
 * Returns the number of nodes; undefined, with one issue reported, where a limit is passed.
 */
export function guardSize(root: unknown, path: Path, checker: Checker): number | undefined {
  const { limits } = checker;
  const open: Visit[] = [{ value: root, path, depth: 0, jsonDepth: 0 }];
  let nodes = 0;
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { value, path: here, jsonDepth } = visit;
    if (typeof value !== "object" || value === null) continue;
    const isNode = !Array.isArray(value) && Object.hasOwn(value, "type");
    const depth = visit.depth + (isNode ? 1 : 0);
    if (isNode) nodes++;
    if (depth > limits.depth || jsonDepth > DEEPEST_JSON) {
      checker.report("CONDITION_LIMIT", here, `nodes at most ${limits.depth} deep`, "a deeper one");
      return undefined;
    }
    if (nodes > limits.nodes) {
      checker.report("CONDITION_LIMIT", path, `at most ${limits.nodes} nodes`, "more");
      return undefined;
    }
    if (Array.isArray(value) && value.length > limits.listValues) {
      checker.report("CONDITION_LIMIT", here, `at most ${limits.listValues} values`, `${value.length} values`);
      return undefined;
    }
    for (const [key, part] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      open.push({ value: part, path: [...here, step], depth, jsonDepth: jsonDepth + 1 });
    }
  }
  return nodes;
}

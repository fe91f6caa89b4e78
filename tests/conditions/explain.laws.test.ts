import { type Condition, compileCondition, type Explanation, explainCondition, type Truth } from "clientele/conditions";
import { defineSchema, type FactSchema, type Field } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryCase, references, schema } from "./support/arbitrary.js";

// Trees over leaves that are independent of each other: leaf n asks whether boolean attribute n is true.
const LEAVES = 6;
const names = Array.from({ length: LEAVES }, (_, index) => `b${index}`);
const flags: FactSchema = defineSchema({
  attributes: Object.fromEntries(names.map((name) => [name, { type: "boolean" } as Field])),
});

interface Tree {
  readonly condition: Condition;
  /** Leaf number to JSON Pointer. */
  readonly paths: ReadonlyMap<number, string>;
}
type Shape =
  | "leaf"
  | "true"
  | "false"
  | "unknown"
  | { readonly type: string; readonly count: number; readonly of: readonly Shape[] };

const shape: fc.Arbitrary<Shape> = fc.letrec<{ node: Shape }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: fc.constant<Shape>("leaf"), weight: 3 },
    { arbitrary: fc.constantFrom<Shape>("true", "false", "unknown"), weight: 1 },
    {
      arbitrary: fc
        .tuple(
          fc.constantFrom("all", "any", "atLeast", "not"),
          fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
          fc.nat(2),
        )
        .map(([type, of, count]) => ({
          type,
          of: type === "not" ? of.slice(0, 1) : of,
          count: 1 + (count % of.length),
        })),
      weight: 6,
    },
  ),
})).node;

/** Gives every leaf its own attribute; undefined where there are too many. */
function plant(root: Shape): Tree | undefined {
  const paths = new Map<number, string>();
  const grow = (node: Shape, path: string): Condition => {
    if (node === "leaf") {
      const leaf = paths.size;
      paths.set(leaf, path);
      return { type: "compare", subject: { type: "attribute", field: `b${leaf}` }, op: "eq", value: true };
    }
    if (typeof node === "string") return { type: "constant", value: node === "unknown" ? node : node === "true" };
    if (node.type === "not") return { type: "not", of: grow(node.of[0] as Shape, `${path}/of`) };
    const of = node.of.map((child, index) => grow(child, `${path}/of/${index}`));
    return (
      node.type === "atLeast" ? { type: "atLeast", count: node.count, of } : { type: node.type, of }
    ) as Condition;
  };
  const condition = grow(root, "");
  return paths.size <= LEAVES ? { condition, paths } : undefined;
}

const truths: readonly Truth[] = [true, false, "unknown"];

/** The truth of a tree under an assignment to its leaves, counted out by hand. */
function settle(condition: Condition, answers: readonly Truth[]): Truth {
  switch (condition.type) {
    case "constant":
      return condition.value;
    case "compare":
      return answers[Number((condition.subject as { field: string }).field.slice(1))] as Truth;
    case "not": {
      const truth = settle(condition.of, answers);
      return truth === "unknown" ? truth : !truth;
    }
    case "all":
    case "any":
    case "atLeast": {
      const of = condition.of.map((child) => settle(child, answers));
      const needed = condition.type === "all" ? of.length : condition.type === "any" ? 1 : condition.count;
      if (of.filter((truth) => truth === true).length >= needed) return true;
      return of.filter((truth) => truth !== false).length >= needed ? "unknown" : false;
    }
    default:
      throw new Error(condition.type);
  }
}

const subsets = (leaves: readonly number[], size: number): readonly (readonly number[])[] =>
  size === 0
    ? [[]]
    : leaves.flatMap((leaf, index) => subsets(leaves.slice(index + 1), size - 1).map((rest) => [leaf, ...rest]));

/** Every assignment that agrees with `answers` on the fixed leaves. */
function* assignments(
  answers: readonly Truth[],
  free: readonly number[],
  values = truths,
): Generator<readonly Truth[]> {
  const [first, ...rest] = free;
  if (first === undefined) yield answers;
  else
    for (const value of values)
      yield* assignments(
        answers.map((truth, leaf) => (leaf === first ? value : truth)),
        rest,
        values,
      );
}

const drawn = fc.tuple(shape, fc.array(fc.constantFrom(...truths), { minLength: LEAVES, maxLength: LEAVES }));

function explainTree({ condition, paths }: Tree, answers: readonly Truth[]) {
  const attributes = Object.fromEntries(answers.map((truth, leaf) => [`b${leaf}`, truth === "unknown" ? null : truth]));
  const verdict = explainCondition({ attributes } as never, compileCondition(condition, flags, { asOf: 0 }), {
    nearMiss: LEAVES,
  });
  const leafAt = new Map([...paths].map(([leaf, path]) => [path, leaf]));
  const leaves = [...paths.keys()];
  const numbered = (found: readonly string[]): readonly number[] => found.map((path) => leafAt.get(path) as number);
  return { verdict, leaves, numbered };
}

// Planted bugs that these laws caught: the first children instead of those with the smallest supports; one child too few of a false
// "k of n"; a repair that counts leaves which are true already.
describe("against exhaustive search", () => {
  test("the decisive leaves alone fix the result, and no smaller set does", () => {
    let known = 0;
    fc.assert(
      fc.property(drawn, ([root, answers]) => {
        const tree = plant(root);
        fc.pre(tree !== undefined);
        const result = settle(tree.condition, answers);
        const { verdict, leaves, numbered } = explainTree(tree, answers);
        expect(verdict.result).toBe(result);
        if (result === "unknown") {
          expect(verdict.decisive).toEqual([]);
          return;
        }
        known++;
        const fixes = (support: readonly number[]): boolean => {
          const free = leaves.filter((leaf) => !support.includes(leaf));
          for (const other of assignments(answers, free)) if (settle(tree.condition, other) !== result) return false;
          return true;
        };
        const decisive = numbered(verdict.decisive);
        expect(fixes(decisive)).toBe(true);
        // A larger set fixes whatever a smaller one does, so it is enough to try one leaf less.
        if (decisive.length > 0) expect(subsets(leaves, decisive.length - 1).some(fixes)).toBe(false);
      }),
    );
    expect(known).toBeGreaterThan(30);
  });

  test("a near miss makes it true, no smaller set of leaves can, and all least ones are there", () => {
    let repaired = 0;
    fc.assert(
      fc.property(drawn, ([root, answers]) => {
        const tree = plant(root);
        fc.pre(tree !== undefined);
        const { verdict, leaves, numbered } = explainTree(tree, answers);
        const makesTrue = (set: readonly number[]): boolean => {
          for (const other of assignments(answers, set, [true, false]))
            if (settle(tree.condition, other) === true) return true;
          return false;
        };
        if (verdict.result === true) {
          expect(verdict.nearMiss).toBeUndefined();
          return;
        }
        const { nearMiss = [] } = verdict;
        const sets = nearMiss.map(({ leaves: changed }) => numbered(changed.map(({ path }) => path)));
        const least = leaves.map((_, size) => size + 1).find((size) => subsets(leaves, size).some(makesTrue));
        if (least === undefined) {
          expect(sets).toEqual([]);
          return;
        }
        repaired++;
        for (const set of sets) {
          expect(set).toHaveLength(least);
          expect(makesTrue(set)).toBe(true);
        }
        const all = subsets(leaves, least).filter(makesTrue);
        expect(sets).toHaveLength(Math.min(5, all.length));
      }),
    );
    expect(repaired).toBeGreaterThan(30);
  });

  test("missing are the leaves that some settlement of the others lets decide", () => {
    let open = 0;
    fc.assert(
      fc.property(drawn, ([root, answers]) => {
        const tree = plant(root);
        fc.pre(tree !== undefined);
        const { verdict, leaves, numbered } = explainTree(tree, answers);
        if (verdict.result !== "unknown") return;
        const unknown = leaves.filter((leaf) => answers[leaf] === "unknown");
        const decides = (leaf: number): boolean => {
          for (const other of assignments(
            answers,
            unknown.filter((free) => free !== leaf),
          )) {
            const [yes, no] = [true, false].map((value) =>
              settle(
                tree.condition,
                other.map((truth, index) => (index === leaf ? value : truth)),
              ),
            );
            if (yes !== no) return true;
          }
          return false;
        };
        open++;
        expect(numbered(verdict.missing.map(({ path }) => path))).toEqual(unknown.filter(decides));
      }),
    );
    expect(open).toBeGreaterThan(20);
  });
});

test("an explanation says what evaluation says, and repeats itself nowhere", () => {
  fc.assert(
    fc.property(arbitraryCase, ({ moment, condition, facts }) => {
      const compiled = compileCondition(condition, schema, { ...moment, references });
      const verdict = explainCondition(facts as never, compiled);
      const truth = compiled.evaluate(facts as never);
      expect([verdict.result, verdict.tree.result]).toEqual([truth, truth]);
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      const paths: string[] = [];
      const visit = (node: Explanation): void => {
        paths.push(node.path);
        node.children?.forEach(visit);
      };
      visit(verdict.tree);
      expect(new Set(paths).size).toBe(paths.length);
      for (const path of [...verdict.decisive, ...verdict.missing.map((missing) => missing.path)])
        expect(paths).toContain(path);
    }),
  );
});

import type { MaybeColumn, MaybeList } from "clientele/core";
import { defineSchema } from "clientele/model";
import {
  type applyScorecard,
  defineDecisionTable,
  defineScorecard,
  type Scorecard,
  type Scored,
} from "clientele/scorecards";
import { expectTypeOf, test } from "vitest";

const schema = defineSchema({ attributes: { age: { type: "number" } } });

test("a scorecard keeps its kind", () => {
  const card = defineScorecard({ kind: "churn-rules", id: "x", version: 1, rules: [], bands: [] }, schema);
  expectTypeOf(card).toEqualTypeOf<Scorecard<"churn-rules">>();
  const plain = defineScorecard({ id: "x", version: 1, rules: [], bands: [] }, schema);
  expectTypeOf(plain).toEqualTypeOf<Scorecard<"scorecard">>();
  expectTypeOf(card.kind).toEqualTypeOf<"churn-rules">();
});

test("a decision table knows its outputs", () => {
  const table = defineDecisionTable(
    {
      id: "x",
      version: 1,
      hitPolicy: "first",
      inputs: [],
      outputs: { action: { type: "string", values: ["call", "none"] }, budget: { type: "number" } },
      rows: [{ cells: [null], output: { action: "call", budget: 3 } }],
    },
    schema,
  );
  expectTypeOf(table.rows[0]!.output).toEqualTypeOf<{ readonly action: "call" | "none"; readonly budget: number }>();
  defineDecisionTable(
    {
      id: "x",
      version: 1,
      hitPolicy: "first",
      inputs: [],
      outputs: { action: { type: "string", values: ["call", "none"] } },
      // @ts-expect-error not one of the declared outputs
      rows: [{ cells: [], output: { action: "phone" } }],
    },
    schema,
  );
  defineDecisionTable(
    {
      id: "x",
      version: 1,
      // @ts-expect-error no such hit policy
      hitPolicy: "last",
      inputs: [],
      outputs: {},
      rows: [],
    },
    schema,
  );
});

test("results are columns with unknowns", () => {
  expectTypeOf<Scored["score"]>().toEqualTypeOf<number>();
  expectTypeOf<ReturnType<typeof applyScorecard>["columns"]["score"]>().toEqualTypeOf<MaybeColumn>();
  expectTypeOf<ReturnType<typeof applyScorecard>["columns"]["band"]>().toEqualTypeOf<MaybeList<string>>();
});

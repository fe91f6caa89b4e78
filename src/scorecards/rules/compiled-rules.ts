import {
  CONDITION_LANGUAGE,
  type CompiledCondition,
  type Condition,
  type ConditionEnvelope,
  compileCondition,
  compileConditions,
  type EvaluationFrame,
  evaluateTable,
  explainCondition,
  type Parameters,
  type Truth,
} from "../../conditions/index.js";
import { FALSE_IN_COLUMN, TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "../../conditions/shared.js";
import type { ReasonParam } from "../../core/index.js";
import { checkOptions } from "../../core/shared.js";
import type { FactSchema, Facts, FactTable } from "../../model/index.js";
import { type ConditionEvidence, evidenceIn, isParam } from "./condition-evidence.js";
import { type TableRunOptions, tableRunRules } from "./judgement-options.js";

/** What one condition of a definition says of a subject, by the condition's index: false, true or unknown as columns write them. */
export type TruthOf = (condition: number) => number;

/** What can be told of one subject beside the truths. */
export interface Evidence {
  /** What stands behind the answer to a condition, by its index. */
  behind(condition: number): ConditionEvidence;
  /** A fact as a parameter of a reason; `?` where it is not known. */
  fact(name: string): ReasonParam;
}

/** The conditions of a definition, and the parameters that it declares for them. */
export interface RulesToCompile {
  readonly conditions: readonly Condition[];
  /** Attributes that reasons show. */
  readonly shown?: readonly string[] | undefined;
  readonly parameters?: Parameters | undefined;
}

/** The conditions of one definition, compiled for one run over single subjects. */
export interface CompiledRules<S extends FactSchema> {
  truths(facts: Facts<S>): TruthOf;
  evidence(facts: Facts<S>): Evidence;
}

/** What the conditions of a definition say of every row of a fact table. */
export interface EvaluatedRules {
  truthsAt(row: number): TruthOf;
  evidenceAt(row: number): Evidence;
}

/** Compiles the conditions of a definition under its parameters. What they have in common is judged once. */
export function compileRules<S extends FactSchema>(
  rules: RulesToCompile,
  schema: S,
  frame: EvaluationFrame,
): CompiledRules<S> {
  const { compiled, evidence } = compile(rules, schema, frame);
  return {
    truths(facts) {
      const truths = compiled.evaluate(facts).map(inColumn);
      return (condition) => truths[condition] as number;
    },
    evidence,
  };
}

/** Evaluates the conditions of a definition for a whole fact table, column by column. @throws INVALID_OPTIONS */
export function evaluateRules<S extends FactSchema>(
  facts: FactTable<S>,
  rules: RulesToCompile,
  options: TableRunOptions,
): EvaluatedRules {
  checkOptions<TableRunOptions>(options, tableRunRules);
  const { schema, asOf, timeZone } = facts;
  const { compiled, evidence } = compile(rules, schema, { ...options, asOf, timeZone });
  const truths = evaluateTable(facts, compiled);
  return {
    truthsAt: (row) => (condition) => truths[condition]?.[row] as number,
    evidenceAt: (row) => evidence(facts.at(row)),
  };
}

function compile<S extends FactSchema>(
  { conditions, parameters = {}, shown = [] }: RulesToCompile,
  schema: S,
  frame: EvaluationFrame,
) {
  const envelopes = conditions.map((when): ConditionEnvelope => ({ language: CONDITION_LANGUAGE, parameters, when }));
  const compiled = compileConditions(envelopes, schema, frame);
  const facts = new Map(
    shown.map((field) => [field, compileCondition(presenceOf(field), schema, { ...frame, parameters: undefined })]),
  );
  const evidence = (subject: Facts<S>): Evidence => ({
    behind: (condition) =>
      evidenceIn(
        envelopes[condition] as ConditionEnvelope,
        explainCondition(subject, compiled.conditions[condition] as CompiledCondition<S>, leavesOnly),
      ),
    fact(name) {
      const { actual } = explainCondition(subject, facts.get(name) as CompiledCondition<S>, leavesOnly).tree;
      return isParam(actual) ? actual : "?";
    },
  });
  return { compiled, evidence };
}

const leavesOnly = { evidence: 0, nearMiss: 0 };
const presenceOf = (field: string): Condition => ({
  type: "compare",
  subject: { type: "attribute", field },
  op: "exists",
});
const inColumn = (truth: Truth): number =>
  truth === "unknown" ? UNKNOWN_IN_COLUMN : truth ? TRUE_IN_COLUMN : FALSE_IN_COLUMN;

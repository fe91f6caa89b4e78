import {
  CONDITION_LANGUAGE,
  type Condition,
  type ConditionEnvelope,
  compileCondition,
  type EvaluationFrame,
  type Parameters,
  type Truth,
} from "../../conditions/index.js";
import type { Column } from "../../core/index.js";
import type { FactSchema, Facts, FactTable } from "../../model/index.js";
import { type ConditionEvidence, evidenceIn } from "./condition-evidence.js";

/** The answer to one condition: 0 false, 1 true, 2 unknown. */
export type Answers = (condition: number) => number;

/** Gives the evidence behind one condition. */
export type EvidenceOf = (condition: number) => ConditionEvidence;

/** The conditions of one definition, compiled for one run. */
export interface Judge<S extends FactSchema> {
  answers(facts: Facts<S>): Answers;
  /** One column of answers per condition. */
  columns(table: FactTable<S>): readonly Column[];
  evidence(facts: Facts<S>): EvidenceOf;
}

/** The conditions of a definition, and the parameters that it declares for them. */
export interface JudgedConditions {
  readonly conditions: readonly Condition[];
  readonly parameters?: Parameters | undefined;
}

/** Compiles the conditions of a definition under its parameters. */
export function judgeOf<S extends FactSchema>(
  { conditions, parameters = {} }: JudgedConditions,
  schema: S,
  frame: EvaluationFrame,
): Judge<S> {
  const compiled = conditions.map((when) => {
    const envelope: ConditionEnvelope = { language: CONDITION_LANGUAGE, parameters, when };
    return { envelope, condition: compileCondition(envelope, schema, frame) };
  });
  return {
    answers(facts) {
      const codes = compiled.map(({ condition }) => codeOf(condition.evaluate(facts)));
      return (condition) => codes[condition] as number;
    },
    columns: (table) => compiled.map(({ condition }) => condition.evaluateAll(table)),
    evidence: (facts) => (at) => {
      const { envelope, condition } = compiled[at] as (typeof compiled)[number];
      return evidenceIn(envelope, condition.explain(facts, { evidence: 0, nearMiss: 0 }));
    },
  };
}

function codeOf(truth: Truth): number {
  return truth === "unknown" ? 2 : Number(truth);
}

import { checkOptions } from "../../core/shared.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { type TableRunOptions, tableRunRules } from "../judgement-options.js";
import { type Answers, type EvidenceOf, type JudgedConditions, judgeOf } from "./judge.js";

/** The answers to every condition for every row of a fact table, and the evidence behind them. */
export interface JudgedTable {
  answersAt(index: number): Answers;
  evidenceAt(index: number): EvidenceOf;
}

/** Judges a whole fact table, column by column. */
export function judgeTable<S extends FactSchema>(
  facts: FactTable<S>,
  judged: JudgedConditions,
  options: TableRunOptions,
): JudgedTable {
  checkOptions<TableRunOptions>(options, tableRunRules);
  const { schema, asOf, timeZone } = facts;
  const judge = judgeOf(judged, schema, { ...options, asOf, timeZone });
  const answers = judge.columns(facts);
  return {
    answersAt: (index) => (condition) => answers[condition]?.[index] as number,
    evidenceAt: (index) => judge.evidence(facts.at(index)),
  };
}

import type { EvaluationFrame } from "../conditions/index.js";
import type { FactSchema } from "../model/index.js";

/** The names of what a run over a fact table supplies. */
export const tableRunOptions: readonly string[] = ["parameters", "references"];
/** The names of what a run over single subjects supplies. */
export const frameOptions: readonly string[] = ["asOf", "timeZone", ...tableRunOptions];

/**
 * What a run over a fact table supplies besides the table, which carries its own instant and zone.
 * @category Scorecards
 */
export type TableRunOptions = Pick<EvaluationFrame, "parameters" | "references">;

/**
 * What judging one subject takes: what its facts mean, and the run.
 * @category Scorecards
 */
export interface SubjectRunOptions<S extends FactSchema> extends EvaluationFrame {
  readonly schema: S;
}

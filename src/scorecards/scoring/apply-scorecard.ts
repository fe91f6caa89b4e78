import {
  type Assessed,
  type CustomerTable,
  customerTable,
  type MaybeColumn,
  type MaybeList,
} from "../../core/index.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import { evaluateRules } from "../rules/compiled-rules.js";
import type { TableRunOptions } from "../rules/judgement-options.js";
import { decideBand } from "./band-decision.js";
import { calibratedRate } from "./calibrated-rate.js";
import { checkScorecard } from "./check-scorecard.js";
import type { Scorecard } from "./scorecard.js";
import type { Scored } from "./scored.js";
import { scoredSubject } from "./scored-subject.js";
import { scoringPlan } from "./scoring-plan.js";
import { confidenceOf, tally } from "./tally.js";

/** One customer's score. */
export interface ScoredCustomer {
  readonly customerId: string;
  readonly result: Assessed<Scored>;
}

/** Scores, bands and rates in columns; unknown where too little is known. */
export interface ScoreColumns {
  readonly score: MaybeColumn;
  readonly band: MaybeList<string>;
  /** Known throughout. */
  readonly confidence: MaybeColumn;
  /** Known where the scorecard has a calibration. */
  readonly probability: MaybeColumn;
}

/**
 * Scores every customer of a fact table.
 *
 * The score is the sum of the points of the rules that hold (of a group the highest alone) and of the bins that the attributes fall into. A rule
 * that is unknown gives no points, lowers `confidence` and is named in `missing`; an attribute that is unknown gives its points for that. `possible`
 * tells what the score can still become. The result is unknown below the scorecard's `minConfidence` (by default: where nothing is known and no
 * attribute has points for that) and where an override that would set another band is unknown. Contributions add up to the score; reasons stand
 * weightiest first, with the facts that decided as parameters. Points are whole, scores exact; `confidence` and `probability` run from 0 to 1.
 * An empty table gives an empty table.
 * @throws INVALID_DEFINITION with all faults as `issues`, INVALID_OPTIONS, what `compileCondition` throws
 * @example
 * import { describeReasons } from "clientele/core";
 * import { defineSchema, factTable } from "clientele/model";
 * import { applyScorecard, defineScorecard } from "clientele/scorecards";
 * const schema = defineSchema({ attributes: { complaints: { type: "number" } } });
 * const card = defineScorecard({
 *   id: "care",
 *   version: 1,
 *   rules: [
 *     {
 *       id: "complained",
 *       when: { type: "compare", subject: { type: "attribute", field: "complaints" }, op: "gte", value: 1 },
 *       points: 20,
 *       reason: "shop.complained",
 *     },
 *   ],
 *   bands: [{ id: "calm", min: 0 }, { id: "call", min: 20, action: "call" }],
 * }, schema);
 * const facts = factTable(schema, [{ customerId: "ann", attributes: { complaints: 2 } }], { asOf: "2026-04-01" });
 * const { result } = applyScorecard(facts, card).at(0);
 * result.status === "known" && result.value.action; // => "call"
 * describeReasons(result.reasons, { "shop.complained": "{complaints} complaints" }); // => ["2 complaints"]
 * @category Scorecards
 */
export function applyScorecard<S extends FactSchema>(
  facts: FactTable<S>,
  scorecard: Scorecard<string>,
  options: TableRunOptions = {},
): CustomerTable<ScoredCustomer, ScoreColumns> {
  requireFactTable(facts);
  checkScorecard(scorecard, facts.schema).refuseFaults();
  const { customerIds, size } = facts;
  const plan = scoringPlan(scorecard);
  const planned = { scorecard, plan };
  const { truthsAt, evidenceAt } = evaluateRules(facts, { ...scorecard, ...plan }, options);

  const score = { values: new Float64Array(size), known: new Uint8Array(size) };
  const confidence = { values: new Float64Array(size), known: new Uint8Array(size).fill(1) };
  const probability = { values: new Float64Array(size), known: new Uint8Array(size) };
  const band = { values: new Array<string>(size).fill(""), known: score.known };
  for (let index = 0; index < size; index++) {
    const truthOf = truthsAt(index);
    const added = tally(plan, truthOf);
    confidence.values[index] = confidenceOf(plan, added);
    const decided = decideBand(planned, truthOf, added);
    if (decided.band === undefined) continue;
    score.known[index] = 1;
    score.values[index] = added.score;
    band.values[index] = decided.band;
    const rate = calibratedRate(scorecard.calibration ?? [], added.score);
    if (rate === undefined) continue;
    probability.known[index] = 1;
    probability.values[index] = rate;
  }
  return customerTable({
    customerIds,
    columns: { score, band, confidence, probability },
    definition: { kind: scorecard.kind, id: scorecard.id, version: scorecard.version },
    row(index) {
      const result = scoredSubject(planned, truthsAt(index), evidenceAt(index));
      return { customerId: customerIds[index] as string, result };
    },
  });
}

import type { Catalogue } from "../../core/index.js";

/** English words of `scorecards`. */
export const scorecardsWords: Catalogue = {
  INVALID_SCORECARD: "{received} at {path} is not what a scorecard needs there",
  SCORECARD_BIN_GAP: "The value {received} falls into none of the bins at {path}",
  SCORECARD_BIN_OVERLAP: "The value {received} falls into another bin too, besides the one at {path}",
  SCORECARD_BIN_OPEN: "The bin at {path} cannot be checked before a run",
  SCORECARD_BANDS: "The bands must cover every score exactly once: {received} at {path}",
  SCORECARD_CALIBRATION: "The calibration is not in order at {path}: {received}",
  INVALID_DECISION_TABLE: "{received} at {path} is not what a decision table needs there",
  DECISION_TABLE_OUTPUT: "{received} at {path} is not what the table declares as its output",
  DECISION_TABLE_GAP: "No row decides the case {received}",
  DECISION_TABLE_OVERLAP: "Two rows decide the case {received}, one of them at {path}",
  DECISION_TABLE_UNREACHABLE: "The row at {path} never decides: {received}",
  "scorecards.confidence-too-low": "Too little is known for a score",
  "scorecards.override-unknown": "It is not known whether {override} applies",
  "scorecards.rows-conflict": "Rows of the decision table that match contradict each other: {rows}",
  "scorecards.rows-undecided": "These rows of the decision table may match once the missing facts are known: {rows}",
};

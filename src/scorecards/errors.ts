/** Issue codes of `scorecards`, gathered in an `INVALID_DEFINITION`; their words stand in `labels/<locale>/scorecards.ts`. */
export const scorecardsErrorCodes = [
  "INVALID_SCORECARD", // a key that is missing, unknown or of another type
  "SCORECARD_BIN_GAP", // a value that falls into no bin
  "SCORECARD_BIN_OVERLAP", // a value that falls into two bins
  "SCORECARD_BIN_OPEN", // a bin that cannot be checked without a run
  "SCORECARD_BANDS", // bands that leave scores out, or that no score reaches
  "SCORECARD_CALIBRATION", // a calibration that is not sorted, or goes up and down
  "INVALID_DECISION_TABLE", // a key that is missing, unknown or of another type
  "DECISION_TABLE_OUTPUT", // an output that is not declared, or of another type
  "DECISION_TABLE_GAP", // a case that no row decides
  "DECISION_TABLE_OVERLAP", // a case that two rows decide
  "DECISION_TABLE_UNREACHABLE", // a row that never decides
] as const;
/** One of the issue codes of `scorecards`. */
export type ScorecardsErrorCode = (typeof scorecardsErrorCodes)[number];

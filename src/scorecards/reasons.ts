/** Reason codes of `scorecards` itself; the codes of rules are the definition's own. */
export const scorecardsReasonCodes = [
  // {confidence} and {minConfidence}, shares from 0 to 1: too little is known for a score
  "scorecards.confidence-too-low",
  // {override}: the id of an override that is not known to hold
  "scorecards.override-unknown",
  // {rows}: the numbers of rows of a decision table that all match, though only one may
  "scorecards.rows-conflict",
  // {rows}: the numbers of the rows that may match when what is missing becomes known
  "scorecards.rows-undecided",
] as const;
/** One of the reason codes of `scorecards`. */
export type ScorecardsReasonCode = (typeof scorecardsReasonCodes)[number];

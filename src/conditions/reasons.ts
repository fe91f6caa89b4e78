/** Codes of what {@link lintCondition} warns of; their words stand in `labels/<locale>/conditions.ts`. */
export const conditionsReasonCodes = [
  "conditions.unknown-when-missing", // field: the one that may be missing
  "conditions.equality-of-decimals", // op: the one that asks for equal numbers
  "conditions.every-of-nothing", // collection: the one that may be empty
  "conditions.contradiction", // first, second: positions in `of`, from 1, of conditions that are never both true
  "conditions.always-true", // first, second: positions in `of`, from 1, of conditions of which one is always true
  "conditions.at-least-is-all", // count: how many must be met
  "conditions.anniversary-meant", // field: the day whose anniversary is probably meant
] as const;
/** One of the reason codes of `conditions`. */
export type ConditionsReasonCode = (typeof conditionsReasonCodes)[number];

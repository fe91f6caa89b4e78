import type { Catalogue } from "../../core/index.js";

/** English words of `conditions`: what is wrong with a condition. The words that conditions are described in stand in their own files. */
export const conditionsWords: Catalogue = {
  INVALID_CONDITION: "The condition has faults: {received} at {path}",
  CONDITION_SHAPE: "{received} at {path} is not what a condition has there",
  CONDITION_UNKNOWN_FIELD: "{received} at {path} is not a field of the schema",
  CONDITION_UNKNOWN_COLLECTION: "{received} at {path} is not a collection of the schema",
  CONDITION_OPERATOR: "{received} at {path} cannot be asked of values of that type",
  CONDITION_OPERAND: "{received} at {path} cannot be compared with the value it stands beside",
  CONDITION_CURRENCY: "The currency {received} at {path} is not the currency of the amount it stands beside",
  CONDITION_RANGE: "{received} at {path} is outside its range, or leaves nothing between the two ends",
  CONDITION_EMPTY_LIST: "The list at {path} is empty, so nothing could ever be in it",
  CONDITION_SCOPE: "{received} at {path} speaks of an item where there is none",
  CONDITION_WINDOW: "The window at {path} does not suit what is to lie in it: {received}",
  CONDITION_CYCLE: "The conditions refer to each other in a circle: {received}",
  CONDITION_REFERENCE: "There is no condition named {received}, which {path} refers to",
  CONDITION_PARAMETER: "The parameter at {path} is not declared, not set or of another type: {received}",
  CONDITION_LIMIT: "The condition at {path} passes a limit: {received}",
  CONDITION_VERSION: "The condition is in language version {received}, which is not read here",
  INVALID_FACTS: "{received} are not the facts of a subject",
  SCHEMA_MISMATCH: "{path} is {received} in the table; expected {expected}",
  "conditions.unknown-when-missing": "Unknown where {field} is missing: say whether that shall count, with orMissing",
  "conditions.equality-of-decimals":
    "Numbers that need not be whole are asked to be equal ({op}), which they seldom are to the last digit",
  "conditions.every-of-nothing": "True also where there is no {collection} at all: ask for at least one beside it",
  "conditions.contradiction": "Conditions {first} and {second} are never both met",
  "conditions.always-true": "One of conditions {first} and {second} is always met",
  "conditions.anniversary-meant": "{field} itself lies in the past: ask for its anniversary",
  "conditions.at-least-is-all": "At least {count} of {count} is all of them",
};

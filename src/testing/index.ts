/**
 * For the tests of whoever builds on the library, in any test runner: stories about deciders, the promises every decider keeps, and
 * synthetic customers.
 * @module testing
 */
export { type CheckDeciderOptions, checkDecider } from "./check-decider.js";
export { differences } from "./differences.js";
export { type TestingErrorCode, testingErrorCodes } from "./errors.js";
export { type ExpectedDecision, type Given, type PartOf, specify, type When } from "./specify.js";
export type { SyntheticHabits, SyntheticOptions } from "./synthetic-options.js";
export { type SyntheticTransaction, syntheticTransactions } from "./synthetic-transactions.js";

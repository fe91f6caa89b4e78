/**
 * For the tests of whoever builds on the library, in any test runner: stories about deciders, and the promises every decider keeps.
 * @module testing
 */
export { type CheckDeciderOptions, checkDecider } from "./check-decider.js";
export { differences } from "./differences.js";
export { type ExpectedDecision, type Given, type PartOf, specify, type When } from "./specify.js";

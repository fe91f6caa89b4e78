/**
 * What a condition says of a subject. `"unknown"` is truthy: ask `matches()` when you want a boolean.
 * @category Conditions
 */
export type Truth = true | false | "unknown";

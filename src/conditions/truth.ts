/**
 * What a condition says of a subject. `"unknown"` is truthy: ask `matches()` when you want a boolean.
 * @category Conditions
 */
export type Truth = true | false | "unknown";

/** How columns write a {@link Truth}: one number for each of the three. */
export const FALSE_IN_COLUMN = 0;
export const TRUE_IN_COLUMN = 1;
export const UNKNOWN_IN_COLUMN = 2;

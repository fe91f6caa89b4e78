/**
 * A point in time: ISO 8601 with offset or `Z`, a day, a `Date`, epoch milliseconds, or anything with `epochMilliseconds`.
 * @category Time
 */
export type InstantInput = string | number | Date | { readonly epochMilliseconds: number };

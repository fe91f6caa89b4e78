/**
 * A matrix as rows of equal length.
 * @category Linear algebra
 */
export type Matrix = readonly (readonly number[])[];

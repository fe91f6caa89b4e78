import type { MaybeColumn } from "../../core/index.js";
import { maybeNumbers } from "../../core/shared.js";

/** A column of numbers of a fact table. */
export interface NumberColumn {
  readonly type: "number";
  readonly values: Float64Array;
  readonly known: Uint8Array;
}

/** A column of numbers of a fact table; `valueAt` gives undefined where the number is not known. */
export const numbers = (size: number, valueAt: (index: number) => number | undefined): NumberColumn =>
  numberColumn(maybeNumbers(size, valueAt));

/** A column in typed arrays as one of a fact table. */
export const numberColumn = ({ values, known }: MaybeColumn): NumberColumn => ({
  type: "number",
  values: values as Float64Array,
  known: known as Uint8Array,
});

/** Makes something when it is first asked for: rules look at a few of twenty signals. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

import { maybeNumbers } from "../../core/shared.js";

/** A column of numbers of a fact table. */
export interface NumberColumn {
  readonly type: "number";
  readonly values: Float64Array;
  readonly known: Uint8Array;
}

/** A column of numbers of a fact table; `valueAt` gives undefined where the number is not known. */
export function numbers(size: number, valueAt: (index: number) => number | undefined): NumberColumn {
  const { values, known } = maybeNumbers(size, valueAt);
  return { type: "number", values: values as Float64Array, known: known as Uint8Array };
}

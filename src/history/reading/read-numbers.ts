import { inWords, refusal, showValue } from "../../core/shared.js";
import type { NumberSource, VectorLike } from "../purchases/transaction-columns.js";

/** Numbers that can be indexed at once. */
export type Numbers = Int32Array | Float64Array | Uint8Array | readonly number[];

/** The numbers of a source, copied only where they stand in another form. */
export function readNumbers(source: NumberSource, length: number, name: string): Numbers {
  const plain = isVector(source) ? vectorNumbers(source, name) : source;
  if (typeof plain !== "object" || plain === null || plain.length !== length) {
    throw refusal(
      "INVALID_TRANSACTION_COLUMNS",
      [name],
      `${length} numbers, as many as customerIds`,
      inWords(`${plain?.length ?? showValue(plain)}`),
    );
  }
  if (plain instanceof BigInt64Array) return Float64Array.from(plain, (value, i) => safe(value, name, i));
  if (Array.isArray(plain)) {
    const other = plain.findIndex((value) => typeof value !== "number");
    if (other >= 0) throw refusal("INVALID_TRANSACTION_COLUMNS", [name, other], "a number", plain[other]);
  }
  return plain as Numbers;
}

function vectorNumbers(vector: VectorLike<number | bigint>, name: string): NumberSource {
  const ready = vector.nullCount === 0 ? vector.toArray?.() : undefined;
  if (ArrayBuffer.isView(ready) && (ready as Float64Array).length === vector.length) return ready as Float64Array;
  const numbers = new Float64Array(vector.length);
  for (let i = 0; i < vector.length; i++) {
    const value = vector.get(i);
    if (value === null) throw refusal("INVALID_TRANSACTION_COLUMNS", [name, i], "a number", null);
    numbers[i] = typeof value === "bigint" ? safe(value, name, i) : value;
  }
  return numbers;
}

function safe(value: bigint, name: string, index: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw refusal("INVALID_TRANSACTION_COLUMNS", [name, index], "a whole number within 2^53", value);
}

export const isVector = <T>(source: unknown): source is VectorLike<T> =>
  typeof source === "object" && source !== null && typeof (source as { get?: unknown }).get === "function";

import { sortedPositions } from "../../../dist/math/index.js";
import { transactionColumns } from "../../internal/transactions.mjs";

const prepare = (size) => transactionColumns(size).cents;
const digest = (values) => ({ least: values[0], middle: values[values.length >> 1], most: values[values.length - 1] });

/** The positions in order of value, then the values by them. */
export const positions = {
  prepare,
  digest,
  run: (cents) => Float64Array.from(sortedPositions(cents), (position) => cents[position]),
};

/** The values alone, their positions lost. */
export const native = { prepare, digest, run: (cents) => Float64Array.from(cents).sort() };

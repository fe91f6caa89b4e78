import { type ClienteleError, formatDay, formatInstant, formatMinorUnits } from "../../core/index.js";
import { inWords, refusal, showValue } from "../../core/shared.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import type { FactMeasure } from "./fact-measure.js";

/** A fact with an order, as plain numbers. */
export interface RankableFact {
  /** Positions of the customers whose value is known, and their values. */
  readonly positions: Int32Array;
  readonly values: Float64Array;
  readonly measure: FactMeasure;
  /** A value as a host would write it. */
  plain(value: number): string | number;
}

/** Numbers, amounts of one currency, days and instants have an order. */
export function rankableFact(table: FactTable, field: string): RankableFact {
  requireFactTable(table);
  const column = Object.hasOwn(table.schema.attributes, field) ? table.column(field) : undefined;
  switch (column?.type) {
    case "number":
      return rankable(column, { type: "number" }, (value) => value);
    case "money": {
      const { currency, scale } = column;
      return rankable(column, { type: "money", currency }, (value) => formatMinorUnits(value, scale));
    }
    case "day":
      return rankable(column, { type: "day" }, formatDay);
    case "instant":
      return rankable(column, { type: "instant" }, formatInstant);
    default:
      throw notRankable(table.schema, field);
  }
}

function rankable(
  { values, known }: { readonly values: Float64Array | Int32Array; readonly known: Uint8Array },
  measure: FactMeasure,
  plain: RankableFact["plain"],
): RankableFact {
  const positions = new Int32Array(known.length);
  const found = new Float64Array(known.length);
  let count = 0;
  for (let i = 0; i < known.length; i++) {
    if (known[i] !== 1) continue;
    found[count] = values[i]!;
    positions[count++] = i;
  }
  return { positions: positions.subarray(0, count), values: found.subarray(0, count), measure, plain };
}

function notRankable({ attributes }: FactSchema, field: string): ClienteleError {
  const type = Object.hasOwn(attributes, field) ? attributes[field]!.type : undefined;
  return refusal(
    "FACT_CANNOT_BE_RANKED",
    ["field"],
    "an attribute that is a number, money of one currency, a day or an instant",
    inWords(type === undefined ? showValue(field) : `${showValue(field)}, a ${type}`),
  );
}

import { refusal } from "../../core/shared.js";
import { type CustomerBase, type Dimension, dimensionRows } from "../../history/index.js";

/**
 * What a customer's goods bring by themselves: each value of a dimension at the margin rate that the whole base has on it, so that neither a
 * price of their own nor the service they get plays a part. Of the purchases that state a value and its cost.
 */
export interface GoodsMix {
  /** (Σ net of a value × its rate) ÷ net; undefined where nothing is left of the purchases. */
  rate(customer: number): number | undefined;
  /** The share of the net in values whose rate is below that of the whole base; known with the rate. */
  lowShare(customer: number): number | undefined;
}

/** @throws DIMENSION_NOT_READ, MEASURE_NOT_READ */
export function goodsMixOf(base: CustomerBase, dimension: Dimension): GoodsMix {
  const { names, offsets, values, grossMinor, refundedMinor, costMinor, unstatedCost } = dimensionRows(base, dimension);
  if (costMinor === undefined) throw costNotRead(base);
  const net = Float64Array.from(grossMinor, (gross, row) =>
    values[row] === 0 || unstatedCost?.[row] !== 0 ? 0 : gross - refundedMinor[row]!,
  );
  const nets = new Float64Array(names.length + 1);
  const margins = new Float64Array(names.length + 1);
  let [netOfAll, marginOfAll] = [0, 0];
  for (let row = 0; row < net.length; row++) {
    if (values[row] === 0 || unstatedCost?.[row] !== 0) continue;
    const margin = net[row]! - costMinor[row]!;
    nets[values[row]!]! += net[row]!;
    margins[values[row]!]! += margin;
    netOfAll += net[row]!;
    marginOfAll += margin;
  }
  const rates = margins.map((margin, value) => (nets[value]! > 0 ? margin / nets[value]! : 0));
  const mean = (customer: number, of: (rate: number) => number): number | undefined => {
    let [sum, whole] = [0, 0];
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
      whole += net[row]!;
      sum += net[row]! * of(rates[values[row]!]!);
    }
    return whole > 0 ? sum / whole : undefined;
  };
  const usual = marginOfAll / netOfAll;
  return {
    rate: (customer) => mean(customer, (rate) => rate),
    lowShare: (customer) => mean(customer, (rate) => (rate < usual ? 1 : 0)),
  };
}

/** The refusal of a base that was read without costs. */
export function costNotRead({ measures }: CustomerBase): Error {
  const hint = 'Read the transactions with measures: ["cost"]';
  return refusal("MEASURE_NOT_READ", ["base", "measures"], "cost", measures, hint);
}

import { MICRO } from "../../model/shared.js";
import { partsOf } from "../base/parts-of.js";
import type { CustomerBase } from "../customer-base.js";
import { exactSums } from "../rows/exact-sum.js";
import { valueRows } from "../rows/value-rows.js";
import { valueSums } from "./value-sums.js";

/** What was bought and brought back of one product, by customers and guests. */
export interface ProductSums {
  readonly sku: string;
  readonly orders: number;
  readonly quantity: number;
  readonly refunds: number;
  readonly returned: number;
  readonly grossMinor: bigint;
  readonly refundedMinor: bigint;
  /** Guests left out. */
  readonly customers: number;
  readonly repeatCustomers: number;
}

/** Adds up the base by product. */
export function productSums(base: CustomerBase): {
  readonly products: readonly ProductSums[];
  /** What names no product. */
  readonly notStated: { readonly refunds: number; readonly refundedMinor: bigint };
} {
  const purchases = valueSums(valueRows(base, "sku"), base.size, "orders");
  const { names, rows } = partsOf(base).dimensions.get("sku")!;
  const size = names.length + 1;
  const codes = rows.values!;
  const { columns } = rows;
  const grossMinor = exactSums(codes, columns.grossMinor, size);
  const refundedMinor = exactSums(codes, columns.refundedMinor, size);
  const orders = sumsBy(codes, columns.orders, size);
  const refunds = sumsBy(codes, columns.refunds, size);
  const quantityMicro = sumsBy(codes, columns.quantityMicro, size);
  const returnedMicro = sumsBy(codes, columns.returnedMicro, size);
  const customers = new Int32Array(size);
  const repeatCustomers = new Int32Array(size);
  for (let at = 0; at < purchases.values.length; at++) {
    const code = purchases.values[at]! + 1;
    customers[code]! += 1;
    if (purchases.purchaseDays[at]! > 1) repeatCustomers[code]! += 1;
  }
  const products = names.map((sku, i) => ({
    sku,
    orders: orders[i + 1]!,
    quantity: quantityMicro[i + 1]! / MICRO,
    refunds: refunds[i + 1]!,
    returned: returnedMicro[i + 1]! / MICRO,
    grossMinor: grossMinor[i + 1]!,
    refundedMinor: refundedMinor[i + 1]!,
    customers: customers[i + 1]!,
    repeatCustomers: repeatCustomers[i + 1]!,
  }));
  return { products, notStated: { refunds: refunds[0]!, refundedMinor: refundedMinor[0]! } };
}

function sumsBy(codes: Int32Array, column: Int32Array | Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let row = 0; row < codes.length; row++) sums[codes[row]!]! += column[row]!;
  return sums;
}

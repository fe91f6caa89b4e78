import { type CustomerBase, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { readCsv } from "../../support/csv.js";
import { superstoreLines } from "../../support/superstore.js";

/** Superstore as of its last day: 9,994 order lines as 5,009 orders of 793 customers; four decimals. */
export function superstoreBase(scale = 4): CustomerBase {
  const orders = new Map<string, { customerId: string; at: string; minor: bigint }>();
  for (const line of superstoreLines()) {
    const id = line["Order ID"] as string;
    const [whole = "", decimals = ""] = (line.Sales as string).split(".");
    const order = orders.get(id) ?? {
      customerId: line["Customer ID"] as string,
      at: line["Order Date"] as string,
      minor: 0n,
    };
    orders.set(id, { ...order, minor: order.minor + BigInt(whole + decimals.padEnd(4, "0")) });
  }
  const rows = Array.from(orders, ([id, { customerId, at, minor }]): Transaction => {
    const digits = String(minor).padStart(5, "0");
    return { id, customerId, at, amount: `${digits.slice(0, -4)}.${digits.slice(-4)}`, currency: "USD" };
  });
  return summarizePurchases(rows, { asOf: "2017-12-31", scale });
}

/** The orders of one of the CDNOW files. */
export const cdnowOrders = (file: string): Transaction[] =>
  readCsv(file).map(({ customer_id: customerId = "", date: at = "", amount = "" }, i) => ({
    id: String(i),
    customerId,
    at,
    amount,
    currency: "USD",
  }));

/** Every invoice of the Online Retail file; a number with a C before it is a cancellation, a refund that names no order. */
export const onlineRetailInvoices = (file: string): Transaction[] =>
  readCsv(file).map(({ invoice_no: id = "", customer_id: customerId = "", invoice_date: date = "", amount = "" }) => ({
    id,
    customerId,
    at: `${date.replace(" ", "T")}Z`,
    amount: amount.replace("-", ""),
    currency: "GBP",
    ...(id.startsWith("C") ? { kind: "refund" } : {}),
  }));

/** The sales among them: no cancellation, and an amount above zero. */
export const onlineRetailSales = (file: string): Transaction[] =>
  onlineRetailInvoices(file).filter(({ kind, amount }) => kind !== "refund" && Number(amount) > 0);

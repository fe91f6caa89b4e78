import type { Rows, Transaction } from "../../model/index.js";
import type { CustomerBase } from "../customer-base.js";
import type { TransactionColumns } from "./transaction-columns.js";

/**
 * What a customer base is read from: rows, or ready columns.
 * @category Customer base
 */
export type PurchaseSource = Rows<Transaction> | TransactionColumns;

/**
 * Rows that arrive in batches, one after the other.
 * @category Customer base
 */
export type PurchaseBatches = AsyncIterable<Iterable<Transaction>>;

/**
 * A base, or the promise of one where the rows come in batches.
 * @category Customer base
 */
export type SummarizedFrom<S> = [S] extends [PurchaseSource]
  ? CustomerBase
  : [S] extends [PurchaseBatches]
    ? Promise<CustomerBase>
    : CustomerBase | Promise<CustomerBase>;

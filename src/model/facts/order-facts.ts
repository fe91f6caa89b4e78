import {
  type AmountInput,
  currencyDecimals,
  formatMinorUnits,
  type Money,
  parseExactMinorUnits,
  readAmount,
} from "../../core/index.js";
import { checkOptions, object, type Path, type Rule, refusal, refuseAll, whole } from "../../core/shared.js";
import { checkTransaction } from "../reading/check-transaction.js";
import type { Transaction, TransactionLine } from "../records/transaction.js";
import type { Facts } from "./facts.js";
import type { OrderSchema } from "./order-schema.js";

type OrderFacts = Facts<OrderSchema<"*">>;
type Attributes = OrderFacts["attributes"];
type Line = NonNullable<NonNullable<OrderFacts["collections"]>["line"]>[number];

/** What is known of the customer who places an order, by the names of {@link orderSchema}. */
export type OrderCustomer = {
  readonly [K in Extract<keyof Attributes, `customer.${string}`>]?: Attributes[K];
};

/**
 * What an order itself does not say.
 * @category Facts
 */
export interface OrderFactsOptions {
  readonly customer?: OrderCustomer | undefined;
  /** Which order of the customer's it is, from 1. */
  readonly number?: number | undefined;
}

/**
 * A purchase as facts of {@link orderSchema}: what earning and referral rules judge.
 *
 * `order.paidNet` = `amount` − `paidWithPoints` − `paidWithGiftCard`, exact; zero if points and gift cards paid for more than the goods
 * (tax, shipping). A part that is left out paid nothing. Amounts carry the order's currency; a line without a quantity counts 1.
 *
 * What the order does not state is unknown, never zero; without `lines`, the lines are unknown.
 * Facts of the customer begin with `customer.`; names beside the ready ones are for schemas with facts of their own.
 * @throws INVALID_OPTIONS; what `checkTransaction` finds; INVALID_CHOICE for a refund; AMOUNT_TOO_FINE, AMOUNT_OUT_OF_RANGE
 * @example
 * import { orderFacts } from "clientele/model";
 * const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "80.00", currency: "EUR", paidWithPoints: "5.50" };
 * const { attributes } = orderFacts(order, { customer: { "customer.tier": "gold" }, number: 3 });
 * attributes["order.paidNet"]; // => { amount: "74.50", currency: "EUR" }
 * attributes["customer.tier"]; // => "gold"
 * @category Facts
 */
export function orderFacts(order: Transaction, options: OrderFactsOptions = {}): OrderFacts {
  checkOptions<OrderFactsOptions>(options, { customer: customerRule, number: whole({ from: 1 }) });
  requirePurchase(order);
  const money = moneyIn(order.currency);
  const attributes: Attributes = {
    "order.at": order.at,
    "order.amount": money(order.amount, ["amount"]),
    "order.paidNet": money(
      order.amount,
      ["amount"],
      [
        [order.paidWithPoints, ["paidWithPoints"]],
        [order.paidWithGiftCard, ["paidWithGiftCard"]],
      ],
    ),
    "order.tax": money(order.tax, ["tax"]),
    "order.shipping": money(order.shipping, ["shipping"]),
    "order.number": options.number,
    "order.channel": order.channel,
    "order.mode": order.mode,
    "order.store": order.store,
    "order.seller": order.seller,
    "order.tags": order.tags,
    ...options.customer,
  };
  const lines = order.lines?.map((line, index) => lineFacts(line, ["lines", index], money));
  return lines === undefined
    ? { attributes: stated(attributes), knownSince: { line: "never" } }
    : { attributes: stated(attributes), collections: { line: lines } };
}

/** Facts of a customer, by the names that begin so. */
export const customerRule: Rule = (customer, path, check) => {
  for (const name of Object.keys(object("facts of the customer")(customer, path, check) ?? {})) {
    if (name.startsWith("customer.")) continue;
    check.report([...path, name], 'a name that begins with "customer."', name, `Did you mean "customer.${name}"?`);
  }
};

/** Refuses what is no purchase. */
export function requirePurchase(order: Transaction): void {
  const issues = checkTransaction(order, undefined, "ignore");
  refuseAll(issues.map((issue) => ({ ...issue, path: ["order", ...issue.path] })));
  if (order.kind === "refund") throw refusal("INVALID_CHOICE", ["order", "kind"], "a purchase", order.kind);
}

function lineFacts({ sku, category, brand, priceTier, ...line }: TransactionLine, path: Path, money: MoneyOf): Line {
  return stated({
    sku,
    category,
    brand,
    priceTier,
    net: money(line.net, [...path, "net"]),
    listPrice: money(line.listPrice, [...path, "listPrice"]),
    discount: money(line.discount, [...path, "discount"]),
    quantity: line.quantity ?? 1,
    promoted: line.promoted,
    tags: line.tags,
  });
}

type Part = readonly [amount: AmountInput | undefined, path: Path];
type MoneyOf = (amount: AmountInput | undefined, path: Path, less?: readonly Part[]) => Money | undefined;

/** Amounts as money, exactly, with at least the decimals of the currency; less other amounts, but not below zero. */
function moneyIn(currency: string): MoneyOf {
  return (amount, path, less = []) => {
    if (amount === undefined) return undefined;
    const parts: readonly Part[] = [[amount, path], ...less];
    const scale = Math.max(currencyDecimals(currency), ...parts.map(([part]) => decimalsOf(part)));
    const [whole = 0n, ...taken] = parts.map(([part, at]) => parseExactMinorUnits(part ?? 0, scale, ["order", ...at]));
    const left = taken.reduce((rest, units) => rest - units, whole);
    return { amount: formatMinorUnits(left < 0n ? 0n : left, scale), currency };
  };
}

const FINEST = 18;
const decimalsOf = (amount: AmountInput = 0): number => Math.min(readAmount(amount)?.scale ?? 0, FINEST);

/** The fields that have a value. */
const stated = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

import { compileItemCondition } from "../../conditions/index.js";
import {
  currencyDecimals,
  type Day,
  formatMinorUnits,
  type Money,
  parseDay,
  parseExactMinorUnits,
  zoneOf,
} from "../../core/index.js";
import { checkOptions, object, parseMoment, readBy, refusal, refuseAll, requireList, text } from "../../core/shared.js";
import {
  checkTransaction,
  type FactSchema,
  type Facts,
  orderFacts,
  orderSchema,
  type Rows,
  type Transaction,
} from "../../model/index.js";
import { climb } from "./commission-ladder.js";
import { type CommissionPlan, checkCommissionPlan } from "./commission-plan.js";

/** Whose statement, and for which days. */
export interface CommissionOptions {
  /** The `seller` of the orders. A refund without a seller belongs to the seller of its order. */
  readonly payee: string;
  /** The first day. */
  readonly from: Day;
  /** The day after the last. */
  readonly to: Day;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** What the statement before left below zero. */
  readonly carried?: Money | undefined;
}

/** A part of a sale, or of goods returned (below zero), paid at one rate. */
export interface CommissionLine {
  readonly transactionId: string;
  readonly amount: Money;
  readonly rate: string;
  readonly commission: Money;
  /** The category whose rate it is; left out for a step of the plan. */
  readonly category?: string | undefined;
}

/** What a payee is due for a period. */
export interface CommissionStatement {
  readonly payee: string;
  /** Goods sold, before returns. */
  readonly sales: Money;
  readonly returned: Money;
  readonly lines: readonly CommissionLine[];
  readonly commission: Money;
  readonly bonuses: Money;
  /** From the statement before; zero or below. */
  readonly carried: Money;
  readonly due: Money;
  /** For the statement after: below zero where returns outweigh, else zero. */
  readonly carry: Money;
}

/**
 * What a partner or a member of staff is due for a period: commission on goods sold less goods returned, bonuses, and what was carried.
 *
 * `slab`: sales in order of time climb the steps and each part is paid at the rate of the step it lies in; a return climbs down again.
 * `whole-tier`: all is paid at the rate of the step that the net sales of the period reach. Below zero the first step's rate holds. Lines of a
 * category are paid at its rate and leave the steps alone; a discount on the whole order comes off the rest. Each line is rounded so that the lines add up to the rounded whole (half up).
 * Bonuses go by the net sales of the period, categories included. A sum below zero is not paid but carried. Only completed transactions count.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS, CURRENCY_MISMATCH, what is wrong with a transaction
 * @example
 * import { commissionStatement, defineCommissionPlan } from "clientele/referral";
 * const steps = [{ from: "0", rate: "0.05" }, { from: "100", rate: "0.10" }];
 * const sale = { id: "1", customerId: "ann", at: "2026-03-05", amount: "160.00", currency: "USD", seller: "north" };
 * const paid = (mode: "slab" | "whole-tier") =>
 *   commissionStatement([sale], defineCommissionPlan({ id: "dealers", version: 1, currency: "USD", mode, steps }), {
 *     payee: "north",
 *     from: "2026-03-01",
 *     to: "2026-04-01",
 *   }).due.amount;
 * paid("slab"); // => "11.00"
 * paid("whole-tier"); // => "16.00"
 * @category Partners
 */
export function commissionStatement(
  sales: Rows<Transaction>,
  plan: CommissionPlan,
  options: CommissionOptions,
  schema: FactSchema = orderSchema("*"),
): CommissionStatement {
  checkCommissionPlan(plan, schema).refuseFaults();
  checkOptions<CommissionOptions>(
    options,
    {
      payee: text,
      from: readBy(parseDay),
      to: readBy(parseDay),
      timeZone: readBy(zoneOf),
      carried: object("an amount with its currency"),
    },
    ["payee", "from", "to"],
  );
  const { payee, carried } = options;
  const { currency } = plan;
  const scale = currencyDecimals(currency);
  if (carried !== undefined && carried.currency !== currency) {
    throw refusal("CURRENCY_MISMATCH", ["carried", "currency"], currency, carried.currency);
  }
  const money = (units: bigint): Money => ({ amount: formatMinorUnits(units, scale), currency });
  const before = carried === undefined ? 0n : parseExactMinorUnits(carried.amount, scale, ["carried", "amount"]);
  if (before > 0n)
    throw refusal("INVALID_OPTIONS", ["carried", "amount"], "an amount of zero or below", carried?.amount);

  const own = salesOf(sales, plan, options);
  const parts = partsOf(own, plan, schema, scale);
  const { lines, commission } = paidFor(parts, plan, scale, money);
  const worth = (kind: "purchase" | "refund"): bigint =>
    own
      .filter((each) => (each.kind ?? "purchase") === kind)
      .reduce((total, each) => total + parseExactMinorUnits(each.amount, scale), 0n);
  const [sold, returned] = [worth("purchase"), worth("refund")];
  const reached = (plan.bonuses ?? []).filter(({ from }) => sold - returned >= parseExactMinorUnits(from, scale));
  const bonuses = reached.reduce((total, { amount }) => total + parseExactMinorUnits(amount, scale), 0n);
  const balance = before + commission + bonuses;
  return {
    payee,
    sales: money(sold),
    returned: money(returned),
    lines,
    commission: money(commission),
    bonuses: money(bonuses),
    carried: money(before),
    due: money(balance > 0n ? balance : 0n),
    carry: money(balance < 0n ? balance : 0n),
  };
}

/** The payee's transactions of the period, in order of time. */
function salesOf(
  sales: Rows<Transaction>,
  { currency }: CommissionPlan,
  options: CommissionOptions,
): readonly Transaction[] {
  const { payee, from, to, timeZone = "UTC" } = options;
  const zone = zoneOf(timeZone);
  const start = zone.startOfDay(parseDay(from));
  const end = zone.startOfDay(parseDay(to));
  requireList(sales, "sales");
  const all = [...sales];
  const sellers = new Map<string, string | undefined>();
  const ids = new Set<string>();
  for (const [index, sale] of all.entries()) {
    refuseAll(
      checkTransaction(sale, undefined, "ignore").map((issue) => ({ ...issue, path: ["sales", index, ...issue.path] })),
    );
    const before = ids.size;
    if (counts(sale) && before === ids.add(`${sale.kind ?? "purchase"} ${sale.id}`).size)
      throw refusal("DUPLICATE_TRANSACTION", ["sales", index, "id"], "an id that is used once", sale.id);
    if (sale.kind !== "refund") sellers.set(sale.id, sale.seller);
  }
  const own = all.flatMap((sale, index) => {
    const seller = sale.seller ?? (sale.refundOf === undefined ? undefined : sellers.get(sale.refundOf));
    const at = parseMoment(sale.at, { timeZone, path: ["sales", index, "at"] });
    if (seller !== payee || !counts(sale) || at < start || at >= end) return [];
    if (sale.currency === currency) return [{ sale, at }];
    throw refusal("CURRENCY_MISMATCH", ["sales", index, "currency"], currency, sale.currency);
  });
  // A sort keeps the order of equals: what was listed first comes first.
  return own.sort((a, b) => a.at - b.at).map(({ sale }) => sale);
}

const counts = ({ status = "completed" }: Transaction): boolean => status === "completed";

/** Goods of one transaction that are paid alike: those of one category, or the rest. Below zero where they came back. */
interface SoldPart {
  readonly transactionId: string;
  readonly units: bigint;
  readonly category?: { readonly id: string; readonly rate: string } | undefined;
}

function partsOf(
  sales: readonly Transaction[],
  plan: CommissionPlan,
  schema: FactSchema,
  scale: number,
): readonly SoldPart[] {
  const { categories = [], parameters = {} } = plan;
  return sales.flatMap((sale): readonly SoldPart[] => {
    const sign = sale.kind === "refund" ? -1n : 1n;
    const whole = parseExactMinorUnits(sale.amount, scale, ["sales", sale.id, "amount"]);
    // A returned line is judged as what it was when it was bought.
    const { kind: _kind, refundOf: _refundOf, ...order } = sale;
    const facts = orderFacts(order) as unknown as Facts<FactSchema>;
    const judges = categories.map(({ when }) =>
      compileItemCondition({ language: 1, parameters, when }, schema, "line", { asOf: sale.at }),
    );
    const byCategory = new Map<(typeof categories)[number], bigint>();
    for (const [index, line] of (sale.lines ?? []).entries()) {
      const category = categories[judges.findIndex((judge) => judge.matches(facts, index))];
      if (category === undefined) continue;
      const net = parseExactMinorUnits(line.net, scale, ["sales", sale.id, "lines", index, "net"]);
      byCategory.set(category, (byCategory.get(category) ?? 0n) + net);
    }
    const rest = [...byCategory.values()].reduce((left, units) => left - units, whole);
    const own = [...byCategory].map(([category, units]) => ({ transactionId: sale.id, units: sign * units, category }));
    return [...(rest === 0n ? [] : [{ transactionId: sale.id, units: sign * rest }]), ...own];
  });
}

const sum = (parts: readonly SoldPart[]): bigint => parts.reduce((total, { units }) => total + units, 0n);

/** Pays every part: those of categories at their own rates, the rest on the steps. */
function paidFor(
  parts: readonly SoldPart[],
  plan: CommissionPlan,
  scale: number,
  money: (units: bigint) => Money,
): { readonly lines: readonly CommissionLine[]; readonly commission: bigint } {
  const steps = plan.steps.map(({ from, rate }) => ({ from: parseExactMinorUnits(from, scale), rate }));
  const total = sum(parts.filter(({ category }) => category === undefined));
  const [reached = steps[0]] = steps.filter(({ from }) => from <= total).reverse();
  const onSteps = climb(plan.mode === "slab" ? steps : [{ from: 0n, rate: reached?.rate ?? "0" }]);
  const ladders = new Map((plan.categories ?? []).map(({ id, rate }) => [id, climb([{ from: 0n, rate }])]));
  const lines: CommissionLine[] = [];
  let commission = 0n;
  for (const { transactionId, units, category } of parts) {
    const ladder = (category && ladders.get(category.id)) ?? onSteps;
    for (const piece of ladder(units)) {
      commission += piece.earned;
      const line = {
        transactionId,
        amount: money(piece.units),
        rate: piece.rate,
        commission: money(piece.earned),
      };
      lines.push(category === undefined ? line : { ...line, category: category.id });
    }
  }
  return { lines, commission };
}

import { currencyDecimals, formatMinorUnits, parseInstant, parseMinorUnits, type Reason } from "../../core/index.js";
import { itemsOf, parseMoment } from "../../core/shared.js";
import type { Rows, Transaction } from "../../model/index.js";
import type { LoyaltyEvent } from "../account/loyalty-event.js";
import { emptyState, type LoyaltyState } from "../account/loyalty-state.js";
import { activeShares } from "../account/settle.js";
import type { LoyaltyCommand } from "../commands/loyalty-command.js";
import type { rulesOf } from "../commands/loyalty-decider.js";
import type { Played } from "../commands/work.js";
import { numberOf } from "../earning/fraction.js";
import { pointsOf } from "../earning/points-of.js";
import type { LoyaltyRefusal } from "../errors.js";
import type { LoyaltyProgram, Points } from "../program/loyalty-program.js";
import type { ReadyProgram } from "../program/ready-program.js";
import { settledAt } from "../reads/points-balance.js";
import { tierInForce } from "../tiers/level-at.js";

/** One customer's transactions in the order of time, orders before refunds. */
export interface MemberHistory {
  readonly customerId: string;
  readonly transactions: readonly { readonly at: number; readonly row: Transaction }[];
}

/** What changed of the main points at an instant. What refunds take back is issued below zero. */
export interface PointChange {
  readonly at: number;
  readonly issued: Points;
  readonly redeemed: Points;
  readonly expired: Points;
}

/** One member under a programme. */
export interface MemberRun {
  readonly customerId: string;
  /** At the end; `""`: below the first. */
  readonly tier: string;
  readonly orders: number;
  readonly ordersEarningNothing: number;
  readonly lostToRounding: number;
  /** In minor units of the currency in which points are worth something. */
  readonly netSales: number;
  readonly refused: number;
  readonly changes: readonly PointChange[];
}

/** Transactions by customer; what counts for nobody is told. */
export function memberHistories(
  transactions: Rows<Transaction>,
  { program }: ReadyProgram,
  asOf: number,
): { readonly members: readonly MemberHistory[]; readonly ignored: readonly Reason[] } {
  const byCustomer = new Map<string, { at: number; row: Transaction }[]>();
  const ignored = { guests: 0, "not-completed": 0, later: 0, "refund-of-no-order": 0 };
  // One path for rows by the million: a row that is refused is the last one read.
  const path: [string, number, string] = ["transactions", -1, "at"];
  const reading = { timeZone: program.timeZone, path };
  for (const row of itemsOf(transactions, "transactions", "a transaction", "at", "customerId")) {
    path[1]++;
    const at = parseMoment(row.at, reading);
    if (at > asOf) ignored.later++;
    else if (row.customerId === null) ignored.guests++;
    else if (row.status !== undefined && row.status !== "completed") ignored["not-completed"]++;
    else if (row.kind === "refund" && row.refundOf === undefined) ignored["refund-of-no-order"]++;
    else {
      const own = byCustomer.get(row.customerId);
      if (own === undefined) byCustomer.set(row.customerId, [{ at, row }]);
      else own.push({ at, row });
    }
  }
  const members = [...byCustomer]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([customerId, rows]): MemberHistory => ({ customerId, transactions: sortedInTime(rows) }));
  const reasons = Object.entries(ignored)
    .filter(([, orders]) => orders > 0)
    .map(([why, orders]): Reason => ({ code: "loyalty.order-not-counted", params: { orders, why } }));
  return { members, ignored: reasons };
}

const isRefund = ({ kind }: Transaction): number => (kind === "refund" ? 1 : 0);
const inTime = (a: { at: number; row: Transaction }, b: { at: number; row: Transaction }): number =>
  a.at - b.at || isRefund(a.row) - isRefund(b.row) || (a.row.id < b.row.id ? -1 : 1);

/** Most histories come in order; telling so is quicker than sorting. */
function sortedInTime(rows: { at: number; row: Transaction }[]): MemberHistory["transactions"] {
  for (let i = 1; i < rows.length; i++) if (inTime(rows[i - 1]!, rows[i]!) > 0) return rows.sort(inTime);
  return rows;
}

/** When a member redeems, and which share of the points available then. */
export interface Redeeming {
  readonly share: number;
  readonly moments: readonly number[];
}

/** The points that a member redeems: a share of those available, as far as the terms of the programme allow. */
export function redeemable(available: Points, share: number, { redemption }: LoyaltyProgram): Points {
  const { multiplesOf = 1, minimum = 1 } = redemption ?? {};
  const wanted = Math.floor(available * share);
  const points = wanted - (wanted % multiplesOf);
  return points >= minimum ? points : 0;
}

/** Runs one member's history through the rules of the programme, with redemptions at the moments assumed. */
export function runMember(
  { customerId, transactions }: MemberHistory,
  ready: ReadyProgram,
  rules: ReturnType<typeof rulesOf>,
  asOf: number,
  { share, moments }: Redeeming,
): MemberRun {
  const { mainType, program } = ready;
  const currency = program.redemption?.worth.currency;
  const changes: PointChange[] = [];
  const refunded = new Map<string, number>();
  const run = { orders: 0, ordersEarningNothing: 0, lostToRounding: 0, netSales: 0, refused: 0 };
  let state = emptyState;
  const does = (command: LoyaltyCommand): LoyaltyRefusal | undefined => {
    const rule = rules[command.type] as (command: LoyaltyCommand, state: LoyaltyState) => Played<unknown>;
    const played = rule(command, state);
    if (!played.ok) return played.error;
    for (const event of played.events) changes.push(...changesOf(event, mainType));
    state = played.state;
    return undefined;
  };
  const earns = (row: Transaction, at: number): void => {
    run.orders++;
    const before = state.totals[mainType]?.earned ?? 0;
    const error = does({ type: "earn", key: row.id, at, order: row });
    if (error !== undefined) run.refused++;
    const points = (state.totals[mainType]?.earned ?? 0) - before;
    if (points === 0) run.ordersEarningNothing++;
    if (error === undefined) run.lostToRounding += lostOf(state, row.id, mainType);
    if (row.currency === currency) run.netSales += parseMinorUnits(row.amount, currencyDecimals(row.currency));
  };
  const refunds = (row: Transaction, at: number): void => {
    const orderId = row.refundOf as string;
    const scale = currencyDecimals(row.currency);
    const minor = parseMinorUnits(row.amount, scale);
    const cumulative = (refunded.get(orderId) ?? 0) + minor;
    refunded.set(orderId, cumulative);
    if (row.currency === currency) run.netSales -= minor;
    const money = { amount: formatMinorUnits(cumulative, scale), currency: row.currency };
    const error = does({ type: "refund", key: row.id, at, orderId, cumulative: money });
    // What was refunded beyond the goods that earned, taxes and shipping, takes no more back.
    const again =
      error?.code === "REFUND_EXCEEDS_ELIGIBLE"
        ? does({ type: "refund", key: row.id, at, orderId, cumulative: error.eligible })
        : error;
    if (again !== undefined) run.refused++;
  };
  const redeems = (at: number): void => {
    const before = settledAt(state, at);
    const available = activeShares(before, mainType, at, false).reduce((all, { lot }) => all + lot.remaining, 0);
    const points = redeemable(available, share, program);
    if (points > 0) does({ type: "redeem", key: `assumed:${at}`, at, points });
  };
  let next = 0;
  for (const { at, row } of transactions) {
    while (next < moments.length && moments[next]! < at) redeems(moments[next++]!);
    if (row.kind === "refund") refunds(row, at);
    else earns(row, at);
  }
  while (next < moments.length) redeems(moments[next++]!);
  does({ type: "sweep", at: asOf });
  return { customerId, tier: tierInForce(state, ready, asOf).tier ?? "", ...run, changes };
}

/** What rounding took of an order, where no cap did. */
function lostOf(state: LoyaltyState, orderId: string, mainType: string): number {
  const shelf = state.orders.at(-1)?.at(-1);
  const type =
    shelf?.[0] === orderId ? shelf[1].basis.types.find(({ pointType }) => pointType === mainType) : undefined;
  if (type === undefined || type.limit !== undefined || shelf === undefined) return 0;
  // Whole increments round too: what they leave is lost as well.
  const rules = type.rules.map((rule) => ({ ...rule, whole: undefined }));
  const { exact } = pointsOf({ ...type, rules, multiplierBase: "raw" }, shelf[1].basis.parts);
  return Math.max(0, numberOf(exact) - type.points);
}

function changesOf(event: LoyaltyEvent, mainType: string): readonly PointChange[] {
  const change = (at: string, issued: number, redeemed = 0, expired = 0): PointChange => ({
    at: parseInstant(at),
    issued,
    redeemed,
    expired,
  });
  switch (event.type) {
    case "PointsEarned":
      return event.lots
        .filter(({ pointType }) => pointType === mainType)
        .map(({ points }) => change(event.earnedAt, points));
    case "PointsRedeemed":
      return event.pointType === mainType ? [change(event.at, 0, event.points)] : [];
    case "PointsClawedBack":
      return event.taken
        .filter(({ pointType }) => pointType === mainType)
        .map(({ allocations, debt }) =>
          change(event.at, -debt - allocations.reduce((all, { points }) => all + points, 0)),
        );
    case "PointsExpired":
      return event.expired
        .filter(({ pointType }) => pointType === mainType)
        .map(({ expiresAt, points }) => change(expiresAt, 0, 0, points));
    case "RedemptionReversed":
      return event.pointType === mainType ? [change(event.at, 0, -event.points)] : [];
    default:
      return [];
  }
}

import type { DayNumber } from "../../core/index.js";

/** One refund of an order that was read with it. */
export interface LinkedRefund {
  readonly day: DayNumber;
  readonly minor: number;
}

/** An order that has refunds, so that a cut can tell what was fully refunded by then. */
export interface LinkedOrder {
  readonly customer: number;
  readonly day: DayNumber;
  readonly minor: number;
  /** 1: made online, where that measure was asked for. */
  readonly online: number;
  /** Ascending by (day, minor); never empty. */
  readonly refunds: readonly LinkedRefund[];
}

/** An order whose refunds reach its amount is no purchase any more. */
export function isFullyRefunded(order: LinkedOrder): boolean {
  return refundedMinorOf(order) >= order.minor;
}

export function refundedMinorOf(order: LinkedOrder): number {
  let refunded = 0;
  for (const refund of order.refunds) refunded += refund.minor;
  return refunded;
}

/** A total order of linked orders, so that equal bases have equal parts. */
export function compareLinkedOrders(a: LinkedOrder, b: LinkedOrder): number {
  return (
    a.customer - b.customer || a.day - b.day || a.minor - b.minor || a.online - b.online || compareRefundLists(a, b)
  );
}

export const compareLinkedRefunds = (a: LinkedRefund, b: LinkedRefund): number => a.day - b.day || a.minor - b.minor;

function compareRefundLists({ refunds: a }: LinkedOrder, { refunds: b }: LinkedOrder): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareLinkedRefunds(a[i] as LinkedRefund, b[i] as LinkedRefund);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

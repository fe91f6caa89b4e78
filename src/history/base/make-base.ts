import { type Column, customerTable, formatDay, formatInstant, formatMinorUnits } from "../../core/index.js";
import type { CustomerBase, CustomerSummary, SummaryColumns } from "../customer-base.js";
import type { BaseFrameParts, BaseParts } from "./base-parts.js";
import { baseWarnings } from "./base-warnings.js";
import { calendarView } from "./calendar-view.js";
import { ignoredCounts } from "./ignored-counts.js";
import { once } from "./once.js";
import { attachParts } from "./parts-of.js";
import { purchaseTotals } from "./purchase-totals.js";
import { summaryColumns } from "./summary-columns.js";

/** What a merged base can tell before its rows are made. */
export interface BaseFace {
  readonly customerIds: readonly string[];
  readonly columns: SummaryColumns;
}

/** The public face of a base. What costs a pass over the rows is made when it is first asked for. */
export function makeBase(
  frame: BaseFrameParts,
  makeParts: () => BaseParts,
  early?: (purchaseDays: () => Column) => () => BaseFace,
): CustomerBase {
  const { rules, asOf } = frame;
  const parts = once(makeParts);
  const calendar = once(() => calendarView(parts()));
  const ofRows = once(() => summaryColumns(calendar(), parts().calendar));
  const late: BaseFace = {
    get customerIds() {
      return parts().customerIds;
    },
    get columns() {
      return ofRows();
    },
  };
  const face = once(early?.(() => ofRows().purchaseDays) ?? (() => late));
  const columns = once(() => face().columns);
  const warnings = once(() => baseWarnings(parts(), columns()));
  const ignored = once(() => ignoredCounts(parts()));
  const totals = once(() => {
    const size = parts().customerIds.length;
    return { customers: purchaseTotals(parts(), 0, size), anonymous: purchaseTotals(parts(), size, size + 1) };
  });
  const table = once(() => {
    const ids = face().customerIds;
    return customerTable({
      customerIds: ids,
      columns: columns(),
      row: (i) => summaryRow(frame, ids[i] as string, columns(), i),
    });
  });
  const base: CustomerBase = {
    asOf: formatInstant(asOf),
    timeZone: rules.timeZone,
    currency: rules.currency,
    scale: rules.scale,
    measures: rules.measures,
    dimensions: rules.dimensions,
    get size() {
      return face().customerIds.length;
    },
    get customerIds() {
      return face().customerIds;
    },
    get columns() {
      return columns();
    },
    get calendar() {
      return calendar();
    },
    get totals() {
      return totals();
    },
    get ignored() {
      return ignored();
    },
    get warnings() {
      return warnings();
    },
    at: (index) => table().at(index),
    get: (customerId) => table().get(customerId),
    [Symbol.iterator]: () => table()[Symbol.iterator](),
  };
  return attachParts(base, { frame, parts });
}

function summaryRow(
  { rules: { scale }, asOfDay }: BaseFrameParts,
  customerId: string,
  columns: SummaryColumns,
  index: number,
): CustomerSummary {
  const bought = columns.firstDay.known[index] === 1;
  const lastDay = columns.lastDay.values[index] as number;
  return {
    customerId,
    orders: columns.orders[index] as number,
    purchaseDays: columns.purchaseDays[index] as number,
    firstPurchase: bought ? formatDay(columns.firstDay.values[index] as number) : null,
    lastPurchase: bought ? formatDay(lastDay) : null,
    daysSinceLast: bought ? asOfDay - lastDay : null,
    gross: formatMinorUnits(columns.grossMinor[index] as number, scale),
    refunded: formatMinorUnits(columns.refundedMinor[index] as number, scale),
    net: formatMinorUnits(columns.netMinor[index] as number, scale),
  };
}

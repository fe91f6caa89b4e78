import { differenceInCalendarDays, parseISO } from "date-fns";
import Decimal from "decimal.js";
import lodash from "lodash";
import { digestOf } from "../../internal/digest.mjs";
import { AS_OF, transactionRows, transactionTexts } from "../../internal/transactions.mjs";

/** What people write by hand: groupBy, parseISO, Decimal, and quantiles of a sorted copy. */
export const naive = {
  once: true,
  upTo: 1_000_000,
  prepare: transactionTexts,
  fresh: transactionRows,
  run(orders) {
    const today = parseISO(`${AS_OF}T00:00:00Z`);
    const customers = Object.values(lodash.groupBy(orders, "customerId")).map((own) => {
      const dates = own.map((order) => parseISO(order.at));
      const net = own.reduce((total, order) => total.plus(order.amount), new Decimal(0));
      const days = new Set(own.map((order) => order.at.slice(0, 10)));
      const last = lodash.max(dates);
      return { orders: own.length, net, days: days.size, daysSinceLast: differenceInCalendarDays(today, last) };
    });
    const score = (values) => {
      const sorted = lodash.sortBy(values);
      const edges = [0.2, 0.4, 0.6, 0.8].map((p) => {
        const h = (sorted.length - 1) * p;
        const low = Math.floor(h);
        return sorted[low] + (h - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
      });
      return values.map((value) => 1 + edges.filter((edge) => value > edge).length);
    };
    return {
      customers,
      recency: score(customers.map(({ daysSinceLast }) => daysSinceLast)).map((days) => 6 - days),
      frequency: score(customers.map(({ orders: count }) => count)),
      monetary: score(customers.map(({ net }) => net.toNumber() * 100)),
    };
  },
  digest: ({ customers, recency, frequency, monetary }) =>
    digestOf({
      customers: customers.length,
      cents: customers
        .reduce((total, { net }) => total.plus(net), new Decimal(0))
        .times(100)
        .toNumber(),
      days: lodash.sumBy(customers, "days"),
      recency: lodash.sum(recency),
      frequency: lodash.sum(frequency),
      monetary: lodash.sum(monetary),
    }),
};

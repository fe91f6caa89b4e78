import * as aq from "arquero";
import { digestOf } from "../../internal/digest.mjs";
import { AS_OF_DAY, transactionColumns } from "../../internal/transactions.mjs";

/** arquero over columns; quantiles by its own op.quantile, which is type 7. */
export const arquero = {
  upTo: 1_000_000,
  prepare(size) {
    const { customer, at, cents } = transactionColumns(size);
    return aq.table({ customer, day: Int32Array.from(at, (instant) => Math.floor(instant / 86_400_000)), cents });
  },
  run(orders) {
    const summary = orders
      .groupby("customer")
      .rollup({ orders: aq.op.count(), cents: aq.op.sum("cents"), days: aq.op.distinct("day"), last: aq.op.max("day") })
      .derive({ since: aq.escape((row) => AS_OF_DAY - row.last) })
      .reify();
    const edges = (name) => {
      const probabilities = [0.2, 0.4, 0.6, 0.8];
      const cut = summary
        .ungroup()
        .rollup(Object.fromEntries(probabilities.map((p, i) => [`q${i}`, aq.op.quantile(name, p)])))
        .object();
      return probabilities.map((_, i) => cut[`q${i}`]);
    };
    const score = (name, cuts = edges(name)) =>
      aq.escape((row) => 1 + cuts.reduce((above, cut) => above + (row[name] > cut ? 1 : 0), 0));
    return summary.derive({ sinceScore: score("since"), frequency: score("orders"), monetary: score("cents") }).reify();
  },
  digest(scored) {
    const total = (name) => scored.array(name).reduce((sum, value) => sum + value, 0);
    return digestOf({
      customers: scored.numRows(),
      cents: total("cents"),
      days: total("days"),
      recency: 6 * scored.numRows() - total("sinceScore"),
      frequency: total("frequency"),
      monetary: total("monetary"),
    });
  },
};

import pl from "nodejs-polars";
import { digestOf } from "../../internal/digest.mjs";
import { AS_OF_DAY, transactionColumns } from "../../internal/transactions.mjs";

/** nodejs-polars over its own frame of integers, made before the clock starts. Its linear quantile is type 7. */
export const polars = {
  prepare(size) {
    const { customer, at, cents } = transactionColumns(size);
    const days = Int32Array.from(at, (instant) => Math.floor(instant / 86_400_000));
    return pl.DataFrame({
      customer: pl.Series("customer", customer, pl.Int32),
      day: pl.Series("day", days, pl.Int32),
      cents: pl.Series("cents", cents, pl.Float64),
    });
  },
  run(orders) {
    const summary = orders
      .lazy()
      .groupBy("customer")
      .agg(
        pl.col("cents").count().alias("orders"),
        pl.col("cents").sum().alias("cents"),
        pl.col("day").nUnique().alias("days"),
        pl.lit(AS_OF_DAY).minus(pl.col("day").max()).alias("since"),
      )
      .collectSync();
    const score = (name) => {
      const column = summary.getColumn(name).cast(pl.Float64);
      const edges = [0.2, 0.4, 0.6, 0.8].map((p) => column.quantile(p, "linear"));
      return edges.reduce((scores, edge) => scores.plus(pl.col(name).gt(edge).cast(pl.Int32)), pl.lit(1));
    };
    return summary.withColumns(
      pl.lit(6).minus(score("since")).alias("recency"),
      score("orders").alias("frequency"),
      score("cents").alias("monetary"),
    );
  },
  digest(scored) {
    const total = (name) => scored.getColumn(name).cast(pl.Float64).sum();
    return digestOf({
      customers: scored.height,
      cents: total("cents"),
      days: total("days"),
      recency: total("recency"),
      frequency: total("frequency"),
      monetary: total("monetary"),
    });
  },
};

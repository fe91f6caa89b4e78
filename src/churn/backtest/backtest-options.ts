import type { Day, Duration } from "../../core/index.js";
import type { CustomerBase } from "../../history/index.js";
import type { FactTable } from "../../model/index.js";
import type { ChurnSources } from "../signals/churn-options.js";

/**
 * How rules are tested on the past.
 * @category Backtests
 */
export interface BacktestOptions extends ChurnSources {
  /** The days to stand on; the horizon after each must lie in the base. */
  readonly asOf: readonly Day[];
  /** Who has no purchase day in it counts as churned. */
  readonly horizon: Duration;
  /** Left out between the day and the horizon, for acting takes time; by default nothing. */
  readonly gap?: Duration | undefined;
  /** The host's own facts as they were known then: made of the base that is handed in, which ends on the day. */
  readonly factsAt?: ((base: CustomerBase) => FactTable) | undefined;
  /** Whether those who had lapsed by then are looked at too: they are easy to tell, so results look better. Default false. */
  readonly lapsedToo?: boolean | undefined;
  /** Only customers with so many purchase days by then; default 1. */
  readonly minPurchaseDays?: number | undefined;
}

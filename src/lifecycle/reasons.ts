/** Reason codes of `lifecycle`, with their parameters. */
export const lifecycleReasonCodes = [
  "lifecycle.no-purchase", // no parameters
  "lifecycle.first-purchase", // days since the first purchase, limit in days
  "lifecycle.returned", // day of the return, away: days between it and the purchase before
  "lifecycle.own-cadence", // gap in days, days since the last purchase
  "lifecycle.base-cadence", // gap in days, days since the last purchase; too few gaps of one's own
  "lifecycle.last-purchase", // days since the last purchase
  "lifecycle.within-bound", // limit in days, included
  "lifecycle.past-bound", // limit in days
  "lifecycle.held", // percent: a bound was not crossed by that much, so the stage is nearer to the earlier one
  "lifecycle.quarter-buyer", // quarter 1 to 4, seasons with a purchase, missed: whole seasons without one since
  "lifecycle.festival-buyer", // festival, seasons with a purchase, missed: whole seasons without one since
  "lifecycle.contract-began", // day, limit in days
  "lifecycle.contract-runs", // since: day
  "lifecycle.contract-resumed", // day of the new contract, ended: day on which the one before had ended
  "lifecycle.contract-cancelled", // end: the day it runs to
  "lifecycle.contract-ends", // end: the day it runs to, without renewal
  "lifecycle.contract-ended", // end: day
  "lifecycle.no-cadence", // no parameters: nobody in the base bought on two days
  "lifecycle.stages-do-not-separate", // stage, next: a later stage, share and nextShare in percent who bought again (warning)
  "lifecycle.no-evidence", // day: nobody was a customer yet (warning)
  "lifecycle.bound-out-of-reach", // stage: the survival curve ends before it, so nobody gets past it (warning)
  "lifecycle.stage-unknown", // customers (warning)
  "lifecycle.contracts-of-others", // customers who hold a contract and are not in the base (warning)
] as const;
/** One of the reason codes of `lifecycle`. */
export type LifecycleReasonCode = (typeof lifecycleReasonCodes)[number];

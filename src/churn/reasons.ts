/** Reason codes of `churn`, with their parameters. */
export const churnReasonCodes = [
  "churn.long-since-last", // churn.daysSinceLast, churn.gapsSinceLast
  "churn.seldom", // churn.silentChance
  "churn.overdue", // churn.ownGapDays, churn.daysSinceLast
  "churn.rarer", // churn.frequencyTail
  "churn.little-recent-spend", // churn.recentSpendRatio
  "churn.fewer-contacts", // churn.contactTail
  "churn.less-engaged", // churn.engagementChange
  "churn.complaint", // churn.openComplaint
  "churn.dissatisfied", // churn.satisfaction
  "churn.unsubscribed", // no parameters
  "churn.contract-ending", // no parameters
  "churn.no-purchase", // no parameters
  "churn.contract-ended", // no parameters
  "churn.long-gone", // days, gap
  "churn.first-bought-recently", // days, gap
  "churn.buys-rarely", // gap, horizon
  "churn.sources-not-given", // signals (warning)
  "churn.no-gaps", // no parameters: nobody bought on two days (warning)
  "churn.rules-separate", // auc, low, high, customers, rate
  "churn.little-separates", // auc, low, high, customers, rate
  "churn.nothing-separates", // auc, low, high, customers, rate
  "churn.too-short-to-tell", // no parameters
  "churn.facts-not-cut", // no parameters
  "churn.one-class", // label (warning)
  "churn.duplicate-rows", // asOf, customers (warning)
  "churn.suspected-leak", // rule, precision (warning)
] as const;
/** One of the reason codes of `churn`. */
export type ChurnReasonCode = (typeof churnReasonCodes)[number];

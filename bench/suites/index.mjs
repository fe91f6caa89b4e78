import { churnAssessment, churnBacktest } from "./churn/suite.mjs";
import { ruleOverAttributes, ruleOverWindows } from "./conditions/suite.mjs";
import { customerBase } from "./customer-base/suite.mjs";
import { growingBase } from "./growing-base/suite.mjs";
import { localDay, sorting, textNumbers } from "./kernels/suite.mjs";
import { loyaltyQuote, loyaltyReplay, loyaltySimulation } from "./loyalty/suite.mjs";
import { referralAttribution, referralChain, referralCodes } from "./referral/suite.mjs";
import { segmentClasses, segmentMembership, segmentSets } from "./segments/suite.mjs";
import { valueFits, valueOfMany } from "./value/suite.mjs";

export const suites = {
  "customer-base": customerBase,
  "growing-base": growingBase,
  "rule-over-attributes": ruleOverAttributes,
  "rule-over-windows": ruleOverWindows,
  "local-day": localDay,
  "text-numbers": textNumbers,
  sorting,
  "loyalty-replay": loyaltyReplay,
  "loyalty-quote": loyaltyQuote,
  "loyalty-simulation": loyaltySimulation,
  "referral-attribution": referralAttribution,
  "referral-codes": referralCodes,
  "referral-chain": referralChain,
  "churn-assessment": churnAssessment,
  "churn-backtest": churnBacktest,
  "segment-sets": segmentSets,
  "segment-membership": segmentMembership,
  "segment-classes": segmentClasses,
  "value-fits": valueFits,
  "value-of-many": valueOfMany,
};

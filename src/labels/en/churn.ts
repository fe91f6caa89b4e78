import type { Catalogue } from "../../core/index.js";

/** English words of `churn`. */
export const churnWords: Catalogue = {
  INVALID_CHURN_RULES: "The churn rules are wrong at {path}: expected {expected}, received {received}",
  CHURN_FACTS_MISMATCH: "The facts are not of this base: expected {expected} at {path}, received {received}",
  HORIZON_BEYOND_DATA:
    "The data end too early to look so far ahead at {path}: expected {expected}, received {received}",
  INVALID_SCORES: "Scores and labels are wrong at {path}: expected {expected}, received {received}",
  INVALID_RISKS: "{received} at {path} cannot be used; expected {expected}",
  INVALID_CONTRACTS: "The contracts cannot be added up at {path}: expected {expected}, received {received}",
  "churn.long-since-last":
    "The last purchase is {churn.daysSinceLast} days ago, {churn.gapsSinceLast.1} times the usual gap here",
  "churn.seldom":
    "Buys seldom: chance alone would bring no purchase within the horizon in {churn.silentChance%} of cases",
  "churn.overdue": "Usually buys every {churn.ownGapDays} days; the last purchase is {churn.daysSinceLast} days ago",
  "churn.rarer": "Buys less often than before: chance alone would bring so few in {churn.frequencyTail%} of cases",
  "churn.little-recent-spend": "Spent little of late: {churn.recentSpendRatio%} of what others usually spend",
  "churn.fewer-contacts":
    "Is in touch less often than before: chance alone would bring so few in {churn.contactTail%} of cases",
  "churn.less-engaged": "The engagement index changed by {churn.engagementChange.0} in 90 days",
  "churn.complaint": "Open or recent complaints: {churn.openComplaint}",
  "churn.dissatisfied": "Low satisfaction: {churn.satisfaction%} of the scale",
  "churn.unsubscribed": "Has unsubscribed",
  "churn.contract-ending": "The contract is cancelled or ends within 30 days",
  "churn.no-purchase": "No purchase yet",
  "churn.contract-ended": "The contract has ended",
  "churn.long-gone": "Gone: no purchase for {days} days, where one every {gap} days was to be expected",
  "churn.first-bought-recently": "First bought {days} {days|day|days} ago: too new to judge",
  "churn.buys-rarely": "Buys every {gap.0} days by habit: a horizon of {horizon} days says nothing",
  "churn.sources-not-given": "Not looked at, for lack of their source: {signals}",
  "churn.no-gaps": "Nobody has bought on two different days: there is no usual gap",
  "churn.rules-separate":
    "The rules tell who leaves: AUC {auc.2} ({low.2} to {high.2}), tested on {customers} customers of whom {rate%} left",
  "churn.little-separates":
    "The rules tell little here: AUC {auc.2} ({low.2} to {high.2}), tested on {customers} customers of whom {rate%} left",
  "churn.nothing-separates":
    "Nothing separates here: AUC {auc.2} ({low.2} to {high.2}), no better than guessing, tested on {customers} customers of whom {rate%} left",
  "churn.too-short-to-tell": "The history is too short to test the rules on it",
  "churn.facts-not-cut": "What the rules are worth here takes the facts as they were: call backtestChurn with factsAt",
  "churn.one-class": "Everybody has the label {label}: nothing can be told apart",
  "churn.duplicate-rows":
    "{customers} {customers|customer is|customers are} like another in every signal on {asOf}: results look surer than they are",
  "churn.suspected-leak": "The rule {rule} is right in {precision%} of cases: it may know the future",
  "churn.action.contact-in-person": "talk to them in person",
  "churn.action.offer-renewal": "offer a renewal",
  "churn.action.remind": "send a reminder",
  "churn.action.send-offer": "send an offer",
  "churn.action.settle-complaint": "settle the complaint",
};

import type { Catalogue } from "../../core/index.js";

/** English words of `value`. */
export const valueWords: Catalogue = {
  INVALID_PURCHASE_STATISTICS: "The purchase statistics are wrong at {path}: expected {expected}, received {received}",
  INVALID_SPEND_STATISTICS: "The spend statistics are wrong at {path}: expected {expected}, received {received}",
  INVALID_OPPORTUNITY_STATISTICS:
    "The counts of occasions are wrong at {path}: expected {expected}, received {received}",
  INVALID_SURVIVORS: "The survivors are wrong at {path}: expected {expected}, received {received}",
  TOO_FEW_REPEAT_CUSTOMERS: "Too few customers came back to fit a model: expected {expected}, received {received}",
  INVALID_MODEL: "{received} at {path} is not a model for this; expected {expected}",
  INVALID_MODELS: "The models at {path} are of different customers: expected {expected}, received {received}",
  NO_COVARIANCE: "No interval can be told: the fit of the model at {path} is {received}",
  "value.nothing-beyond-simpler-model":
    "Whether customers leave cannot be told from these purchases: the simpler model {model} explains them as well (log-likelihood {logLikelihood.1})",
  "value.parameters-at-boundary": "The fit ran to its end in {parameters}: its numbers say nothing there",
  "value.still-climbing": "The fit was still improving after {iterations} steps",
  "value.left-out-of-spend":
    "{customers} {customers|customer|customers} without money spent at a repeat purchase {customers|says|say} nothing about spend",
  "value.alive-by-model": "Bought once: by the model {model} nobody leaves before coming back, so this is no evidence",
  "value.infinite-mean-lifetime": "The mean lifetime is infinite (s = {s.2}): only the median says something",
  "value.expected-worth":
    "Expected: {purchases.1} purchases, discounted; probability of being a customer today {alive%}",
  INVALID_VALUE_WEIGHTS: "The weights are wrong at {path}: expected {expected}, received {received}",
  "value.history-is-not-future": "This is what has been spent, not what will be",
  "value.one-retention-for-all":
    "One retention of {retention%} for everybody and for ever: those who stay are the loyal ones, so this falls short",
  "value.loses-money": "Takes away money: {contribution}",
  "value.below-target-rate": "A margin rate of {rate%}, below the {target%} aimed for",
  "value.low-frequency": "{orders.1} orders a year, where {usual.1} are usual",
  "value.low-spend": "{spend} per order, where {usual} are usual",
  "value.low-margin-rate": "A margin rate of {rate%}, where {usual%} is usual",
  "value.low-margin-mix": "{share%} of the spend is on low-margin goods: they bring {rate%}, where {usual%} is usual",
  "value.high-cost-to-serve": "Serving costs {share%} of the net, where {usual%} is usual",
  "value.dissatisfied": "Is dissatisfied",
  "value.buys-elsewhere": "Buys from a competitor too",
  "value.lever-price": "Without the discounts: {gain} a year",
  "value.lever-cost-to-serve": "Served as cheaply as comparable customers: {gain} a year",
  "value.lever-frequency": "Ordering as often as the best quarter: {gain} a year",
  "value.lever-mix": "Buying the goods that comparable customers buy: {gain} a year",
  "value.lever-value-added-service": "Selling the service, less what it costs: {gain} a year",
  "value.lever-upgrade": "Buying at the margin rate of comparable customers: {gain} a year",
  "value.headroom": "Comparable customers spend up to {headroom} more",
};

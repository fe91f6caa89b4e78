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
    "Whether customers leave cannot be told from these purchases: the simpler model {model} explains them as well (log-likelihood {logLikelihood})",
  "value.parameters-at-boundary": "The fit ran to its end in {parameters}: its numbers say nothing there",
  "value.still-climbing": "The fit was still improving after {iterations} steps",
  "value.left-out-of-spend":
    "{customers} {customers|customer|customers} without money spent at a repeat purchase {customers|says|say} nothing about spend",
  "value.alive-by-model": "Bought once: by the model {model} nobody leaves before coming back, so this is no evidence",
  "value.infinite-mean-lifetime": "The mean lifetime is infinite (s = {s}): only the median says something",
  "value.expected-worth": "Expected: {purchases} purchases, discounted; probability of being a customer today {alive}",
};

import type { Catalogue } from "../../core/index.js";

/** English words of `lifecycle`. */
export const lifecycleWords: Catalogue = {
  INVALID_LIFECYCLE_RULES: "The lifecycle rules are wrong at {path}: expected {expected}, received {received}",
  "lifecycle.no-purchase": "No purchase yet",
  "lifecycle.first-purchase": "First bought {days} {days|day|days} ago; new for {limit} {limit|day|days}",
  "lifecycle.returned": "Bought again on {day}, after {away} {away|day|days}",
  "lifecycle.own-cadence": "Usually buys every {gap} {gap|day|days}; the last purchase was {days} {days|day|days} ago",
  "lifecycle.base-cadence":
    "Too few purchases for a rhythm of their own; customers here usually buy every {gap} {gap|day|days}; the last purchase was {days} {days|day|days} ago",
  "lifecycle.last-purchase": "The last purchase was {days} {days|day|days} ago",
  "lifecycle.within-bound": "Within the bound of {limit} {limit|day|days}",
  "lifecycle.past-bound": "Past the bound of {limit} {limit|day|days}",
  "lifecycle.held": "The stage changes only once a bound is crossed by {percent} %",
  "lifecycle.quarter-buyer":
    "Buys only in quarter {quarter}: {seasons} {seasons|season|seasons} with a purchase, {missed} missed since",
  "lifecycle.festival-buyer":
    "Buys only around {festival@core.festival}: {seasons} {seasons|season|seasons} with a purchase, {missed} missed since",
  "lifecycle.contract-began": "Under contract since {day}; new for {limit} {limit|day|days}",
  "lifecycle.contract-runs": "Under contract since {since}",
  "lifecycle.contract-resumed": "Under contract again since {day}; the one before ended on {ended}",
  "lifecycle.contract-cancelled": "The contract is cancelled and runs until {end}",
  "lifecycle.contract-ends": "The contract ends on {end} and does not renew",
  "lifecycle.contract-ended": "The contract ended on {end}",
  "lifecycle.no-cadence": "Nobody here has bought on two different days, so no gap is known",
  "lifecycle.stages-do-not-separate":
    "The stages “{stage@lifecycle.stage}” and “{next@lifecycle.stage}” do not tell apart who buys again: {share.2} % and {nextShare.2} % did",
  "lifecycle.no-evidence": "Nobody was a customer on {day}: there is no evidence for the stages",
  "lifecycle.bound-out-of-reach":
    "The survival curve ends too early: nobody can reach the stage “{stage@lifecycle.stage}”",
  "lifecycle.stage-unknown": "{customers} {customers|customer has|customers have} no known stage",
  "lifecycle.contracts-of-others":
    "{customers} {customers|customer|customers} with a contract {customers|is|are} not in the base",
  "lifecycle.stage.prospect": "Prospect",
  "lifecycle.stage.new": "New customer",
  "lifecycle.stage.active": "Active customer",
  "lifecycle.stage.at-risk": "Customer at risk",
  "lifecycle.stage.dormant": "Dormant customer",
  "lifecycle.stage.lost": "Lost customer",
  "lifecycle.stage.won-back": "Won-back customer",
  "lifecycle.objective.acquire": "Acquisition",
  "lifecycle.objective.maintain": "Maintenance",
  "lifecycle.objective.retain": "Retention",
};

import type { Catalogue } from "../../core/index.js";

/** English words of `history`. */
export const historyWords: Catalogue = {
  INVALID_TRANSACTION_COLUMNS: "The column at {path} cannot be read: expected {expected}, received {received}",
  MIXED_CURRENCIES: "The transactions are in several currencies: {received}",
  REFUND_REFUSED: "There is a refund at {path}, though refunds are refused",
  REFUND_IN_OTHER_CURRENCY: "The refund at {path} is in {received}, its order in another currency",
  CIRCULAR_ALIAS: "The aliases of {path} lead back to themselves: {received}",
  DAY_AFTER_AS_OF: "Nothing was read up to {received}: expected {expected}",
  BASES_DO_NOT_MATCH: "The two bases differ at {path}: expected {expected}, received {received}",
  INVALID_BASE: "{path} is no customer base: expected {expected}, received {received}",
  DIMENSION_NOT_READ: "The base was read without the dimension {received}: expected {expected}",
  MEASURE_NOT_READ: "The base was read without the measure {expected}",
  INVALID_INTERACTION: "{received} at {path} is not what an interaction has there: expected {expected}",
  DUPLICATE_INTERACTION: "The interaction {received} stands in the data more than once (again at {path})",
  INVALID_FACT_PARTS: "The facts at {path} cannot be made of what was given: expected {expected}, received {received}",
  DUPLICATE_CUSTOMER: "The customer {received} stands in the data more than once (again at {path})",
  FACT_NAME_TAKEN: "The table already has a fact of the name {received}",
  INVALID_FACT_COLUMN:
    "The column at {path} does not hold what its field says: expected {expected}, received {received}",
  FACT_CANNOT_BE_RANKED: "{received} has no order that customers could be ranked by: expected {expected}",
  "history.excluded": "{transactions} {transactions|transaction|transactions} left out: {reason}",
  "history.refunds-ignored": "{refunds} {refunds|refund|refunds} left out, as asked",
  "history.no-exchange-rate":
    "{transactions} {transactions|transaction|transactions} in {currency} left out: no exchange rate",
  "history.unlinked-refund":
    "{refunds} {refunds|refund|refunds} ({amount}) without {refunds|its|their} order in the data, subtracted on {refunds|its|their} own day",
  "history.refund-of-another-customer":
    "{refunds} {refunds|refund names|refunds name} another customer than the order; counted for the order's customer",
  "history.refunded-beyond-order": "{orders} {orders|order|orders} refunded beyond the amount paid, by {amount}",
  "history.later-than-first-read":
    "{transactions} {transactions|transaction was|transactions were} too late for the first read and must come with what is appended",
  "history.net-not-positive": "{customers} {customers|customer has|customers have} a net spend of zero or less",
  "history.refunds-without-products":
    "{refunds} {refunds|refund names|refunds name} no product ({amount}); return shares are too low",
  "history.facts-after-as-of": "{records} {records|record is|records are} later than the facts and left out",
  "history.facts-of-others": "{records} {records|record belongs|records belong} to nobody in the table",
};

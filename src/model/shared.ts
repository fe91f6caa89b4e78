/** What other rooms of the library need of the model and users do not. It is in no subpath. */

export { assembleFactTable } from "./facts/assemble-fact-table.js";
export { type FactGap, factGaps, isFactGap } from "./facts/fact-gap.js";
export { type FactReader, factReader, scaleOfField } from "./facts/fact-reader.js";
export { fieldIssues } from "./facts/fact-schema-rule.js";
export { instantIn } from "./facts/instant-in.js";
export { givenItems, knownSince } from "./facts/known-since.js";
export { makeFactColumn } from "./facts/make-fact-column.js";
export { customerRule, requirePurchase } from "./facts/order-facts.js";
export { requireFactTable, requireSchema } from "./facts/require-facts.js";
export { idOfItem, ownCell, type PlainItem, sortItems } from "./facts/sort-items.js";
export { standingConsents } from "./facts/standing-consents.js";
export { checkedRows } from "./reading/checked-rows.js";
export { misspeltField } from "./reading/misspelt-field.js";
export { requireRows } from "./reading/require-rows.js";
export { type Settle, type TimeOptions, timesInZone } from "./reading/times-in-zone.js";
export { amountRule } from "./records/amount-rules.js";
export { caseTable } from "./records/case.js";
export { contractTable } from "./records/contract.js";
export { feedbackTable } from "./records/feedback.js";
export { MICRO, quantityIssue, readMillionths } from "./records/millionths.js";
export { recordIssues } from "./records/record-issues.js";
export type { RecordTable } from "./records/record-table.js";
export { transactionTable } from "./records/transaction.js";
export { idRule, textRule } from "./records/value-rules.js";

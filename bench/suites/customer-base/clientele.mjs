import { summarizePurchases } from "../../../dist/history/index.js";
import { scoreRfm } from "../../../dist/segmentation/index.js";
import { digestOf, sum } from "../../internal/digest.mjs";
import { AS_OF, transactionColumns, transactionRows, transactionTexts } from "../../internal/transactions.mjs";

const options = { asOf: AS_OF, currency: "USD" };

function run(source) {
  const base = summarizePurchases(source, options);
  return { base, scores: scoreRfm(base) };
}

function digest({ base, scores }) {
  const { netMinor, purchaseDays } = base.columns;
  const { recency, frequency, monetary } = scores.columns;
  return digestOf({
    customers: base.size,
    cents: sum(netMinor),
    days: sum(purchaseDays),
    recency: sum(recency),
    frequency: sum(frequency),
    monetary: sum(monetary),
  });
}

export const columns = {
  prepare(size) {
    const { customers, customer, at, cents } = transactionColumns(size);
    const dictionary = Array.from({ length: customers }, (_, code) => `customer-${code}`);
    return { customerIds: { codes: customer, dictionary }, at, amountMinor: cents };
  },
  run,
  digest,
};

export const rows = {
  prepare: transactionTexts,
  fresh: transactionRows,
  run,
  digest,
};

import { appendTransactions, mergeBases, summarizePurchases } from "../../../dist/history/index.js";
import { sum } from "../../internal/digest.mjs";
import { AS_OF, transactionColumns } from "../../internal/transactions.mjs";

const options = { asOf: AS_OF, currency: "USD" };
const MORE = 10_000;

const idsOf = (customers) => Array.from({ length: customers }, (_, code) => `customer-${code}`);

/** Two orders a customer, and every customer listed: a base of so many customers. */
function baseOf(customers, dictionary, from = 0) {
  const { customer, at, cents } = transactionColumns(2 * customers);
  const codes = customer.map((code) => from + ((code * 5) % customers));
  return summarizePurchases(
    { customerIds: { codes, dictionary }, at, amountMinor: cents },
    { ...options, customerIds: dictionary },
  );
}

const looked = (base) => ({ base, customers: base.size, cents: sum(base.columns.netMinor) });

function moreFor(customers) {
  const { customer, at, cents } = transactionColumns(MORE);
  const step = customers / (MORE / 10);
  return { customerIds: Array.from(customer, (code) => `customer-${code * step}`), at, amountMinor: cents };
}

const digest = ({ customers, cents }) => ({ customers, cents });

/** 10,000 orders appended; nobody looks at the new base yet. */
export const append = {
  prepare(customers) {
    const base = baseOf(customers, idsOf(customers));
    looked(base);
    return { base, more: moreFor(customers) };
  },
  run: ({ base, more }) => appendTransactions(base, more),
  digest: (base) => digest(looked(base)),
};

/** The first look at a base that 10,000 orders were appended to. */
export const firstRead = {
  prepare: append.prepare,
  fresh: ({ base, more }) => appendTransactions(base, more),
  run: looked,
  digest,
};

/** Two bases that share their ids, merged and looked at. */
export const mergeShared = {
  prepare(customers) {
    const dictionary = idsOf(customers);
    const [one, other] = [baseOf(customers, dictionary), baseOf(customers, dictionary)];
    looked(one);
    looked(other);
    return { one, other };
  },
  run: ({ one, other }) => looked(mergeBases(one, other)),
  digest,
};

/** The same with ids of their own, equal in text only. */
export const mergeSeparate = {
  prepare(customers) {
    const [one, other] = [baseOf(customers, idsOf(customers)), baseOf(customers, idsOf(customers))];
    looked(one);
    looked(other);
    return { one, other };
  },
  run: ({ one, other }) => looked(mergeBases(one, other)),
  digest,
};

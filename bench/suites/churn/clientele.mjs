import { assessChurnRisk, backtestChurn, defaultChurnRules } from "../../../dist/churn/index.js";
import { summarizePurchases } from "../../../dist/history/index.js";
import { kaplanMeier } from "../../../dist/math/index.js";
import { sfc32 } from "../../internal/random.mjs";
import { AS_OF } from "../../internal/transactions.mjs";

const SPAN = 730 * 864e5;

/** Five orders a customer, at any time of two years. */
function baseOf(customers) {
  const random = sfc32(5);
  const end = Date.parse(`${AS_OF}T00:00:00Z`);
  const codes = Int32Array.from({ length: 5 * customers }, (_, order) => order % customers);
  const at = Float64Array.from(codes, () => end - Math.floor(SPAN * random()));
  const cents = Float64Array.from(codes, () => 100 + Math.floor(20_000 * random() ** 2));
  const dictionary = Array.from({ length: customers }, (_, code) => `customer-${code}`);
  const customerIds = { codes, dictionary };
  return summarizePurchases({ customerIds, at, amountMinor: cents }, { asOf: AS_OF, currency: "USD" });
}

/** Every customer of a base judged by the default rules; reasons wait until somebody asks. */
export const assess = {
  prepare: baseOf,
  run: (base) => assessChurnRisk(base, defaultChurnRules, { horizon: { days: 90 } }),
  digest: ({ customers }) => Object.values(customers).reduce((all, count) => all + count, 0),
};

/** The default rules on ten earlier days. */
export const backtest = {
  prepare: baseOf,
  run(base) {
    const last = new Date(base.asOf);
    const asOf = Array.from({ length: 10 }, (_, index) =>
      new Date(last - (120 + 15 * index) * 864e5).toISOString().slice(0, 10),
    );
    return backtestChurn(base, defaultChurnRules, { asOf, horizon: { days: 90 } });
  },
  digest: ({ dates }) => dates.length,
};

/** A survival curve of so many rows, half of them lost, by whole days. */
export const survival = {
  prepare(size) {
    const random = sfc32(3);
    const times = Float64Array.from({ length: size }, () => 1 + Math.floor(-400 * Math.log(1 - random())));
    return { times, events: Uint8Array.from(times, () => (random() < 0.53 ? 1 : 0)) };
  },
  run: ({ times, events }) => kaplanMeier(times, events),
  digest: ({ steps }) => steps.length > 0,
};

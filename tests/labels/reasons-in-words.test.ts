import { describeReasons, type Reason } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { en, zhCN } from "clientele/labels";
import { classifyLifecycle } from "clientele/lifecycle";
import { classifyByValue, classifyHabit, classifyNeeds, inferInterests, scoreRfm } from "clientele/segmentation";
import { customerLifetimeValue, fitBgNbd, fitGammaGamma, fitParetoNbd, remainingLifetime } from "clientele/value";
import { expect, it } from "vitest";
import { superstoreLines } from "../support/superstore.js";

const orders = new Map<
  string,
  { net: number; lines: { sku: string; net: string; category: string }[]; first: Record<string, string> }
>();
for (const line of superstoreLines()) {
  const id = line["Order ID"]!;
  const order = orders.get(id) ?? { net: 0, lines: [], first: line };
  const net = Math.round(Number(line.Sales) * 100);
  order.net += net;
  order.lines.push({ sku: line["Product ID"]!, net: (net / 100).toFixed(2), category: line["Sub-Category"]! });
  orders.set(id, order);
}
const base = summarizePurchases(
  Array.from(orders, ([id, { net, lines, first }]) => ({
    id,
    customerId: first["Customer ID"]!,
    at: first["Order Date"]!,
    amount: (net / 100).toFixed(2),
    currency: "USD",
    lines: lines.map((line) => ({ ...line, brand: line.category })),
  })),
  { asOf: "2017-12-31", dimensions: ["category", "brand"] },
);
const [purchases, spend] = [fitBgNbd(base), fitGammaGamma(base)];
const pareto = fitParetoNbd(base);

/** Every reason that a judgement of the whole base gives, wherever it stands in a row. */
const reasonsIn = (value: unknown): readonly Reason[] => {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  if ("code" in value && "params" in value) return [value as Reason];
  return Object.values(value).flatMap(reasonsIn);
};

it.each([
  ["RFM", () => [...scoreRfm(base)]],
  ["stages", () => [...classifyLifecycle(base)]],
  ["value classes", () => [...classifyByValue(base)]],
  ["needs", () => [...classifyNeeds(base)]],
  ["habits", () => [...classifyHabit(base, { dimension: "category" })]],
  ["interests", () => [...inferInterests(base)]],
  ["lifetime value", () => [...customerLifetimeValue(base, { purchases, spend }, { horizon: { months: 12 } })]],
  ["remaining lifetime", () => [...remainingLifetime(base, pareto), remainingLifetime(base, pareto).warnings]],
])("reasons of %s say no number with a tail of decimals", (_, judge) => {
  const reasons = reasonsIn(judge());
  expect(reasons.length).toBeGreaterThan(0);
  for (const words of [en, zhCN]) {
    expect(
      describeReasons(reasons, words)
        .filter((text) => /\d\.\d{3,}|\d[eE][+-]?\d/.test(text))
        .slice(0, 3),
    ).toEqual([]);
  }
});

it("what floating point adds to a number is not said", () => {
  expect(describeReasons([{ code: "lifecycle.past-bound", params: { limit: 1.1 * 3 } }], en)).toEqual([
    "Past the bound of 3.3 days",
  ]);
});

it("a name that a reason carries is said in words of its language, and a fall is not said twice", () => {
  const reasons = [
    { code: "referral.bound", params: { code: "ANN7", how: "declared" } },
    { code: "SELF_REFERRAL", params: { signal: "same-customer" } },
    { code: "loyalty.not-completed", params: { status: "cancelled" } },
    { code: "churn.less-engaged", params: { "churn.engagementChange": -35 } },
  ];
  expect(describeReasons(reasons, zhCN)).toEqual([
    "由推荐码 ANN7 推荐（自行说明）",
    "不能推荐自己：双方是同一位客户",
    "订单已取消，不计积分",
    "参与度指数 90 天内变化 -35",
  ]);
  expect(describeReasons(reasons, en)[3]).toBe("The engagement index changed by -35 in 90 days");
});

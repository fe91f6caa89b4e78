import { parseMinorUnits } from "clientele/core";
import { checkTransaction } from "clientele/model";
import { type SyntheticOptions, type SyntheticTransaction, syntheticTransactions } from "clientele/testing";
import { describe, expect, test } from "vitest";

const options: SyntheticOptions = { customers: 4000, seed: 20250101, from: "2025-01-01", to: "2025-12-31" };
const draw = (more: Partial<SyntheticOptions> = {}): readonly SyntheticTransaction[] => [
  ...syntheticTransactions({ ...options, ...more }),
];
const minor = ({ amount }: SyntheticTransaction): number => parseMinorUnits(amount, 2);
const orders = (drawn: readonly SyntheticTransaction[]): readonly SyntheticTransaction[] =>
  drawn.filter(({ kind, customerId }) => kind === undefined && customerId !== null);

describe("syntheticTransactions", () => {
  const drawn = draw({ lines: true });

  test("are transactions, within the time, with every customer's orders in the order of time", () => {
    const last = new Map<string, string>();
    for (const [index, transaction] of drawn.entries()) {
      expect(checkTransaction(transaction, index)).toEqual([]);
      expect(transaction.at >= "2025-01-01T00:00:00.000Z" && transaction.at <= "2025-12-31T23:59:59.999Z").toBe(true);
    }
    for (const { customerId, at } of orders(drawn)) {
      expect(at >= (last.get(customerId as string) ?? "")).toBe(true);
      last.set(customerId as string, at);
    }
    expect(last.size).toBe(4000);
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
  });

  test("a refund follows its order, and takes back no more", () => {
    const byId = new Map(drawn.map((transaction) => [transaction.id, transaction]));
    const refunds = drawn.filter(({ kind }) => kind === "refund");
    let whole = 0;
    for (const refund of refunds) {
      const order = byId.get(refund.refundOf as string) as SyntheticTransaction;
      expect(refund.customerId).toBe(order.customerId);
      expect(refund.at > order.at).toBe(true);
      expect(minor(refund)).toBeLessThanOrEqual(minor(order));
      if (minor(refund) === minor(order)) whole++;
    }
    expect(refunds.length / orders(drawn).length).toBeCloseTo(0.05, 1);
    expect(whole / refunds.length).toBeGreaterThan(0.4);
    expect(whole / refunds.length).toBeLessThan(0.6);
  });

  test("lines add up to their order", () => {
    for (const transaction of drawn) {
      const sum = (transaction.lines ?? []).reduce((total, { net }) => total + parseMinorUnits(net, 2), 0);
      expect(sum).toBe(minor(transaction));
    }
    const counts = drawn.map(({ lines = [] }) => lines.length);
    expect(Math.min(...counts)).toBe(1);
    expect(Math.max(...counts)).toBe(5);
  });

  test("the same seed draws the same, another seed something else", () => {
    expect(draw({ lines: true })).toEqual(drawn);
    expect(draw({ seed: 2 })[0]).not.toEqual(drawn[0]);
    const plain = draw({ refunds: 0, guests: 0 });
    expect(plain).toEqual(orders(drawn).map(({ lines, ...order }) => order));
  });

  // BG/NBD: a customer with t weeks to go buys no second time with chance (alpha / (alpha + t))^r, which is integrated over t, uniform from 0 to T:
  // alpha^r ((alpha + T)^(1 - r) - alpha^(1 - r)) / (T (1 - r)), and T = 365 / 7.
  test("the share of customers with one order is that of the model", () => {
    const times = new Map<string, number>();
    for (const { customerId } of orders(drawn))
      times.set(customerId as string, (times.get(customerId as string) ?? 0) + 1);
    const once = [...times.values()].filter((count) => count === 1).length / 4000;
    const [r, alpha, weeks] = [0.243, 4.414, 365 / 7];
    const expected = (alpha ** r * ((alpha + weeks) ** (1 - r) - alpha ** (1 - r))) / (weeks * (1 - r));
    // Three standard errors of a share of 4,000.
    expect(Math.abs(once - expected)).toBeLessThan(3 * Math.sqrt((expected * (1 - expected)) / 4000));
  });

  // Gamma-Gamma: the mean order of a customer has mean p gamma / (q - 1) = 35.22 over customers. Of first orders, one for each customer, it is the plain mean.
  test("the mean first order is that of the model", () => {
    const firsts = orders(drawn)
      .filter(({ id }) => id.endsWith("-1"))
      .map(minor);
    const mean = firsts.reduce((sum, amount) => sum + amount, 0) / firsts.length / 100;
    const deviation = Math.sqrt(firsts.reduce((sum, amount) => sum + (amount / 100 - mean) ** 2, 0) / firsts.length);
    expect(Math.abs(mean - (6.25 * 15.44) / (3.74 - 1))).toBeLessThan((3 * deviation) / Math.sqrt(firsts.length));
  });

  test("guests, online orders and popular products come as often as was said", () => {
    const isGuest = ({ customerId }: SyntheticTransaction): boolean => customerId === null;
    expect(drawn.filter(isGuest).length / orders(drawn).length).toBeCloseTo(0.05, 1);
    expect(drawn.filter(({ mode }) => mode === "online").length / drawn.length).toBeCloseTo(0.6, 1);
    const skus = drawn.flatMap(({ lines = [] }) => lines.map(({ sku }) => sku));
    // Floor of 100^u is 1 for u below log(2) / log(100).
    expect(skus.filter((sku) => sku === "sku-1").length / skus.length).toBeCloseTo(Math.log(2) / Math.log(100), 1);
  });

  test("currencies without decimals, no customers, one day", () => {
    expect(draw({ customers: 5, currency: "JPY" }).every(({ amount }) => /^[1-9]\d*$/.test(amount))).toBe(true);
    expect(draw({ customers: 0 })).toEqual([]);
    expect(draw({ customers: 50, to: "2025-01-01" }).every(({ at }) => at.startsWith("2025-01-01"))).toBe(true);
  });

  test("habits may be other ones", () => {
    const regulars = draw({ customers: 50, habits: { r: 50, alpha: 50, a: 0.001, b: 50 } });
    expect(orders(regulars).length).toBeGreaterThan(50 * 15);
  });

  test("all bad options are named at once", () => {
    const bad = { customers: 1.5, seed: 0.5, to: "2024-12-31", refunds: 2, guests: -1, habits: { r: 0 } };
    try {
      draw(bad);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "INVALID_OPTIONS" });
      const { issues } = error as { issues: readonly { path: readonly string[] }[] };
      expect(issues.map(({ path }) => path.join("."))).toEqual([
        "customers",
        "seed",
        "to",
        "refunds",
        "guests",
        "habits.r",
      ]);
    }
    expect(() => draw({ from: "soon" })).toThrow(/INVALID_DAY at from/);
    expect(() => draw({ currency: "usd" })).toThrow(/INVALID_CURRENCY/);
  });
});

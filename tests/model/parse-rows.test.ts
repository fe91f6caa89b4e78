import { isClienteleError } from "clientele/core";
import {
  parseCases,
  parseContracts,
  parseCustomers,
  parseFeedback,
  parseProducts,
  parseTransactions,
  type RejectedRow,
} from "clientele/model";
import { describe, expect, test } from "vitest";

const found = (rejected: readonly RejectedRow[]): readonly unknown[] =>
  rejected.flatMap(({ index, issues }) =>
    issues.map(({ code, path, hint }) => [index, code, path.join("."), ...(hint === undefined ? [] : [hint])]),
  );

describe("parse functions", () => {
  test("one bad row does not lose the good ones, which come back themselves", () => {
    const good = { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" };
    const { transactions, rejected } = parseTransactions([good, null, good]);
    expect(transactions).toHaveLength(2);
    expect(transactions[0]).toBe(good);
    expect(rejected).toEqual([
      { index: 1, issues: [{ code: "INVALID_RECORD", path: [], expected: "an object", received: "null" }] },
    ]);
  });

  test("no rows make no records; generators are read once; batches go on counting", () => {
    expect(parseTransactions([])).toEqual({ transactions: [], rejected: [] });
    function* rows(): Generator<unknown> {
      yield { id: "ann" };
      yield { id: "" };
    }
    expect(parseCustomers(rows(), { firstIndex: 1000 }).rejected[0]?.index).toBe(1001);
  });

  test.each([[undefined], [null], ["id,name"], [{ id: "ann" }], [7]])("%j is no list of rows", (rows) => {
    try {
      parseCustomers(rows as unknown as Iterable<unknown>);
      expect.unreachable();
    } catch (error) {
      expect(isClienteleError(error, "INVALID_ROWS")).toBe(true);
    }
  });

  test("unknown fields are issues unless they are let pass", () => {
    const rows = [{ id: "ann", Name: "Ann", shoeSize: 38, address: { city: "Köln", zip: "50667" } }];
    expect(found(parseCustomers(rows).rejected)).toEqual([
      [0, "UNKNOWN_FIELD", "address.zip", 'Leave it out, or pass unknownFields: "ignore"'],
      [0, "UNKNOWN_FIELD", "Name", 'Did you mean "name"?'],
      [0, "UNKNOWN_FIELD", "shoeSize", 'Leave it out, or pass unknownFields: "ignore"'],
    ]);
    expect(parseCustomers(rows, { unknownFields: "ignore" })).toEqual({ customers: rows, rejected: [] });
  });

  test("what must hold between fields is checked, also where unknown fields are ignored", () => {
    const contract = { id: "k", customerId: "ann", start: "2026-03-01", end: "2026-02-28", colour: "red" };
    const { rejected } = parseContracts([contract], { unknownFields: "ignore" });
    expect(found(rejected)).toEqual([[0, "OUT_OF_ORDER", "end"]]);
  });

  test("nested faults say where they are", () => {
    const rating = { score: 4, scale: { lowest: 5, highest: 1 } };
    expect(found(parseFeedback([{ id: "f", customerId: null, at: "2026-01-05", rating }]).rejected)).toEqual([
      [0, "EMPTY_RATING_SCALE", "rating.scale.highest"],
    ]);
    const changes = [
      { at: "2026-01-06", status: "closed" },
      { at: "2026-01-05", status: "re-opened" },
    ];
    expect(
      found(parseCases([{ id: "c", customerId: "ann", openedAt: "2026-01-05", kind: "complaint", changes }]).rejected),
    ).toEqual([[0, "INVALID_CHOICE", "changes.1.status", 'Did you mean "reopened"?']]);
    const consents = [{ purpose: "marketing", status: "given" }];
    expect(found(parseCustomers([{ id: "ann", consents, contactPoints: "ann@example.org" }]).rejected)).toEqual([
      [0, "INVALID_LIST", "contactPoints"],
      [0, "MISSING_FIELD", "consents.0.at"],
    ]);
  });

  test("the price of a contract, money and the host's own fields", () => {
    const price = { amount: "9.90", currency: "usd", every: { months: 1, days: 1 } };
    expect(found(parseContracts([{ id: "k", customerId: "ann", start: "2026-03-01", price }]).rejected)).toEqual([
      [0, "INVALID_CURRENCY", "price.currency", 'Write "USD"'],
      [0, "INVALID_DURATION", "price.every"],
    ]);
    const product = { sku: "tea", cost: { amount: 2.5, currency: "USD" }, attributes: { origin: null } };
    expect(found(parseProducts([product]).rejected)).toEqual([
      [0, "INVALID_AMOUNT", "cost", 'Write {"amount":"2.5","currency":"USD"}'],
      [0, "INVALID_ATTRIBUTES", "attributes", 'Leave "origin" out, or write it as one of these'],
    ]);
  });

  test("a day may stand for any moment that is this day somewhere", () => {
    const openedAt = "2026-01-05"; // began in Auckland at 2026-01-04T11:00:00Z
    const base = { id: "c", customerId: "ann", kind: "question", openedAt };
    const rows = ["2026-01-04T11:30:00Z", "2026-01-04", "2026-01-04T09:00:00Z"].map((respondedAt) => ({
      ...base,
      respondedAt,
    }));
    expect(parseCases(rows).rejected.map(({ index }) => index)).toEqual([1, 2]);
  });
});

import { readFileSync } from "node:fs";
import { fold } from "clientele/ledger";
import {
  checkLoyaltyInvariants,
  compactAccount,
  deserializeAccount,
  loyaltyDecider,
  pointsBalance,
  pointsStatement,
  serializeAccount,
  upcastLoyaltyEvent,
} from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf, usd } from "./support/account.js";

describe("what the first version wrote", () => {
  // Written once by the first version: a history with every type of event, and its snapshot. Never written again.
  const file = new URL("./fixtures/account-1.json", import.meta.url);
  const { events, snapshot } = JSON.parse(readFileSync(file, "utf8")) as { events: unknown[]; snapshot: object };
  const stored = events.map(upcastLoyaltyEvent);
  const account = fold(loyaltyDecider(programOf()), stored);

  test("has every type of event, and folds to its snapshot without its programme", () => {
    expect(new Set(stored.map(({ event }) => event.type)).size).toBe(25);
    expect(deserializeAccount(JSON.stringify(snapshot))).toEqual(account);
    expect(JSON.parse(serializeAccount(account))).toEqual(snapshot);
  });

  test("still says the same", () => {
    expect(checkLoyaltyInvariants(account, "2026-12-01")).toEqual([]);
    expect(pointsBalance(account, "2026-12-01")).toEqual({ available: -175, pending: 0, held: 0, debt: 175 });
    const { closing, entries } = pointsStatement(stored, { from: "2025-01-01", to: "2027-01-01" });
    expect(closing).toBe(-175);
    expect(entries.reduce((sum, { points }) => sum + points, 0)).toBe(-175);
  });

  test("is folded from any point on", () => {
    for (let cut = 0; cut <= stored.length; cut++) {
      const head = deserializeAccount(serializeAccount(fold(loyaltyDecider(programOf()), stored.slice(0, cut))));
      expect(fold(loyaltyDecider(programOf()), stored.slice(cut), head)).toEqual(account);
    }
  });
});

describe("a compacted account", () => {
  const account = new Driven(programOf());
  for (let month = 1; month <= 6; month++) account.earn(`O${month}`, "100.00", `2026-0${month}-01T00:00:00Z`);
  const small = new Driven(
    account.program,
    compactAccount(account.state, { refundsBefore: "2026-04-01", keysBefore: "2026-03-01" }),
  );

  test("is smaller and has the same points", () => {
    expect(serializeAccount(small.state).length).toBeLessThan(serializeAccount(account.state).length);
    expect(pointsBalance(small.state, "2026-07-01")).toEqual(pointsBalance(account.state, "2026-07-01"));
    expect(checkLoyaltyInvariants(small.state, "2026-07-01")).toEqual([]);
  });

  test("takes nothing back for an order before the horizon, and the rest for one after it", () => {
    const refund = (orderId: string, amount: string) =>
      small.do({ type: "refund", at: "2026-07-01T00:00:00Z", orderId, cumulative: usd(amount) }).clawed;
    expect([refund("O3", "100.00"), refund("O4", "40.00")]).toEqual([0, 40]);
  });

  test("never earns twice: a forgotten key is refused, a new one finds the order", () => {
    const again = (key: string, month: number) => {
      const at = `2026-0${month}-01T00:00:00Z`;
      return small.refusal({ type: "earn", key, at, order: orderOf(`O${month}`, "100.00", at) })?.code;
    };
    expect([again("order:O1", 1), again("new", 2), again("new", 3), again("new", 6)]).toEqual([
      "KEY_FORGOTTEN",
      "KEY_FORGOTTEN",
      "ORDER_ALREADY_EARNED",
      "ORDER_ALREADY_EARNED",
    ]);
  });
});

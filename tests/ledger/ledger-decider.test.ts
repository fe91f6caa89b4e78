import { decideAll, fold, forgetKeys, type LedgerCommand } from "clientele/ledger";
import { specify } from "clientele/testing";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { earn, type PointsCommand, pointsAccount, redeem } from "./points-account.js";

const given = specify(pointsAccount);

describe("a repeated message", () => {
  test("has no effect and gets its first answer, however far the account has moved on", () => {
    given()
      .when(earn("order:99", 500))
      .expect({
        events: [{ version: 1, event: { type: "PointsEarned" } }],
        outcome: { credited: 500, balance: 500 },
        replayed: false,
      })
      .when(redeem("r1", 200))
      .expect({ outcome: { balance: 300 } })
      .when(earn("order:99", 500))
      .expect({ events: [], outcome: { credited: 500, balance: 500 }, replayed: true, state: { version: 2 } });
  });

  test("with another payload is refused", () => {
    given()
      .when(earn("order:99", 500))
      .expect()
      .when(earn("order:99", 501))
      .refuses("IDEMPOTENCY_CONFLICT", { key: "order:99" });
  });

  test("is recognised whatever the order of its properties and the spelling of its instant", () => {
    const { type, key, at, order, expiresAt } = earn("order:99", 500);
    given()
      .when(earn("order:99", 500))
      .expect()
      .when({ expiresAt, order: { points: order.points, id: order.id }, at: "2026-01-01T01:00:00+01:00", key, type })
      .expect({ replayed: true });
    expect(at).toBe("2026-01-01T00:00:00Z");
  });

  test("may carry other facts about the customer, another clock and another actor", () => {
    given()
      .when(
        earn("order:99", 500, { customer: { tier: "silver" }, recordedAt: "2026-01-01T00:00:05Z", actor: "till 1" }),
      )
      .expect()
      .when(earn("order:99", 500, { customer: { tier: "gold" }, recordedAt: "2026-01-02T00:00:00Z", actor: "retry" }))
      .expect({ replayed: true });
  });

  test("is looked up before the version is", () => {
    given()
      .when(earn("order:99", 500), { expectedVersion: 0 })
      .expect()
      .when(earn("order:99", 500), { expectedVersion: 0 })
      .expect({ replayed: true })
      .when(earn("order:99", 501), { expectedVersion: 0 })
      .refuses("IDEMPOTENCY_CONFLICT");
  });

  test("shares no key with a command of another type", () => {
    given()
      .when(earn("7", 500))
      .expect()
      .when(redeem("7", 100))
      .expect({ replayed: false, outcome: { balance: 400 } });
  });

  test("may name its key after anything", () => {
    for (const key of ["__proto__", "constructor", "toString", " ", "客户"]) {
      given().when(earn(key, 5)).expect({ replayed: false }).when(earn(key, 5)).expect({ replayed: true });
    }
  });
});

describe("what leaves no trace", () => {
  test("a refused command may be tried again under its key", () => {
    given()
      .when(redeem("r1", 50))
      .refuses("INSUFFICIENT_POINTS", { available: 0, shortfall: 50 })
      .when(earn("order:1", 50))
      .expect()
      .when(redeem("r1", 50))
      .expect({ replayed: false, outcome: { balance: 0 } });
  });

  test("a sweep without a key is decided anew each time", () => {
    given()
      .when(earn("order:1", 50))
      .expect()
      .when({ type: "sweep", at: "2027-01-01T00:00:00Z" })
      .expect({ outcome: { expired: 50 }, events: [{ event: { type: "PointsExpired" } }] })
      .when({ type: "sweep", at: "2027-01-02T00:00:00Z" })
      .expect({ outcome: { expired: 0 }, events: [], replayed: false });
  });
});

describe("two at once", () => {
  test("the second writer is told that the ledger has moved on", () => {
    const open = given().when(earn("order:1", 100)).expect();
    open.when(redeem("a", 100), { expectedVersion: 1 }).expect({ state: { version: 2 } });
    open
      .when(redeem("a", 100), { expectedVersion: 1 })
      .expect()
      .when(redeem("b", 100), { expectedVersion: 1 })
      .refuses("VERSION_CONFLICT", { expected: 1, actual: 2 })
      .when(redeem("b", 100), { expectedVersion: 2 })
      .refuses("INSUFFICIENT_POINTS");
  });

  test("a batch is decided one after another", () => {
    const { state } = decideAll(pointsAccount, [earn("order:1", 100)]);
    const batch = decideAll(pointsAccount, [redeem("a", 100), redeem("b", 100), earn("order:2", 5)], state);
    expect(batch.decisions.map((decision) => decision.ok)).toEqual([true, false, true]);
    expect(batch.refusals.map(({ index, error }) => [index, error.code])).toEqual([[1, "INSUFFICIENT_POINTS"]]);
    expect(batch.refusals[0]?.command).toEqual(redeem("b", 100));
    expect(batch.events.length).toBe(2);
    expect(batch.state.version).toBe(3);
  });

  test("a batch may stop at the first refusal", () => {
    const commands = [redeem("a", 1), earn("order:1", 100)];
    const batch = decideAll(pointsAccount, commands, pointsAccount.initialState(), { onRefusal: "stop" });
    expect(batch.decisions.length).toBe(1);
    expect(batch.events).toEqual([]);
  });

  test("a batch names the version before it, and replays when it is repeated whole", () => {
    const commands: PointsCommand[] = [earn("order:1", 100), redeem("a", 60)];
    const first = decideAll(pointsAccount, commands, pointsAccount.initialState(), { expectedVersion: 0 });
    expect(first.refusals).toEqual([]);
    const again = decideAll(pointsAccount, commands, first.state, { expectedVersion: 0 });
    expect(again.decisions.map((decision) => decision.ok && decision.replayed)).toEqual([true, true]);
    const late = decideAll(pointsAccount, [redeem("b", 1)], first.state, { expectedVersion: 0 });
    expect(late.refusals[0]?.error).toEqual({ code: "VERSION_CONFLICT", expected: 0, actual: 2 });
  });

  test("an empty batch changes nothing", () => {
    const { state, events, decisions } = decideAll(pointsAccount, []);
    expect({ state, events, decisions }).toEqual({ state: pointsAccount.initialState(), events: [], decisions: [] });
  });
});

describe("forgotten keys", () => {
  const march = { at: "2026-03-10T00:00:00Z" };
  const { state } = decideAll(pointsAccount, [earn("old", 10), earn("new", 20, march)]);
  const small = forgetKeys(state, "2026-03-01");
  const at = (ledger: typeof small, command: PointsCommand) => pointsAccount.decide(command, ledger);

  test("never let a command take effect twice", () => {
    expect(at(small, earn("old", 10))).toEqual({
      ok: false,
      error: { code: "KEY_FORGOTTEN", key: "old", forgottenBefore: "2026-03-01T00:00:00.000Z" },
      events: [],
    });
    expect(at(small, earn("new", 20, march))).toMatchObject({ ok: true, replayed: true });
    expect(at(small, earn("first", 1, march))).toMatchObject({ ok: true, replayed: false });
  });

  test("change nothing else, and a horizon never moves back", () => {
    expect({ ...small, answers: null }).toEqual({ ...state, answers: null });
    expect(forgetKeys(small, "2026-01-01")).toEqual(small);
    expect(forgetKeys(small, "2026-03-11").answers.shelves.flat().length).toBe(0);
  });

  test("folding the whole stream gives the exact answer", () => {
    const { events } = decideAll(pointsAccount, [earn("old", 10), earn("new", 20, march)]);
    expect(at(fold(pointsAccount, events), earn("old", 10))).toMatchObject({ ok: true, replayed: true });
  });
});

describe("a malformed command is thrown out", () => {
  const decide = (command: LedgerCommand): string => {
    const {
      code,
      path,
      hint = "",
    } = faultOf(() => pointsAccount.decide(command as PointsCommand, pointsAccount.initialState()));
    return `${code} ${path.join(".")} ${hint}`.trim();
  };

  test.each([
    ["an unknown type", { ...earn("k", 1), type: "ern" }, 'UNKNOWN_COMMAND type Did you mean "earn"?'],
    ["an inherited name", { ...earn("k", 1), type: "toString" }, "UNKNOWN_COMMAND type"],
    ["an empty key", earn("", 1), "INVALID_COMMAND key"],
    ["a number as key", { ...earn("k", 1), key: 7 as unknown as string }, "INVALID_COMMAND key"],
    ["an instant nobody can read", earn("k", 1, { at: "yesterday" }), "INVALID_INSTANT at"],
    ["NaN in the payload", earn("k", Number.NaN), "NOT_JSON order.points"],
  ])("%s", (_, command, thrown) => {
    expect(decide(command)).toBe(thrown);
  });
});

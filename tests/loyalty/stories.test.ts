import { expiringPoints, openLots, pointsStatement, projectTier, tierProgress, tierStatus } from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf } from "./support/account.js";

describe("a supermarket: points for yuan, double on members' day, everything cleared at the end of the year", () => {
  const program = programOf({
    timeZone: "Asia/Shanghai",
    type: { expiry: { type: "after-earn", after: { months: 0 }, through: "local-year" } },
    rule: { rates: { CNY: { points: "1", per: "1.00" } } },
    earning: { promotions: [{ id: "members-day", times: "2", days: { type: "month-days", days: [8, 18, 28] } }] },
    redemption: { points: 100, worth: { amount: "1.00", currency: "CNY" }, multiplesOf: 100 },
  });
  const yuan = { currency: "CNY" };
  const account = new Driven(program);

  test("the 8th begins at midnight in Shanghai, and ends there", () => {
    const credited = [
      ["A", "2026-03-07T15:59:59.999Z"],
      ["B", "2026-03-07T16:00:00Z"],
      ["C", "2026-03-08T15:59:59.999Z"],
      ["D", "2026-03-08T16:00:00Z"],
    ].map(([id, at]) => account.earn(id as string, "120.50", at as string, yuan).points);
    expect(credited).toEqual([120, 241, 241, 120]);
  });

  test("members are told in December, and on New Year's midnight all is gone", () => {
    expect(expiringPoints(account.state, "2026-12-10", { within: { days: 30 }, timeZone: "Asia/Shanghai" })).toEqual([
      { expiresAt: "2026-12-31T16:00:00.000Z", points: 722 },
    ]);
    expect(account.refusal({ type: "redeem", at: "2026-12-20T10:00:00+08:00", points: 650 })).toMatchObject({
      code: "NOT_A_MULTIPLE",
    });
    account.do({ type: "redeem", at: "2026-12-20T10:00:00+08:00", points: 700 });
    expect([account.at("2026-12-31T15:59:59.999Z"), account.at("2026-12-31T16:00:00Z")]).toEqual([22, 0]);
    const { entries } = pointsStatement(account.events, {
      from: "2026-12-01",
      to: "2027-02-01",
      timeZone: "Asia/Shanghai",
    });
    expect(entries.map(({ points, balance }) => [points, balance])).toEqual([
      [-700, 22],
      [-22, 0],
    ]);
  });

  test("what is bought on New Year's Eve goes the same night; a minute later it has a year", () => {
    const late = new Driven(program);
    late.earn("E", "50.00", "2026-12-31T15:59:00Z", yuan);
    late.earn("F", "50.00", "2026-12-31T16:00:00Z", yuan);
    expect(openLots(late.state, "2026-12-31T15:59:30Z").map(({ expiresAt }) => expiresAt)).toEqual([
      "2026-12-31T16:00:00.000Z",
      "2027-12-31T16:00:00.000Z",
    ]);
  });
});

describe("an airline: miles to spend and status points, a year at a time, with a soft landing", () => {
  const status = programOf({
    timeZone: "Europe/Berlin",
    ...({
      pointTypes: [
        { id: "miles", expiry: { type: "inactivity", after: { months: 36 }, activity: ["earn", "redeem"] } },
        { id: "status", expiry: { type: "after-earn", after: { months: 0 }, through: "local-year" } },
      ],
    } as object),
    earning: {
      rules: [
        { id: "miles", pointType: "miles", rates: { EUR: { points: "4", per: "1.00" } } },
        { id: "segments", pointType: "status", points: 20, each: "piece" },
      ],
    },
    redemption: { pointType: "miles", points: 1000, worth: { amount: "5.00", currency: "EUR" } },
    tiers: {
      basis: "qualifying-points",
      pointType: "status",
      window: { type: "calendar", period: "year" },
      validThrough: "end-of-next-period",
      downgrade: "one-down",
      levels: [
        { id: "silver", from: "60", benefits: [{ id: "lounge", uses: 2 }] },
        { id: "gold", from: "160", benefits: [{ id: "lounge" }] },
      ],
    },
  });
  const flight = (id: string, at: string, segments: number) =>
    orderOf(id, "200.00", at, {
      currency: "EUR",
      lines: Array.from({ length: segments }, (_, index) => ({
        sku: `leg-${index}`,
        net: (200 / segments).toFixed(2),
      })),
    });

  test("one flight gives both kinds, and only status counts for the tier", () => {
    const member = new Driven(status);
    const first = member.do({
      type: "earn",
      key: "F1",
      at: "2026-03-01T08:00:00Z",
      order: flight("F1", "2026-03-01T08:00:00Z", 4),
    });
    expect(first.byType).toEqual({ miles: 800, status: 80 });
    expect(tierStatus(member.state, status, "2026-03-01T08:00:00Z")).toMatchObject({
      tier: "silver",
      validThrough: "2027-12-31T23:00:00.000Z",
    });
    expect(tierProgress(member.state, status, "2026-04-01").next).toEqual({ tier: "gold", missing: 80 });
    expect(projectTier(member.state, status, { order: flight("F2", "2026-05-01T08:00:00Z", 4) }).tier).toBe("gold");
    member.do({ type: "redeem", at: "2026-04-01T08:00:00Z", points: 800, pointType: "miles" });
    expect(tierStatus(member.state, status, "2026-04-02").tier).toBe("silver");
  });

  test("a gold member who stops flying lands softly: gold, silver, nothing", () => {
    const member = new Driven(status);
    for (const [id, at] of [
      ["F1", "2026-03-01T08:00:00Z"],
      ["F2", "2026-05-01T08:00:00Z"],
    ] as const) {
      member.do({ type: "earn", key: id, at, order: flight(id, at, 4) });
    }
    const tierAt = (at: string) => tierStatus(member.state, status, at).tier;
    expect(
      [
        "2026-05-01T08:00:00Z",
        "2027-12-31T22:59:59.999Z",
        "2027-12-31T23:00:00Z",
        "2028-12-31T22:59:59.999Z",
        "2028-12-31T23:00:00Z",
      ].map(tierAt),
    ).toEqual(["gold", "gold", "silver", "silver", null]);
  });

  test("silver has the lounge twice a year, gold as often as it likes", () => {
    const member = new Driven(status);
    const use = (at: string) => member.try({ type: "use-benefit", at, benefitId: "lounge" });
    expect(use("2026-02-01T00:00:00Z")).toMatchObject({ error: { code: "BENEFIT_NOT_AVAILABLE" } });
    member.do({ type: "earn", key: "F1", at: "2026-03-01T08:00:00Z", order: flight("F1", "2026-03-01T08:00:00Z", 4) });
    expect([use("2026-04-01T00:00:00Z"), use("2026-04-02T00:00:00Z"), use("2026-04-03T00:00:00Z")]).toMatchObject([
      { outcome: { left: 1 } },
      { outcome: { left: 0 } },
      { error: { code: "BENEFIT_NOT_AVAILABLE", benefitId: "lounge" } },
    ]);
    expect(use("2027-01-02T00:00:00Z")).toMatchObject({ outcome: { left: 1 } });
    member.do({
      type: "grant-tier",
      at: "2027-01-03T00:00:00Z",
      tier: "gold",
      until: "2027-07-01",
      reason: "goodwill",
      actor: "kim",
    });
    expect(use("2027-01-04T00:00:00Z")).toMatchObject({ outcome: { left: null } });
    expect(tierStatus(member.state, status, "2027-06-30T21:59:59.999Z")).toMatchObject({
      tier: "gold",
      granted: { reason: "goodwill" },
    });
    expect(tierStatus(member.state, status, "2027-06-30T22:00:00Z").tier).toBe("silver");
  });
});

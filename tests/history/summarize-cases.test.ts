import { summarizeCases } from "clientele/history";
import type { Case } from "clientele/model";
import fc from "fast-check";
import { expect, it } from "vitest";

const open = (id: string, more: Partial<Case> = {}): Case => ({
  id,
  customerId: id,
  openedAt: "2026-03-01T00:00:00Z",
  kind: "complaint",
  ...more,
});
const change = (hour: number, status: NonNullable<Case["changes"]>[number]["status"]) => ({
  at: new Date(Date.UTC(2026, 2, 1, hour)).toISOString(),
  status,
});
const due = { high: { hours: 10 }, low: { days: 2 } } as const;

it("times what ran by the clock: not while the customer is waited for, nor between a resolution and a reopening", () => {
  const waited = open("a", {
    severity: "high",
    respondedAt: "2026-03-01T02:00:00Z",
    changes: [
      change(3, "waiting-for-customer"),
      change(30, "in-progress"),
      change(37, "resolved"),
      change(38, "closed"),
    ],
  });
  const reopened = open("b", {
    severity: "high",
    respondedAt: "2026-03-01T04:00:00Z",
    changes: [change(4, "resolved"), change(20, "reopened"), change(27, "resolved")],
  });
  const { groups, overdue } = summarizeCases([waited, reopened], { asOf: "2026-03-09", due });
  expect(groups).toEqual([
    {
      value: "complaint",
      cases: 2,
      open: 0,
      reopened: 1,
      late: 1,
      responded: 2,
      medianResponseHours: 3,
      resolved: 2,
      medianResolutionHours: 10.5,
    },
  ]);
  expect(overdue).toEqual([]);
});

it("reads nothing later than asOf: an answer, a resolution, a case of tomorrow", () => {
  const cases = [
    open("a", { severity: "high", respondedAt: "2026-03-02T00:00:00Z", changes: [change(40, "resolved")] }),
    open("b", { severity: "low" }),
    open("c", { openedAt: "2026-03-05" }),
  ];
  const { groups, overdue, ignored } = summarizeCases(cases, { asOf: "2026-03-01T12:00:00Z", due });
  expect(groups).toMatchObject([{ cases: 2, open: 2, late: 1, responded: 0, medianResponseHours: null, resolved: 0 }]);
  expect(overdue).toEqual([{ caseId: "a", customerId: "a", hoursOverdue: 2 }]);
  expect(ignored).toEqual({ afterAsOf: 1 });
});

it("is on time to the very hour, and lists the longest overdue first", () => {
  const late = (asOf: string): string[] =>
    summarizeCases([open("b", { severity: "low" }), open("a", { severity: "high" })], { asOf, due }).overdue.map(
      ({ caseId }) => caseId,
    );
  expect(late("2026-03-01T10:00:00Z")).toEqual([]);
  expect(late("2026-03-01T10:00:00.001Z")).toEqual(["a"]);
  expect(late("2026-03-03T00:00:00.001Z")).toEqual(["a", "b"]);
});

it("groups by stage, product or person, what does not say last", () => {
  const cases = [open("1", { stage: "sale" }), open("2"), open("3"), open("4"), open("5", { stage: "pre-sale" })];
  const values = summarizeCases(cases, { asOf: "2026-03-09", by: "stage" }).groups.map(({ value, cases: n }) => [
    value,
    n,
  ]);
  expect(values).toEqual([
    ["pre-sale", 1],
    ["sale", 1],
    [null, 3],
  ]);
  expect(summarizeCases([], { asOf: "2026-03-09" }).groups).toEqual([]);
});

it("refuses rows and options with their place", () => {
  const asOf = "2026-03-09";
  expect(() => summarizeCases([open("1", { kind: "joke" as never })], { asOf })).toThrow("cases[0].kind");
  expect(() => summarizeCases([], { asOf, due: { urgent: { hours: 1 } } as never })).toThrow(
    "INVALID_OPTIONS at due.urgent",
  );
  expect(() => summarizeCases([], { asOf, due: { low: {} as never } })).toThrow("INVALID_DURATION at due.low");
  expect(() => summarizeCases([], { asOf, by: "colour" as never })).toThrow("INVALID_OPTIONS at by");
  expect(() => summarizeCases([], {} as never)).toThrow("asOf");
  expect(() => summarizeCases(5 as never, { asOf })).toThrow("INVALID_ROWS");
});

// Seen to fail where the clock also ran through what was waited for.
it("law: the clock is the hours of the statuses in which it runs", () => {
  const status = fc.constantFrom(
    "acknowledged",
    "in-progress",
    "waiting-for-customer",
    "reopened",
    "resolved" as const,
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
      fc.array(status, { minLength: 8 }),
      (hours, names) => {
        const changes = [...hours].sort((a, b) => a - b).map((hour, i) => change(hour, names[i] as "resolved"));
        const last = [...changes, change(61, "resolved")];
        let ran = 0;
        for (let hour = 0; hour < 61; hour++) {
          const now = changes.filter(({ at }) => at <= change(hour, "closed").at).at(-1)?.status ?? "in-progress";
          if (now !== "waiting-for-customer" && now !== "resolved") ran++;
        }
        const [group] = summarizeCases([open("a", { changes: last })], { asOf: "2026-03-09" }).groups;
        expect(group?.medianResolutionHours).toBe(ran);
      },
    ),
  );
});

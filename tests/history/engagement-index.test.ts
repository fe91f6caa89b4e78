import { type EngagementOptions, engagementIndex, summarizeInteractions } from "clientele/history";
import type { Interaction } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const asOf = "2026-04-01T00:00:00Z";
const ago = (days: number): string => new Date(Date.parse(asOf) - days * 86_400_000).toISOString();
const met = (days: number, more: Partial<Interaction> = {}): Interaction => ({
  id: String(made++),
  customerId: "ann",
  at: ago(days),
  kind: "view",
  ...more,
});
let made = 0;

function engagementOf(rows: readonly Interaction[], options?: EngagementOptions) {
  const { engagement } = engagementIndex(summarizeInteractions(rows, { asOf, customerIds: ["ann"] }), options).at(0);
  return engagement.status === "known" ? engagement.value : undefined;
}

describe("engagementIndex", () => {
  test("halves by half-lives, active days and kinds, and takes their mean", () => {
    const rows = [met(30), met(31), met(32), met(33), met(30, { kind: "call" })];
    expect(engagementOf(rows)).toEqual({
      index: 50,
      recency: 0.5,
      frequency: 0.5,
      breadth: 0.5,
      activeDays: 4,
      kinds: 2,
    });
  });

  test("weights are relative", () => {
    const rows = [met(30)];
    const onlyRecency = { weights: { recency: 5, frequency: 0, breadth: 0 } };
    expect(engagementOf(rows, onlyRecency)?.index).toBe(50);
  });

  test("what the business began says nothing of the customer", () => {
    expect(engagementOf([met(1, { direction: "outbound" })])).toBeUndefined();
    expect(engagementOf([met(40), met(1, { direction: "outbound" })])).toEqual(engagementOf([met(40)]));
  });

  test("a customer without interactions is unknown; one long gone is known to be near 0", () => {
    const summary = summarizeInteractions([], { asOf, customerIds: ["ann"] });
    expect(engagementIndex(summary).at(0).engagement).toEqual({
      status: "unknown",
      missing: ["interactions"],
      reasons: [],
    });
    expect(engagementOf([met(900)])?.index).toBeLessThan(0.001);
    expect(engagementOf([met(900)])).toMatchObject({ frequency: 0, breadth: 0, activeDays: 0 });
  });

  test("the time looked back is open at its start, in the zone's own days", () => {
    expect(engagementOf([met(90)])?.activeDays).toBe(0);
    expect(engagementOf([met(90, { at: new Date(Date.parse(ago(90)) + 1) })])?.activeDays).toBe(1);
    // 90 wall-clock days before 00:00 UTC in New York begin in winter time, an hour later than 90 × 24 h before.
    const rows = [met(90, { at: new Date(Date.parse(ago(90)) + 1_800_000) })];
    const inNewYork = summarizeInteractions(rows, { asOf, timeZone: "America/New_York" });
    expect(engagementIndex(inNewYork).at(0).engagement).toMatchObject({ value: { activeDays: 0 } });
  });

  test("refuses options without meaning", () => {
    const code = (options: EngagementOptions) => faultOf(() => engagementOf([], options)).code;
    expect(code({ halfDays: 0 })).toBe("INVALID_OPTIONS");
    expect(code({ halfKinds: Number.NaN })).toBe("INVALID_OPTIONS");
    expect(code({ weights: { recency: 0, frequency: 0, breadth: 0 } })).toBe("INVALID_OPTIONS");
    expect(code({ weights: { recency: -1, frequency: 2, breadth: 0 } })).toBe("INVALID_OPTIONS");
    expect(code({ halfLife: { days: 1, weeks: 1 } as never })).toBe("INVALID_DURATION");
  });

  // Seen to fail when breadth is taken over all time.
  test("law: lies between 0 and 100, and one more interaction never lowers it", () => {
    const kinds = fc.constantFrom("view" as const, "call" as const, "visit" as const);
    const interaction = fc
      .record({ days: fc.integer({ min: 0, max: 200 }), kind: kinds })
      .map(({ days, kind }) => met(days, { kind }));
    fc.assert(
      fc.property(fc.array(interaction, { minLength: 1, maxLength: 12 }), interaction, (rows, more) => {
        const before = engagementOf(rows);
        const after = engagementOf([...rows, more]);
        expect(before?.index).toBeGreaterThanOrEqual(0);
        expect(after?.index).toBeLessThanOrEqual(100);
        expect(after?.index).toBeGreaterThanOrEqual(before?.index as number);
        const recent = rows.filter(({ at }) => Date.parse(String(at)) > Date.parse(ago(90)));
        expect(before?.kinds).toBe(new Set(recent.map(({ kind }) => kind)).size);
        expect(before?.activeDays).toBe(new Set(recent.map(({ at }) => String(at).slice(0, 10))).size);
      }),
    );
  });
});

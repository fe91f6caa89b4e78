import { parseDay } from "clientele/core";
import type { Contract } from "clientele/model";
import { expect, test } from "vitest";
import { contractStandings } from "../../src/lifecycle/shared.js";

const contract = (customerId: string, parts: Partial<Contract>): Contract => ({
  id: `of ${customerId} from ${parts.start}`,
  customerId,
  start: "2025-01-01",
  ...parts,
});
const base = { asOf: "2025-06-01T21:59:59.999Z", timeZone: "Europe/Berlin" };
const rules = { contractEndsWithin: { days: 30 } };

test("tells how each customer's contracts stand, in the base's zone, without those that have not begun", () => {
  const standings = contractStandings(
    base,
    [
      contract("runs", {}),
      contract("again", { end: "2025-02-28" }),
      contract("again", { start: "2025-03-02" }),
      contract("seamless", { end: "2025-02-28" }),
      contract("seamless", { start: "2025-03-01" }),
      contract("ends", { end: "2025-07-01" }),
      contract("lasts", { end: "2025-07-02" }),
      contract("renews", { end: "2025-06-15", renews: true }),
      contract("cancelled", { end: "2025-06-15", renews: true, cancellation: { at: "2025-05-01", by: "customer" } }),
      contract("last day", { end: "2025-06-01" }),
      contract("ended", { end: "2025-05-31" }),
      contract("later", { start: "2025-06-02" }),
    ],
    rules,
  );
  const day = (text: string) => parseDay(text);
  const runs = { kind: "runs", first: day("2025-01-01"), since: day("2025-01-01"), ended: undefined };
  expect(Object.fromEntries(standings)).toEqual({
    runs,
    again: { ...runs, since: day("2025-03-02"), ended: day("2025-02-28") },
    seamless: runs,
    ends: { kind: "ends", end: day("2025-07-01"), cancelled: false },
    lasts: runs,
    renews: runs,
    cancelled: { kind: "ends", end: day("2025-06-15"), cancelled: true },
    "last day": { kind: "ends", end: day("2025-06-01"), cancelled: false },
    ended: { kind: "ended", end: day("2025-05-31") },
  });
});

test("nobody's contracts are nobody's standing", () => {
  expect(contractStandings(base, [], rules).size).toBe(0);
});

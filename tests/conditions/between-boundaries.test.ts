import { between, compileCondition, conditions } from "clientele/conditions";
import { defineSchema } from "clientele/model";
import { expect, test } from "vitest";

const schema = defineSchema({ collections: { visit: { timed: true, fields: {} } }, attributes: {} });
const { each } = conditions(schema);

/** Whether a visit at an instant lies in a window, judged in a zone. */
const isIn = (at: string, start: string | undefined, end: string | undefined, timeZone = "UTC") =>
  compileCondition(
    each("visit")
      .within(between(start as string, end))
      .count()
      .gte(1),
    schema,
    {
      asOf: "2027-01-01",
      timeZone,
    },
  ).matches({ attributes: {}, collections: { visit: [{ at }] } });

// Seen to fail with a bare end day that holds its own day, and with a start or an end that is on the other side of its instant.
test.each([
  ["UTC", "2026-03-09T23:59:59.999Z", false],
  ["UTC", "2026-03-10T00:00:00.000Z", true],
  ["UTC", "2026-03-10T00:00:00.001Z", true],
  ["UTC", "2026-03-11T23:59:59.999Z", true],
  ["UTC", "2026-03-12T00:00:00.000Z", false],
  ["UTC", "2026-03-12T00:00:00.001Z", false],
  ["Asia/Shanghai", "2026-03-09T15:59:59.999Z", false],
  ["Asia/Shanghai", "2026-03-09T16:00:00.000Z", true],
  ["Asia/Shanghai", "2026-03-11T15:59:59.999Z", true],
  ["Asia/Shanghai", "2026-03-11T16:00:00.000Z", false],
])("[2026-03-10, 2026-03-12) in %s: %s is in it: %s", (timeZone, at, isInside) => {
  expect(isIn(at, "2026-03-10", "2026-03-12", timeZone)).toBe(isInside);
  expect(isIn(at, "2026-03-10T00:00+00:00", undefined)).toBe(Date.parse(at) >= Date.UTC(2026, 2, 10));
  expect(isIn(at, "2026-03-01", at, timeZone)).toBe(false);
  expect(isIn(at, at, "2026-12-31", timeZone)).toBe(true);
});

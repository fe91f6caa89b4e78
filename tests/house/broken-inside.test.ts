import { renameFields } from "clientele/conditions";
import { isClienteleError } from "clientele/core";
import { withFacts } from "clientele/history";
import { deferredRevenue } from "clientele/loyalty";
import { defineSchema, factTable } from "clientele/model";
import { calibratedRate } from "clientele/scorecards";
import { membershipChanges, rfmMaps, segmentByRfm, segmentMigration, validateRfmMap } from "clientele/segmentation";
import { expect, test } from "vitest";

const map = rfmMaps["rf-grid-10"];
const usd = { amount: "1.00", currency: "USD" };
const classes = { customerIds: ["ann"], classes: ["new"] };
const members = { members: ["ann"], unknown: [] };
const table = factTable(defineSchema({ attributes: {} }), [{ customerId: "ann", attributes: {} }], {
  asOf: "2026-04-01",
});
const spend = defineSchema({ attributes: { spend: { type: "number" } } });
const broken: readonly unknown[] = [null, undefined, Number.NaN, 5, "x", {}, [null], { a: null }];

// Seen to fail with raw type errors, and with NaN as a rate.
test.each<readonly [string, (wrong: never) => unknown]>([
  ["the segments of a map", (segments) => validateRfmMap({ ...map, segments })],
  ["one segment of a map", (name) => validateRfmMap({ ...map, segments: [...map.segments, name] })],
  ["a map to segment by", (segments) => segmentByRfm({} as never, { ...map, segments })],
  [
    "the part of a condition",
    (over) => renameFields({ type: "none", over }, { collections: { order: { name: "sale" } } }),
  ],
  ["what a condition is of", (of) => renameFields({ type: "not", of }, { attributes: { spend: "net" } })],
  ["classes", (wrong) => segmentMigration(classes, { ...classes, classes: wrong })],
  ["customers", (customerIds) => segmentMigration({ ...classes, customerIds }, classes)],
  ["members", (wrong) => membershipChanges({ ...members, members: wrong } as never, members as never)],
  ["unknown members", (unknown) => membershipChanges(members as never, { ...members, unknown } as never)],
  ["a column", (column) => withFacts(table, spend.attributes, { spend: column })],
  ["a point of a calibration", (point) => calibratedRate([[0, 0.1], point], 3)],
  [
    "a rate of a calibration",
    (rate) =>
      calibratedRate(
        [
          [0, 0.1],
          [5, rate],
        ],
        3,
      ),
  ],
  ["a price", (price) => deferredRevenue({ price, points: 10, pointPrice: usd }, [])],
  ["the price of a point", (pointPrice) => deferredRevenue({ price: usd, points: 10, pointPrice }, [])],
])("%s that JSON or plain JavaScript broke is refused or listed by name", (_, call) => {
  for (const wrong of broken) {
    try {
      expect(call(wrong as never)).not.toBeNaN();
    } catch (error) {
      expect([wrong, isClienteleError(error) || error]).toEqual([wrong, true]);
    }
  }
});

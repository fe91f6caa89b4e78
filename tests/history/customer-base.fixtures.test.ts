import { readdirSync, readFileSync } from "node:fs";
import { baseAt, type DehydratedBase, dehydrateBase, dimensionRows, hydrateBase } from "clientele/history";
import { expect, test } from "vitest";

// A base as each released version wrote it, kept for ever: whoever stored one must be able to go on.
// The orders behind it: two of ann's, one of ben's that was refunded whole, a refund of cleo's without its order, a guest's; dora is listed;
// a test order, a staff order and one after asOf were left out.
const folder = new URL("./fixtures/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.startsWith("customer-base-"));

test.each(files)("%s tells what it told", (file) => {
  const stored = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as DehydratedBase;
  const base = hydrateBase(stored);
  expect([...base].map(({ customerId, orders, lastPurchase, net }) => [customerId, orders, lastPurchase, net])).toEqual(
    [
      ["ann", 2, "2026-03-03", "200.00"],
      ["ben", 0, null, "0.00"],
      ["cleo", 0, null, "-5.00"],
      ["dora", 0, null, "0.00"],
    ],
  );
  expect(base.ignored).toEqual({ afterAsOf: 1, anonymous: 1, notCompleted: 1, excluded: 1 });
  expect(base.warnings.map(({ code }) => code)).toEqual([
    "history.excluded",
    "history.unlinked-refund",
    "history.net-not-positive",
  ]);
  expect(base.totals.anonymous.net).toBe("9.90");
  expect(Array.from(base.calendar.measures.cost ?? [])).toEqual([8_000, 0, 2_000, 0, 0]);
  expect(baseAt(base, "2026-02-19").get("ben")).toMatchObject({ orders: 1, net: "45.50" });
});

// 0.1 kept no costs by value: they are unstated, not zero. The 80.00 of ann's first tea order are known since 0.2.
test.each([
  ["0.1", [0, 0, 0, 0, 0], [1, 1, 1, 1, 1]],
  ["0.2", [8_000, 0, 2_000, 0, 0], [0, 1, 0, 0, 0]],
])("%s tells the costs of a dimension, or that nothing states them", (version, costs, unstated) => {
  const stored = JSON.parse(readFileSync(new URL(`customer-base-${version}.json`, folder), "utf8")) as DehydratedBase;
  const { costMinor, unstatedCost } = dimensionRows(hydrateBase(stored), "channel");
  expect([Array.from(costMinor!), Array.from(unstatedCost!)]).toEqual([costs, unstated]);
});

test("the newest fixture is what this version writes", () => {
  const newest = files[files.length - 1] as string;
  const stored = JSON.parse(readFileSync(new URL(newest, folder), "utf8")) as DehydratedBase;
  expect(JSON.parse(JSON.stringify(dehydrateBase(hydrateBase(stored))))).toEqual(stored);
});

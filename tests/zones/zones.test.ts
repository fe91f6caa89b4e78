import { join } from "node:path";
import { expect, test } from "vitest";
import { node, root } from "../support/checkout.js";

const pipeline = join(root, "tests/zones/pipeline.mjs");
const under = async (timeZone: string): Promise<string[]> => {
  // The machine's zone really changes: a plain Date says another hour.
  const hour = "data:text/javascript,console.log(new Date(0).getHours())";
  return (await node(root, ["--import", hour, pipeline], { TZ: timeZone })).trim().split("\n");
};

test("the whole pipeline gives the same bytes under four process zones", { timeout: 120_000 }, async () => {
  const utc = await under("UTC");
  const others = await Promise.all(["America/New_York", "Asia/Shanghai", "Pacific/Apia"].map(under));
  expect(utc.length).toBeGreaterThan(4);
  for (const [, ...digests] of others) expect(digests).toEqual(utc.slice(1));
  expect(new Set([utc, ...others].map(([hour]) => hour)).size).toBe(4);
});

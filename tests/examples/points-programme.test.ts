import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/checkout.js";
import { superstoreLines } from "../support/superstore.js";

function printed(...args: readonly string[]): string {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error("there is no build: run `npm run build` first");
  const script = ["examples/points-programme/main.mjs", ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, script, { cwd: root, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout;
}

/** Cents of each Superstore order, summed from the file itself. */
function orderCents(): number[] {
  const orders = new Map<string, number>();
  for (const line of superstoreLines()) {
    const id = line["Order ID"] as string;
    orders.set(id, (orders.get(id) ?? 0) + Math.round(Number(line.Sales) * 1e4));
  }
  return [...orders.values()].map((units) => Math.round(units / 100));
}

describe("a points programme over the Superstore orders", () => {
  const text = printed();
  const row = (name: string): string[] => (text.match(new RegExp(`^${name} +(.+)$`, "m"))?.[1] ?? "").split(/ {2,}/);
  const points = (name: string): number[] => row(name).map((cell) => Number(cell.replaceAll(",", "")));

  it("issues a point for every whole 10 dollars of an order, and 370 orders earn nothing", () => {
    const earned = orderCents().map((cents) => Math.floor(cents / 1000));
    const issued = earned.reduce((all, each) => all + each, 0);
    expect(points("points issued")).toEqual([issued, issued]);
    expect(earned.filter((each) => each === 0)).toHaveLength(370);
    expect(points("orders earning nothing")).toEqual([370, 370]);
    const lost = orderCents().reduce((all, cents) => all + cents, 0) / 1000 - issued;
    expect(points("points lost to rounding")[0]).toBeCloseTo(lost, 6);
  });

  it("loses no point: issued is redeemed, expired or outstanding", () => {
    const [issued, redeemed, expired, outstanding] = ["issued", "redeemed", "expired", "outstanding"].map((what) =>
      points(`points ${what}`),
    ) as [number[], number[], number[], number[]];
    for (const run of [0, 1]) {
      expect(issued[run]).toBe((redeemed[run] as number) + (expired[run] as number) + (outstanding[run] as number));
      expect(points("liability, USD")[run]).toBeCloseTo((outstanding[run] as number) / 5, 6);
    }
    expect(redeemed[1]).toBeGreaterThan(0);
  });

  it("gives the accounts that real commands lead to", () => {
    expect(text).toContain("The accounts: 793 members, 82,075 points, 16,415.00 USD owed, 0 faults");
    expect(text).toContain("as simulated: true");
  });

  it("shares the members out among the tiers", () => {
    const members = ["below the first", "silver", "gold", "platinum"].map((tier) => points(tier)[0] as number);
    expect(members.reduce((all, each) => all + each, 0)).toBe(793);
    expect(members.every((each) => each > 0)).toBe(true);
  });

  it("prints a statement that adds up", () => {
    const lines = [...text.matchAll(/^\d{4}-\d\d-\d\d +(-?[\d,]+) +(-?[\d,]+) {2,}\S/gm)];
    expect(lines.length).toBeGreaterThan(3);
    const moved = lines.reduce((all, line) => all + Number(line[1]?.replaceAll(",", "")), 0);
    const ends = ["opening", "closing"].map((end) =>
      Number(text.match(new RegExp(`^${end} +([\\d,]+)`, "m"))?.[1]?.replaceAll(",", "")),
    );
    expect((ends[0] as number) + moved).toBe(ends[1]);
  });

  it("says why in Chinese too", () => {
    expect(printed("--lang", "zh-CN")).toMatch(/积分/);
  });
});

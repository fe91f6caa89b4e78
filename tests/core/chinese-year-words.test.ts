import { join } from "node:path";
import { expect, it } from "vitest";
import { node, root } from "../support/checkout.js";

it("the table in src is what its script writes from lunar-typescript", async () => {
  const said = await node(root, [join(root, "scripts/chinese-year-words.mjs"), "--check"]);
  expect(said.trim()).toBe("201 Chinese years are those of lunar-typescript");
});

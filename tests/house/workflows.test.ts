import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultsOfRelease } from "../../scripts/check-release.mjs";
import { root } from "../support/checkout.js";

const folder = join(root, ".github/workflows");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe.each(readdirSync(folder))("the workflow %s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");

  it("holds no secret and no address, and may only read unless a job says more", () => {
    expect(text).not.toMatch(/secrets\.|https?:|registry/);
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
  });

  it("runs what the checkout has", () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    const files = [...text.matchAll(/node (scripts\/\S+)/g)].map(([, name = ""]) => name);
    expect(files.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it("stops by itself: every job has a time limit", () => {
    const jobs = text.slice(text.indexOf("\njobs:")).match(/^ {2}\w+:$/gm) ?? [];
    expect(jobs.length).toBeGreaterThan(0);
    expect(text.match(/timeout-minutes: /g)).toHaveLength(jobs.length);
  });
});

describe("a release", () => {
  const sound = {
    manifest: { version: "0.1.0", repository: "a/b" },
    lock: { version: "0.1.0", packages: { "": { version: "0.1.0" } } },
    changelog: "# clientele\n\n## 0.1.0\n",
  };

  it("is sound where tag, package, lock and changelog agree", () => {
    expect(faultsOfRelease("v0.1.0", sound)).toEqual([]);
  });

  it.each([
    ["v0.2.0", sound],
    ["v0.1.0", { ...sound, lock: { version: "0.0.0", packages: { "": { version: "0.1.0" } } } }],
    ["v0.1.0", { ...sound, lock: { version: "0.1.0", packages: { "": { version: "0.0.0" } } } }],
    ["v0.1.0", { ...sound, changelog: "# clientele\n\n## 0.1.0-beta\n" }],
    ["v0.1.0", { ...sound, manifest: { version: "0.1.0" } }],
  ])("is refused with one reason where one of them does not (%s)", (tag, release) => {
    expect(faultsOfRelease(tag, release)).toHaveLength(1);
  });
});

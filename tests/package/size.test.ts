import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildResult, build, type Plugin } from "esbuild";
import { describe, expect, test } from "vitest";
import { node, root } from "../support/checkout.js";
import { specifiers } from "./installed-package.js";

const entries: readonly { readonly name: string; readonly path: string }[] = JSON.parse(
  readFileSync(join(root, ".size-limit.json"), "utf8"),
);

test("every subpath has a budget and keeps it", { timeout: 60_000 }, async () => {
  expect(entries.map((entry) => entry.name)).toEqual(expect.arrayContaining([...specifiers]));
  const report = JSON.parse(await node(root, [join(root, "node_modules/size-limit/bin.js"), "--json"]));
  expect(report.filter((entry: { readonly passed: boolean }) => !entry.passed)).toEqual([]);
  expect(report.length).toBe(entries.length);
});

/** Makes `import:<name>` a module of the text under that name. */
const virtual = (imports: Readonly<Record<string, string>>): Plugin => ({
  name: "imports",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^import:/ }, ({ path }) => ({ path: path.slice(7), namespace: "import" }));
    esbuild.onLoad({ filter: /.*/, namespace: "import" }, ({ path }) => ({
      contents: imports[path] as string,
      resolveDir: root,
    }));
  },
});

/** Bundles each import alone, as an application would, and tells which packages came along. */
async function packagesOf(imports: Readonly<Record<string, string>>): Promise<Map<string, string[]>> {
  const result: BuildResult<{ metafile: true }> = await build({
    absWorkingDir: root,
    tsconfigRaw: {}, // ours would lead to src; a user's bundler finds dist by the exports of package.json
    entryPoints: Object.keys(imports).map((name) => ({ in: `import:${name}`, out: name })),
    bundle: true,
    treeShaking: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    metafile: true,
    write: false,
    outdir: "out",
    plugins: [virtual(imports)],
  });
  expect(Object.keys(result.metafile.inputs).filter((path) => path.startsWith("src/"))).toEqual([]);
  const packages = new Map<string, string[]>();
  for (const [file, { inputs }] of Object.entries(result.metafile.outputs)) {
    const taken = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const names = taken.flatMap(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    packages.set(file.slice("out/".length, -".js".length), [...new Set(names)].sort());
  }
  return packages;
}

describe("what an import brings along", () => {
  const lean = {
    "clientele/history": ["summarizePurchases"],
    "clientele/segmentation": ["scoreRfm", "segmentByRfm"],
  };
  for (const [specifier, names] of Object.entries(lean)) {
    const statement = `export { ${names.join(", ")} } from "${specifier}";`;
    test(`${statement} brings neither zod nor decimal.js`, async () => {
      const packages = await packagesOf({ lean: statement });
      expect(packages.get("lean")).not.toEqual(expect.arrayContaining(["zod"]));
      expect(packages.get("lean")).not.toEqual(expect.arrayContaining(["decimal.js"]));
    });
  }

  test("only the record schemas, for hosts that compose them, load zod", { timeout: 120_000 }, async () => {
    const isRecordSchema = (name: string): boolean => name.endsWith("RecordSchema");
    /** The names of each room in one import: a bundle of many names holds what each of them brings alone. */
    const imports: Record<string, string> = {};
    for (const specifier of specifiers.filter((each) => !["clientele", "clientele/testing"].includes(each))) {
      const room = specifier.slice("clientele/".length);
      const names = Object.keys(await import(/* @vite-ignore */ join(root, "dist", room, "index.js")));
      const others = names.filter((name) => !isRecordSchema(name));
      imports[room] = `export { ${others.join(", ")} } from "${specifier}";`;
      const schemas = names.filter(isRecordSchema);
      if (schemas.length > 0) imports[`${room}, schemas`] = `export { ${schemas.join(", ")} } from "${specifier}";`;
    }
    const packages = await packagesOf(imports);
    expect(packages.size).toBe(Object.keys(imports).length);
    expect([...packages].filter(([, names]) => names.includes("zod")).map(([path]) => path)).toEqual([
      "model, schemas",
    ]);
  });
});

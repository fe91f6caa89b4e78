import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { node, root } from "../support/checkout.js";
import { docBlocks } from "./doc-blocks.js";

/** Every example as a module of its own, at the line where it stands in its file. */
function writeExamples(folder: string): void {
  const chains = new Map<string, string>();
  for (const { file, line, code, marks } of docBlocks()) {
    if (marks.includes("not-run")) continue;
    const before = marks.includes("continued") ? `${chains.get(file)}\n` : "";
    chains.set(file, before + code);
    const name = `${file.replaceAll("/", "-")}-line-${line}.ts`;
    writeFileSync(join(folder, name), `${before}${code}\nexport {};\n`);
  }
}

test("every example is right for the compiler too", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "clientele-examples-"));
  mkdirSync(join(folder, "node_modules"));
  writeExamples(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      compilerOptions: {
        rootDir: "/",
        noUnusedLocals: false,
        noUnusedParameters: false,
        declaration: false,
        isolatedDeclarations: false,
        types: [],
        lib: ["ES2022", "DOM"],
        paths: { clientele: [join(root, "src/index.ts")], "clientele/*": [join(root, "src/*/index.ts")] },
      },
      include: [folder],
    }),
  );
  const compiler = join(root, "node_modules/typescript-7/bin/tsc");
  expect(await node(folder, [compiler, "--pretty", "false", "-p", folder])).toBe("");
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { leftToRooms } from "../../scripts/root.mjs";
import { docBlocks } from "../docs/doc-blocks.js";
import { node, root } from "../support/checkout.js";
import { type InstalledPackage, installPackage, specifiers } from "./installed-package.js";

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
}, 60_000);

test("ES modules and CommonJS see the same names, and every name has a value", async () => {
  const read = async (consumer: string): Promise<Record<string, string[]>> =>
    JSON.parse(await node(installed.project, [consumer, ...specifiers]));
  const [esm, commonJs] = await Promise.all([read("consumer.mjs"), read("consumer.cjs")]);
  expect(Object.keys(esm)).toEqual(specifiers);
  expect(commonJs).toEqual(esm);
  // The root is all rooms together but for their short names, and no two rooms use one name. Kits for tests stand apart.
  const rooms = specifiers.filter((specifier) => !["clientele", "clientele/testing"].includes(specifier));
  const short = Object.values(leftToRooms).flat();
  const all = rooms.flatMap((room) => esm[room] ?? []).sort();
  expect(all.filter((name) => !short.includes(name))).toEqual(esm.clientele);
  expect(short.filter((name) => !all.includes(name))).toEqual([]);
});

const both = ["consumer.mts", "consumer.cts", "rooms.mts", "rooms.cts", "readme.mts", "readme.cts"];
const node16 = { module: "node16", files: both };
const nodenext = { module: "nodenext", files: both };
const bundler = { module: "esnext", files: ["consumer.mts", "rooms.mts", "readme.mts"] };
/** To 5.4, nodenext is node16 and patterns with a trailer in `exports`, of which we have none. */
const compilers = {
  "5.4": { compiler: "typescript-5.4", resolutions: { node16, bundler } },
  newest: { compiler: "typescript-7", resolutions: { node16, nodenext, bundler } },
};

describe.concurrent.each(Object.entries(compilers))("TypeScript %s", (_, { compiler, resolutions }) => {
  test.concurrent.each(Object.entries(resolutions))(
    "compiles users under %s",
    { timeout: 300_000 },
    async (moduleResolution, use) => {
      const imports = specifiers
        .map((specifier, i) => `import * as room${i} from "${specifier}";\nroom${i};\n`)
        .join("");
      for (const file of ["rooms.mts", "rooms.cts"]) writeFileSync(join(installed.project, file), imports);
      const readme = docBlocks().find(({ file }) => file === "README.md")?.code ?? "";
      for (const file of ["readme.mts", "readme.cts"]) writeFileSync(join(installed.project, file), readme);
      const config = join(installed.project, `tsconfig.${compiler}.${moduleResolution}.json`);
      const compilerOptions = {
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false, // our own declarations are under test too
        noEmit: true,
        target: "es2022",
        lib: ["ES2022", "DOM"], // zod's declarations name URL
        types: [],
        module: use.module,
        moduleResolution,
      };
      writeFileSync(config, JSON.stringify({ compilerOptions, files: use.files }));
      expect(await node(installed.project, [join(root, "node_modules", compiler, "bin/tsc"), "-p", config])).toBe("");
    },
  );
});

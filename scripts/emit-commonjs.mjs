// The CommonJS half of the package: every declaration is copied to its twin (index.d.ts -> index.d.cts), and twins and
// .cjs files name each other by their own extension ("./x.js" -> "./x.cjs").
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const relativeImport = /(from\s+|import\(\s*|import\s+|require\(\s*)(["'])(\.{1,2}\/[^"']+)\.js\2/g;

for (const name of readdirSync(dist, { recursive: true })) {
  const isDeclaration = name.endsWith(".d.ts");
  if (!isDeclaration && !name.endsWith(".cjs")) continue;
  const text = readFileSync(join(dist, name), "utf8");
  const twin = name.replace(/\.d\.ts$/, ".d.cts");
  writeFileSync(join(dist, twin), text.replace(relativeImport, "$1$2$3.cjs$2"));
}

// Copies every declaration file to its CommonJS twin: index.d.ts -> index.d.cts, "./x.js" -> "./x.cjs".
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = new URL("../dist", import.meta.url).pathname;
for (const name of readdirSync(dist, { recursive: true })) {
  if (!name.endsWith(".d.ts")) continue;
  const text = readFileSync(join(dist, name), "utf8");
  const commonJs = text.replace(/(from\s+|import\(\s*|import\s+)(["'])(\.{1,2}\/[^"']+)\.js\2/g, "$1$2$3.cjs$2");
  writeFileSync(join(dist, name.replace(/\.d\.ts$/, ".d.cts")), commonJs);
}

import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = new URL("../..", import.meta.url).pathname;

/** 60 fields, 6 collections of 12 fields each, and so many definitions of 8 leaves. */
function program(definitions: number): string {
  const types = [
    '{ type: "string" }',
    '{ type: "number" }',
    '{ type: "money", currency: "EUR" }',
    '{ type: "instant" }',
    '{ type: "boolean" }',
    '{ type: "string", values: ["a", "b", "c"] }',
  ];
  const fields = (count: number): string =>
    Array.from({ length: count }, (_, i) => `f${i}: ${types[i % types.length]}`).join(", ");
  const collections = Array.from({ length: 6 }, (_, i) => `c${i}: { timed: true, fields: { ${fields(12)} } }`).join(
    ", ",
  );
  const leaves = (i: number): string => `all(
    attr("f${(i * 6) % 60}").eq("x"), attr("f${(i * 6 + 1) % 60}").gte(3), attr("f${(i * 6 + 2) % 60}").lt("5.00"),
    attr("f${(i * 6 + 3) % 60}").within(last({ days: 30 })), attr("f${(i * 6 + 4) % 60}").eq(true),
    any(attr("f${(i * 6 + 5) % 60}").in(["a", "b"]), not(attr("f1").exists())),
    each("c${i % 6}").where((o) => o.attr("f2").gte("1.00")).within(last({ days: 90 })).count().gte(2))`;
  return `import { conditions, last } from "clientele/conditions";
import { defineSchema } from "clientele/model";
const { all, any, not, attr, each } = conditions(defineSchema({ attributes: { ${fields(60)} }, collections: { ${collections} } }));
${Array.from({ length: definitions }, (_, i) => `export const d${i} = ${leaves(i)};`).join("\n")}`;
}

/** Parsed once for all programs: our sources are the same in each. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function check(source: string): { readonly errors: number; readonly instantiations: number } {
  const name = join(root, "tests/conditions/generated.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    paths: { "clientele/*": [join(root, "src/*/index.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    if (file === name) return ts.createSourceFile(file, source, ts.ScriptTarget.ES2022);
    if (!parsed.has(file)) parsed.set(file, read(file, ...rest));
    return parsed.get(file);
  };
  const compiled = ts.createProgram([name], options, host);
  const file = compiled.getSourceFile(name);
  const errors = compiled.getSemanticDiagnostics(file).length;
  return { errors, instantiations: compiled.getInstantiationCount() };
}

// Time depends on the machine, instantiations do not: at 20,000 the compiler is far below two seconds on two slow cores.
test("a schema of 60 fields and 100 definitions stays cheap for the compiler", () => {
  const one = check(program(1));
  const hundred = check(program(100));
  expect(one.errors).toBe(0);
  expect(hundred.errors).toBe(0);
  expect(hundred.instantiations).toBeLessThan(20_000);
  expect(hundred.instantiations - one.instantiations).toBeLessThan(99 * 120);
}, 60_000);

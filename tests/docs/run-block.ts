import { format, isDeepStrictEqual } from "node:util";
import ts from "typescript";
import { expect } from "vitest";
import { type Assertion, assertionsOf } from "./assertions.js";

/** Loads a module by the specifier that a user writes. */
export type Import = (specifier: string) => Promise<object>;

const AsyncFunction = (async () => {}).constructor as new (
  ...parameters: string[]
) => (...values: unknown[]) => Promise<void>;

/**
 * Runs a piece of documentation and checks what it claims. `where(line)` names a line of the code for messages.
 * @returns how many claims were checked, and everything printed
 */
export async function runBlock(
  code: string,
  load: Import,
  where: (line: number) => string,
): Promise<{ readonly checked: number; readonly printed: string }> {
  const { program, assertions } = assertionsOf(code);
  const javaScript = ts
    .transpileModule(program, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: false },
    })
    .outputText.replace(/^export \{\};$/gm, "")
    .replace(/^export (?=const|function|async|interface|type)/gm, "")
    .replace(
      /^import \{([^}]*)\} from ("[^"]*");$/gm,
      (_, names: string, from: string) => `const {${names.replaceAll(" as ", ": ")}} = await $import(${from});`,
    )
    .replace(/^import \* as (\w+) from ("[^"]*");$/gm, "const $1 = await $import($2);");

  const printed: string[] = [];
  let mark = 0;
  const seen = new Set<number>();
  const check = (index: number, actual: unknown): void => {
    const assertion = assertions[index] as Assertion;
    seen.add(index);
    compare(assertion, actual, where(assertion.line));
  };
  await new AsyncFunction("$import", "$check", "$mark", "$printed", "$throws", "console", javaScript)(
    load,
    check,
    () => {
      mark = printed.length;
    },
    (index: number) => check(index, printed.slice(mark).join("\n")),
    async (index: number, act: () => unknown) => check(index, await codeOf(act)),
    { log: (...values: unknown[]) => printed.push(format(...values)) },
  );
  assertions.forEach((assertion, index) => {
    if (!seen.has(index)) throw new Error(`${where(assertion.line)}: the claim was never reached`);
  });
  return { checked: assertions.length, printed: printed.join("\n") };
}

function compare(assertion: Assertion, actual: unknown, at: string): void {
  switch (assertion.kind) {
    case "equals":
      if (!isDeepStrictEqual(plain(actual), assertion.expected)) expect(plain(actual), at).toEqual(assertion.expected);
      return;
    case "near":
      expect(Math.abs(Number(actual) - assertion.expected), `${at}: ${actual}`).toBeLessThanOrEqual(
        assertion.tolerance,
      );
      return;
    case "prints":
    case "throws":
      expect(actual, at).toBe(assertion.expected);
      return;
    default:
      assertion satisfies never;
  }
}

async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act();
    return "nothing";
  } catch (error) {
    return String((error as { readonly code?: string }).code ?? error);
  }
}

/** Columns are shown as plain lists. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Iterable<unknown>);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

import { join } from "node:path";
import ts from "typescript";
import { rooms } from "../../scripts/exports.mjs";
import { root } from "../support/checkout.js";

// As strict as the contract's own check, and without any ambient types.
const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  types: [],
  noEmit: true,
  skipLibCheck: true,
};

export const folder: string = join(root, "tests/contract");
const pathOf = (name: string): string => join(folder, name);

/** A program of files that stand in `tests/contract` by name only, and its complaints about each of them. */
export interface VirtualProgram {
  /** The names that the library exports, types too. */
  readonly exports: ReadonlySet<string>;
  /** `line: message` of everything that is wrong in a file; the first line is 1. */
  complaints(name: string): readonly string[];
}

export function virtualProgram(files: ReadonlyMap<string, string>): VirtualProgram {
  const texts = new Map([...files].map(([name, text]) => [pathOf(name), text]));
  // Here the contract's `./rooms.js` is the library itself, with the short names that the root leaves to the rooms.
  const faces = rooms().map((room) => `export * from "../../src/${room}/index.js";\n`);
  texts.set(pathOf("rooms.ts"), faces.join(""));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, ...rest)
      : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const checker = program.getTypeChecker();
  const house = checker.getSymbolAtLocation(program.getSourceFile(pathOf("rooms.ts")) as ts.Node);
  const exported = house === undefined ? [] : checker.getExportsOfModule(house);
  return {
    exports: new Set(exported.map((symbol) => symbol.name)),
    complaints(name) {
      const file = program.getSourceFile(pathOf(name));
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return found.map(({ file: at, start = 0, messageText }) => {
        const line = (at?.getLineAndCharacterOfPosition(start).line ?? -1) + 1;
        return `${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
      });
    },
  };
}

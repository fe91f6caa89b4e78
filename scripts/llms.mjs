// Writes llms.txt: every public function of every room with its signature and the first sentence of its docstring, for coding
// assistants. `npm run format` writes it, `npm run check` compares.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { rooms } from "./exports.mjs";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What each room exports, by name: functions with signatures and a sentence, and the names of its other values. */
export function publicFunctions() {
  const files = rooms().map((room) => at(`src/${room}/index.ts`));
  const { config } = ts.readConfigFile(at("tsconfig.build.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, at("."));
  const program = ts.createProgram(files, { ...options, noEmit: true, types: [] });
  const checker = program.getTypeChecker();
  return rooms().map((room, index) => {
    const file = program.getSourceFile(files[index]);
    const exported = checker
      .getExportsOfModule(checker.getSymbolAtLocation(file))
      .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
      .filter((symbol) => symbol.flags & ts.SymbolFlags.Value)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const told = exported.map((symbol) => ({
      name: symbol.name,
      signatures: signaturesOf(symbol, checker, file),
      sentence: firstSentence(ts.displayPartsToString(symbol.getDocumentationComment(checker))),
    }));
    return {
      room,
      functions: told.filter(({ signatures }) => signatures.length > 0),
      values: told.filter(({ signatures }) => signatures.length === 0).map(({ name }) => name),
      about: firstSentence(/^\/\*\*\s*\n \* ([\s\S]*?)\n \* @module/.exec(file.text)?.[1] ?? ""),
    };
  });
}

/** As written, without the body; overloads without what implements them; of a constant, as its type says. */
function signaturesOf(symbol, checker, file) {
  const declared = (symbol.declarations ?? []).filter(ts.isFunctionDeclaration);
  const overloads = declared.filter(({ body }) => body === undefined);
  if (declared.length > 0) return (overloads.length > 0 ? overloads : declared).map(signatureOf);
  const callable = checker.getTypeOfSymbolAtLocation(symbol, file).getCallSignatures();
  return callable.map((signature) => `${symbol.name}${checker.signatureToString(signature)}`);
}

function signatureOf({ name, body, end }) {
  const source = name.getSourceFile();
  const text = source.text.slice(name.getStart(source), body?.getStart(source) ?? end);
  return onOneLine(text.replace(/\/\*\*?[\s\S]*?\*\//g, ""))
    .replace(/([([<]) /g, "$1")
    .replace(/,? ([)\]])/g, "$1")
    .replace(/,? >(?=\()/g, ">")
    .replace(/;$/, "");
}

/** Up to the first full stop outside parentheses; a sentence of a word or two takes the next one along. */
export function firstSentence(text) {
  const words = onOneLine(text.replace(/\{@link ([^\s}]+)\s*\}/g, "$1"));
  let depth = 0;
  for (let i = 0; i < words.length; i++) {
    if ("([".includes(words[i])) depth++;
    if (")]".includes(words[i])) depth--;
    if (words[i] === "." && depth === 0 && i > 24 && (words[i + 1] ?? " ") === " ") return words.slice(0, i + 1);
  }
  return words;
}

const onOneLine = (text) => text.replace(/\s+/g, " ").trim();

/** The file as text: how to use the library, then room by room. */
export function renderLlms(gathered, agents) {
  const using = /^## Using it\n\n([\s\S]*?)\n\n## /m.exec(agents)[1];
  const chapters = gathered.map(({ room, functions, values, about }) => {
    const lines = functions.map(({ signatures, sentence }) => `- \`${signatures.join("`, `")}\`: ${sentence}\n`);
    const rest = values.length === 0 ? "" : `\nOther values: ${values.map((name) => `\`${name}\``).join(", ")}.\n`;
    return `\n## clientele/${room}\n\n${about}\n\n${lines.join("")}${rest}`;
  });
  return `# clientele

> Customer-base rules and arithmetic for TypeScript: segments, RFM, lifetime value, churn warning, points, referral. Pure functions over plain data.

${using}

Guides stand in [docs/guides](docs/guides), all codes in [docs/reference/codes.md](docs/reference/codes.md), terms in English and Chinese in
[docs/reference/glossary.md](docs/reference/glossary.md). Each declaration in \`dist\` has its full contract with an executed example.
${chapters.join("").replace(/\n\n\n+/g, "\n\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = renderLlms(publicFunctions(), readFileSync(at("AGENTS.md"), "utf8"));
  if (!process.argv.includes("--check")) writeFileSync(at("llms.txt"), text);
  else if (readFileSync(at("llms.txt"), "utf8") !== text) {
    console.error("llms.txt differs from the docstrings and signatures in src: run `npm run format`");
    process.exitCode = 1;
  }
}

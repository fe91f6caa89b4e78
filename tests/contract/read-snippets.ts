import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { folder } from "./virtual-program.js";

/** One numbered snippet of the contract, made to stand alone. */
export interface Snippet {
  /** As numbered in the contract: `1`, `4b`, `11`. */
  readonly number: string;
  readonly title: string;
  /** The preamble, the declarations of other snippets that this one uses, and the snippet itself. */
  readonly code: string;
  /** The library's exports that it names. */
  readonly exports: readonly string[];
}

interface Statement {
  readonly text: string;
  /** The snippet that it stands in; undefined in the preamble. */
  readonly owner: string | undefined;
  readonly declares: readonly string[];
  readonly uses: ReadonlySet<string>;
  readonly exports: ReadonlySet<string>;
}

const heading = /^\/\/ (\d+b?) (.*)$/m;

/** Cuts `snippets.ts` into its numbered snippets. */
export function readSnippets(): Snippet[] {
  const source = ts.createSourceFile(
    "snippets.ts",
    readFileSync(join(folder, "snippets.ts"), "utf8"),
    ts.ScriptTarget.ES2022,
    true,
  );
  const titles = new Map<string, string>();
  let owner: string | undefined;
  const statements = source.statements.map((node): Statement => {
    const text = node.getFullText(source);
    const found = heading.exec(text.slice(0, node.getStart(source) - node.getFullStart()));
    if (found !== null) titles.set((owner = found[1] as string), found[2] as string);
    return { text, owner, declares: namesDeclaredBy(node), ...namesUsedBy(node) };
  });
  return [...titles].map(([number, title]) => {
    const kept = needed(statements, number);
    const exports = new Set(kept.flatMap((statement) => [...statement.exports]));
    return { number, title, code: kept.map(({ text }) => text).join(""), exports: [...exports].sort() };
  });
}

/** A snippet's own statements and, of all others, those that declare what it uses, in their order. */
function needed(statements: readonly Statement[], number: string): Statement[] {
  const kept = new Set(statements.filter(({ owner }) => owner === number));
  let size: number;
  do {
    size = kept.size;
    const used = new Set([...kept].flatMap(({ uses }) => [...uses]));
    for (const statement of statements) if (statement.declares.some((name) => used.has(name))) kept.add(statement);
  } while (kept.size > size);
  return statements.filter((statement) => kept.has(statement));
}

function namesDeclaredBy(node: ts.Statement): string[] {
  if (ts.isImportDeclaration(node)) return [node.importClause?.namedBindings?.getText().split(" ").at(-1) ?? ""];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => bound(name));
  return ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) ? [node.name?.text ?? ""] : [];
}

const bound = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));

/** Every identifier in a statement, and what it takes from the library (`c.name`). */
function namesUsedBy(node: ts.Statement): { uses: Set<string>; exports: Set<string> } {
  const uses = new Set<string>();
  const exports = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child)) uses.add(child.text);
    if (ts.isPropertyAccessExpression(child)) {
      if (child.expression.getText() === "c") exports.add(child.name.text);
      visit(child.expression); // a property's name is no use of a variable
    } else if (ts.isPropertyAssignment(child)) visit(child.initializer);
    else {
      if (ts.isQualifiedName(child) && child.left.getText() === "c") exports.add(child.right.text);
      ts.forEachChild(child, visit);
    }
  };
  visit(node);
  return { uses, exports };
}

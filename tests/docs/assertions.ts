import ts from "typescript";

/** What a piece of documentation claims about one of its lines. */
export type Assertion = { readonly line: number } & (
  | { readonly kind: "equals"; readonly expected: unknown }
  | { readonly kind: "near"; readonly expected: number; readonly tolerance: number }
  | { readonly kind: "prints"; readonly expected: string }
  | { readonly kind: "throws"; readonly expected: string }
);

interface Edit {
  readonly at: number;
  readonly text: string;
}

const claim = /^[ \t]*\/\/ (=>|≈) (.*)$/m;

/**
 * Finds the claims of a piece of code and weaves the checks in, on the same lines:
 * `expression; // => literal`, `const name = …; // => literal`, `expression; // ≈ 0.123`, `expression; // => throws CODE`,
 * and any other statement, such as `console.log(…); // => text`, by what it prints.
 */
export function assertionsOf(code: string): { readonly program: string; readonly assertions: readonly Assertion[] } {
  const source = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  const assertions: Assertion[] = [];
  const edits: Edit[] = [];
  const claimed = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isStatement(node) && !ts.isBlock(node)) {
      const match = claim.exec(code.slice(node.end).split("\n", 1)[0] ?? "");
      if (match?.index === 0 && !claimed.has(node.end)) {
        claimed.add(node.end);
        const line = source.getLineAndCharacterOfPosition(node.end).line;
        edits.push(...weave(node, source, claimOf(code, node.end, line, match), assertions));
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const claims = code.split("\n").filter((line) => /\/\/ (=>|≈) /.test(line)).length;
  if (claims !== assertions.length) {
    throw new Error(`${claims} claims are written, but only ${assertions.length} of them end a statement's own line`);
  }
  return { program: apply(code, edits), assertions };
}

interface Claim {
  readonly line: number;
  readonly isNear: boolean;
  readonly text: string;
  readonly continued: readonly string[];
}

function claimOf(code: string, end: number, line: number, match: RegExpExecArray): Claim {
  const below = code.slice(end).split("\n").slice(1);
  const last = below.findIndex((text) => !/^\s*\/\/(?! =>)/.test(text));
  const continued = below.slice(0, last < 0 ? below.length : last).map((text) => text.replace(/^\s*\/\/ ?/, ""));
  return { line, isNear: match[1] === "≈", text: (match[2] ?? "").trim(), continued };
}

function weave(node: ts.Statement, source: ts.SourceFile, found: Claim, assertions: Assertion[]): Edit[] {
  const { line, text } = found;
  const index = assertions.length;
  const start = node.getStart(source);
  const thrown = /^throws (\w+)$/.exec(text)?.[1];
  if (ts.isExpressionStatement(node) && thrown !== undefined) {
    assertions.push({ line, kind: "throws", expected: thrown });
    return around(node.expression, source, `await $throws(${index}, async () => (`, "))");
  }
  const name = nameOf(node);
  const isValue = ts.isExpressionStatement(node) && !isPrinting(node.expression, source);
  if (!isValue && name === undefined) {
    const expected = [text, ...found.continued].map((row) => row.trim()).join("\n");
    assertions.push({ line, kind: "prints", expected });
    return [
      { at: start, text: "{ $mark(); " },
      { at: node.end, text: ` $printed(${index}); }` },
    ];
  }
  assertions.push(found.isNear ? near(line, text) : { line, kind: "equals", expected: literal(text, found.continued) });
  if (name !== undefined) return [{ at: node.end, text: ` $check(${index}, ${name});` }];
  return around((node as ts.ExpressionStatement).expression, source, `$check(${index}, (`, "))");
}

const around = (expression: ts.Expression, source: ts.SourceFile, before: string, after: string): Edit[] => [
  { at: expression.getStart(source), text: before },
  { at: expression.end, text: after },
];

/** The name of `const name = …`, where the statement declares exactly one. */
function nameOf(node: ts.Statement): string | undefined {
  if (!ts.isVariableStatement(node) || node.declarationList.declarations.length !== 1) return undefined;
  const name = node.declarationList.declarations[0]?.name;
  return name !== undefined && ts.isIdentifier(name) ? name.text : undefined;
}

const isPrinting = (node: ts.Expression, source: ts.SourceFile): boolean =>
  ts.isCallExpression(node) && node.expression.getText(source) === "console.log";

/** Half a unit of the last decimal that is shown. */
function near(line: number, text: string): Assertion {
  const decimals = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return { line, kind: "near", expected: Number(text), tolerance: 0.5000001 * 10 ** -decimals };
}

/** A JavaScript literal, which may go on over the comment lines below. */
function literal(first: string, below: readonly string[]): unknown {
  let text = first;
  for (const next of [...below, undefined]) {
    try {
      return new Function(`"use strict"; return (${text});`)();
    } catch (error) {
      if (next === undefined) throw new Error(`not a JavaScript literal: ${text} (${error})`);
      text += `\n${next}`;
    }
  }
}

/** Later edits first, so that positions stay true; of two at one place the later one closes inside the earlier. */
function apply(code: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.at - a.at)
    .reduce((text, edit) => text.slice(0, edit.at) + edit.text + text.slice(edit.at), code);
}

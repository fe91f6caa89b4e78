import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../../support/checkout.js";

/** Where the words of `expected` stand among the arguments of the functions that report a fault. */
const places: Readonly<Record<string, number>> = {
  refusal: 2,
  issueOf: 2,
  satisfying: 0,
  object: 0,
  report: 1,
  requireShape: 2,
  itemsOf: 2,
  requireList: 2,
};

/** Every text of the source that errors say was expected, with `X0`, `X1`, … for the parts that vary, and its file. */
export function expectedPhrases(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of sourceFiles()) {
    const visit = (node: ts.Node): void => {
      const texts = ts.isCallExpression(node)
        ? textsOf(expectedIn(node))
        : ts.isPropertyAssignment(node) && node.name.getText() === "expected"
          ? textsOf(node.initializer)
          : ts.isVariableDeclaration(node) && node.name.getText() === "expected"
            ? textsOf(node.initializer)
            : [];
      for (const text of texts) found.set(text, file);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(join(root, "src", file), "utf8"), ts.ScriptTarget.ES2022, true));
  }
  return found;
}

const sourceFiles = (): readonly string[] =>
  readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("labels"),
  );

function expectedIn({ expression, arguments: given }: ts.CallExpression): ts.Expression | undefined {
  const name = expression.getText().split(".").at(-1) as string;
  // The checker of conditions takes a code first.
  const isCodeFirst = name === "report" && given[0] !== undefined && ts.isStringLiteral(given[0]);
  const place = places[name];
  return place === undefined ? undefined : given[isCodeFirst ? place + 1 : place];
}

function textsOf(expression: ts.Expression | undefined): readonly string[] {
  if (expression === undefined) return [];
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression)) return textsOf(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)];
  if (!ts.isTemplateExpression(expression)) return [];
  const parts = expression.templateSpans.map(({ literal }, index) => `X${index}${literal.text}`);
  return [`${expression.head.text}${parts.join("")}`];
}

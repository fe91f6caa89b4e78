import { type Definition, type Issue, known, unknown, type Written } from "../../core/index.js";
import {
  type Checker,
  checker,
  checkOptions,
  completed,
  fields,
  headFields,
  maybeTexts,
  object,
  optional,
  type Rule,
  refusal,
  text,
} from "../../core/shared.js";
import type { FactColumn, FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import { type Classes, classTable } from "./classes.js";

/** One code of a tree: what it lies in, and the class that it gives. */
export interface CodeTreeNode {
  readonly parent?: string | undefined;
  readonly class?: string | undefined;
}

/**
 * Codes by their place in a tree, such as regions or industries. A code that is not named takes the longest named code before a separator in it.
 * @category Classes
 */
export interface CodeTree extends Definition<"code-tree"> {
  /** Between the levels of a code, as "." in "C13.2"; a code without it is looked up whole. */
  readonly separator: string;
  readonly nodes: Readonly<Record<string, CodeTreeNode>>;
}

/**
 * Defines a tree of codes: every parent must be there, and no code may lie in itself.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineCodeTree } from "clientele/segmentation";
 * const tree = defineCodeTree({ id: "sectors", version: 1, separator: ".", nodes: { C: { class: "industry" }, C13: { parent: "C" } } });
 * tree.kind; // => "code-tree"
 * @category Classes
 */
export function defineCodeTree(definition: Written<CodeTree>): CodeTree {
  const whole = completed(definition, { kind: "code-tree" });
  checkCodeTree(whole).refuseFaults();
  return whole as CodeTree;
}

/**
 * Checks a stored tree of codes: all faults at once, none where it is sound.
 * @example
 * import { validateCodeTree } from "clientele/segmentation";
 * validateCodeTree({ id: "sectors" }).length > 0; // => true
 * @category Classes
 */
export function validateCodeTree(json: unknown): readonly Issue[] {
  return checkCodeTree(json).issues;
}

/** Customers of whom the class is not known are counted beside the classes, by that name. */
const className: Rule = (value, path, check) =>
  value === "unknown" ? check.report(path, "a name other than unknown", value) : text(value, path, check);

const node = fields({ parent: optional(text), class: optional(className) });

function checkCodeTree(json: unknown): Checker {
  const check = checker("INVALID_CODE_TREE");
  const tree = fields({ ...headFields("code-tree"), separator: text, nodes: object("codes by name") })(json, [], check);
  if (tree === undefined || check.issues.length > 0) return check;
  const nodes = tree.nodes as CodeTree["nodes"];
  for (const [code, value] of Object.entries(nodes)) node(value, ["nodes", code], check);
  if (check.issues.length > 0) return check;
  for (const [code, { parent }] of Object.entries(nodes)) {
    if (parent === undefined) continue;
    if (!Object.hasOwn(nodes, parent)) check.report(["nodes", code, "parent"], "a code of the tree", parent);
    else if (lineOf(code, nodes).includes(code))
      check.report(["nodes", code, "parent"], "a code that does not lie in this one", parent);
  }
  return check;
}

/** The codes above a code, nearest first; ends where a circle closes. */
function lineOf(code: string, nodes: CodeTree["nodes"]): readonly string[] {
  const line: string[] = [];
  for (let at = nodes[code]?.parent; at !== undefined && !line.includes(at); at = nodes[at]?.parent) line.push(at);
  return line;
}

/**
 * Sorts customers by a code of theirs: the class of the code, or of the nearest code above it that has one.
 *
 * Unknown where the code is missing, or where neither it nor anything above it is in the tree: `missing` names the field. `regionsOfChina` is such a
 * tree.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS for a field that is not a text of the schema
 * @example
 * import { defineSchema, factTable } from "clientele/model";
 * import { classifyByTree, regionsOfChina } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { province: { type: "string" } } });
 * const facts = factTable(schema, [{ customerId: "ann", attributes: { province: "CN-ZJ" } }], { asOf: "2026-04-01" });
 * classifyByTree(facts, regionsOfChina, { field: "province" }).columns.class.values; // => ["east"]
 * @category Classes
 */
export function classifyByTree<S extends FactSchema>(
  facts: FactTable<S>,
  tree: CodeTree,
  options: { readonly field: keyof S["attributes"] & string },
): Classes<string> {
  requireFactTable(facts);
  checkCodeTree(tree).refuseFaults();
  checkOptions<typeof options>(options, { field: text }, ["field"]);
  const { field } = options;
  const type = Object.hasOwn(facts.schema.attributes, field) ? facts.schema.attributes[field]?.type : undefined;
  if (type !== "string") throw refusal("INVALID_OPTIONS", ["field"], "an attribute of type string", type ?? field);
  const codes = facts.column(field) as FactColumn & { readonly type: "string" };
  const classOf = codes.dictionary.map((code) => classIn(code, tree));
  const classes = maybeTexts(facts.size, (index) =>
    codes.known[index] === 1 ? classOf[codes.codes[index]!] : undefined,
  );
  return classTable({
    names: [...new Set(Object.values(tree.nodes).flatMap((node) => node.class ?? []))],
    customerIds: facts.customerIds,
    class: classes,
    row(index) {
      const customerId = facts.customerIds[index]!;
      if (classes.known[index] !== 1) return { customerId, class: unknown([field]) };
      const params = { field, code: codes.values[index]!, tree: tree.id };
      return { customerId, class: known(classes.values[index]!, [{ code: "segmentation.code-in-tree", params }]) };
    },
  });
}

function classIn(code: string, { nodes, separator }: CodeTree): string | undefined {
  let known = code;
  while (!Object.hasOwn(nodes, known)) {
    const cut = known.lastIndexOf(separator);
    if (cut <= 0) return undefined;
    known = known.slice(0, cut);
  }
  return [known, ...lineOf(known, nodes)].map((at) => nodes[at]?.class).find((name) => name !== undefined);
}

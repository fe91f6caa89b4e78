// A small typedoc plugin: the import line above each symbol, titles of guides and decisions from their first heading, and
// one @category for all that a file exports: said once, it holds for the types beside it. A file that says none, and an
// export without a docstring, is a warning, and so an error.
import { CommentTag, Converter, JSX, ReflectionKind } from "typedoc";

const exported =
  ReflectionKind.Function |
  ReflectionKind.Interface |
  ReflectionKind.TypeAlias |
  ReflectionKind.Variable |
  ReflectionKind.Class;
const types = ReflectionKind.Interface | ReflectionKind.TypeAlias;

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, titleDocument);
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => shareCategories(context, app.logger));
  app.renderer.hooks.on("content.begin", (context) => importLine(context.page.model));
}

/** `# 0010 Quantiles are type 7` names the page; a page without a group is a decision. */
function titleDocument(_context, document) {
  const text = document.content.map((part) => part.text).join("");
  const heading = /^# (.+)$/m.exec(text)?.[1];
  if (heading !== undefined) document.name = document.frontmatter.title ?? heading.replace(/^(\d{4}):/, "$1");
  document.frontmatter.category ??= document.frontmatter.group ?? "Decisions";
}

function shareCategories(context, logger) {
  for (const module of context.project.getChildrenByKind(ReflectionKind.Module)) {
    module.comment?.blockTags.push(new CommentTag("@category", [{ kind: "text", text: "Rooms" }]));
  }
  const without = [];
  const categories = new Map();
  for (const reflection of context.project.getReflectionsByKind(exported)) {
    const comment = reflection.comment ?? reflection.signatures?.[0]?.comment;
    if (reflection.parent?.kind !== ReflectionKind.Module) continue;
    if (comment === undefined) {
      logger.warn(`${reflection.getFriendlyFullName()} has no docstring`);
      continue;
    }
    const file = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile().fileName;
    const category = comment.getTag("@category");
    if (category === undefined) without.push({ reflection, comment, file });
    else if (!categories.has(file)) categories.set(file, category);
  }
  for (const { reflection, comment, file } of without) {
    const category = categories.get(file) ?? categoryOfCodes(file);
    if (category !== undefined) comment.blockTags.push(category.clone());
    else logger.warn(`${reflection.getFriendlyFullName()}: nothing in its file has a @category`);
  }
}

/** A room's lists of codes always stand in files of the same two names. */
function categoryOfCodes(file = "") {
  const name = { "errors.ts": "Errors", "reasons.ts": "Reasons" }[file.split("/").at(-1)];
  return name === undefined ? undefined : new CommentTag("@category", [{ kind: "text", text: name }]);
}

function importLine(reflection) {
  if (!reflection.kindOf?.(exported) || reflection.parent?.kind !== ReflectionKind.Module)
    return JSX.createElement(JSX.Fragment, null);
  const room = reflection.parent.name;
  const from = room === "clientele" ? room : `clientele/${room}`;
  const word = reflection.kindOf(types) ? "import type" : "import";
  return JSX.createElement("pre", { class: "import-line" }, `${word} { ${reflection.name} } from "${from}";`);
}

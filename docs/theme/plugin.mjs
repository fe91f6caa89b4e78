// A small typedoc plugin. Of symbols: the import line, one sentence on the room's page, the fields of options on the page of the
// function that takes them, codes that are links, and one @category for all that a file exports: said once, it holds for the types
// beside it. A file that says none, and an export without a docstring, is a warning, and so an error. Of documents: see documents.mjs.
import { CommentTag, Converter, JSX, ReflectionKind } from "typedoc";
import { firstSentence } from "../../scripts/llms.mjs";
import { linkCodes } from "./code-links.mjs";
import { languageOfPages, PagesByFile, titleDocuments } from "./documents.mjs";

const exported =
  ReflectionKind.Function |
  ReflectionKind.Interface |
  ReflectionKind.TypeAlias |
  ReflectionKind.Variable |
  ReflectionKind.Class;
const types = ReflectionKind.Interface | ReflectionKind.TypeAlias;

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    titleDocuments(context);
    shareCategories(context, app.logger);
    for (const reflection of context.project.getReflectionsByKind(exported | ReflectionKind.CallSignature)) {
      if (reflection.comment === undefined) continue;
      summarize(reflection.comment);
      linkCodes(reflection.comment, context.project.files);
      if (reflection.name.endsWith("Options")) reflection.comment.modifierTags.add("@expand");
    }
  });
  app.renderer.hooks.on("content.begin", (context) => importLine(context.page.model));
  app.renderer.defineRouter("pages-by-file", PagesByFile);
  languageOfPages(app);
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

/** A room's page says one sentence of each symbol. */
function summarize(comment) {
  if (comment.getTag("@summary") !== undefined) return;
  const text = comment.summary.map((part) => part.text).join("");
  if (text !== "") comment.blockTags.push(new CommentTag("@summary", [{ kind: "text", text: firstSentence(text) }]));
}

function importLine(reflection) {
  if (!reflection.kindOf?.(exported) || reflection.parent?.kind !== ReflectionKind.Module)
    return JSX.createElement(JSX.Fragment, null);
  const room = reflection.parent.name;
  const from = room === "clientele" ? room : `clientele/${room}`;
  const word = reflection.kindOf(types) ? "import type" : "import";
  return JSX.createElement("pre", { class: "import-line" }, `${word} { ${reflection.name} } from "${from}";`);
}

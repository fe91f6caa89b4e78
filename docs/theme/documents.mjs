// Pages of documents: titled by their first heading, named after their file, marked with their language.
import { basename } from "node:path";
import { KindRouter, PageEvent } from "typedoc";

/** `# 0010 Quantiles are type 7` names the page; a page without a group is a decision, whatever ends in `.zh-CN.md` is Chinese. */
export function titleDocuments({ project }) {
  for (const document of project.documents ?? []) {
    const text = document.content.map((part) => part.text).join("");
    const heading = /^# (.+)$/m.exec(text)?.[1];
    document.name = heading?.replace(/^(\d{4}):/, "$1") ?? document.name;
    document.frontmatter.category ??= isChinese(project, document)
      ? "中文"
      : (document.frontmatter.group ?? "Decisions");
  }
}

const fileOf = (project, document) => project.files.getReflectionPath(document) ?? "";
const isChinese = (project, document) => fileOf(project, document).endsWith(".zh-CN.md");

/** `docs/guides/facts.md` is the page `documents/facts.html`: short, and the same when the title changes. */
export class PagesByFile extends KindRouter {
  getIdealBaseName(reflection) {
    if (!reflection.isDocument()) return super.getIdealBaseName(reflection);
    return `documents/${basename(fileOf(reflection.project, reflection), ".md")}`;
  }
}

/** @param {import("typedoc").Application} app */
export function languageOfPages(app) {
  app.renderer.on(PageEvent.END, (page) => {
    if (page.model.isDocument?.() && isChinese(page.project, page.model))
      page.contents = page.contents?.replace(/ lang="en"/, ' lang="zh-CN"');
  });
}

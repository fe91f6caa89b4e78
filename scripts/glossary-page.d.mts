import type { Said } from "./practices-page.mjs";

export interface Term {
  /** The words of a term that no label says. */
  readonly term?: Said | undefined;
  /** The code in the catalogues whose words the term has. */
  readonly label?: string | undefined;
  readonly means: Said;
}
export interface Glossary {
  readonly chapters: readonly { readonly title: Said; readonly terms: readonly Term[] }[];
  readonly families: readonly { readonly title: Said; readonly family: string }[];
}
export declare function readGlossary(): Glossary;
export declare function renderGlossary(
  glossary: Glossary,
  catalogues: { readonly en: Readonly<Record<string, string>>; readonly zhCN: Readonly<Record<string, string>> },
): string;

// The documentation site (`npm run docs` → site/): one chapter per room, then the root; guides, reference pages and decisions beside.
import { rooms } from "./scripts/exports.mjs";

/** @type {import("typedoc").TypeDocOptions} */
export default {
  name: "clientele",
  out: "site",
  tsconfig: "tsconfig.build.json",
  // A symbol's page stands in the first entry point that exports it: in its room, not in the root.
  entryPoints: [...rooms().map((room) => `src/${room}/index.ts`), "src/index.ts"],
  sortEntryPoints: false,
  highlightLanguages: ["bash", "console", "html", "javascript", "json", "sql", "tsx", "typescript"],
  projectDocuments: ["docs/{guides,reference,decisions}/*.md"],
  plugin: ["./docs/theme/plugin.mjs"],
  customCss: "docs/theme/style.css",
  favicon: "docs/theme/favicon.svg",
  disableSources: true,
  hideGenerator: true,
  excludeInternal: true,
  searchInComments: true,
  searchInDocuments: true,
  navigation: { includeCategories: true, includeGroups: false, excludeReferences: true },
  categorizeByGroup: false,
  sort: ["kind", "alphabetical"],
  // What one calls comes first, then what it takes and gives.
  kindSortOrder: ["Document", "Module", "Function", "Variable", "Class", "Interface", "TypeAlias"],
  categoryOrder: ["Guides", "Rooms", "Reference", "Decisions", "*"],
  validation: { notExported: false, invalidLink: true, notDocumented: false, unusedMergeModuleWith: true },
  treatWarningsAsErrors: true,
};

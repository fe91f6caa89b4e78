// The documentation site (`npm run docs` → site/): one chapter per room, then the root; guides, reference pages and decisions beside.
import { readdirSync } from "node:fs";
import { rooms } from "./scripts/exports.mjs";

/** The guides in the order in which one reads them; what is not named comes after. */
const inOrder = [
  ...["reading-your-data", "rfm", "lifecycle", "write-a-rule", "segments-that-people-believe"],
  ...["lifetime-value-in-five-minutes", "churn-rules-you-can-defend", "launch-a-points-programme"],
  ...["a-referral-programme-that-does-not-leak", "calendar"],
];
const placeOf = (file) => inOrder.indexOf(file.split(".")[0]) + 1 || inOrder.length + 1;
const guides = readdirSync("docs/guides").sort((a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b, "en"));

/** @type {import("typedoc").TypeDocOptions} */
export default {
  name: "clientele",
  out: "site",
  tsconfig: "tsconfig.build.json",
  // A symbol's page stands in the first entry point that exports it: in its room, not in the root.
  entryPoints: [...rooms().map((room) => `src/${room}/index.ts`), "src/index.ts"],
  sortEntryPoints: false,
  highlightLanguages: ["bash", "console", "html", "javascript", "json", "sql", "tsx", "typescript"],
  projectDocuments: [
    "README.zh-CN.md",
    ...guides.map((file) => `docs/guides/${file}`),
    "docs/{reference,decisions}/*.md",
  ],
  router: "pages-by-file",
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
  lang: "en",
  locales: { en: { kind_module: "Room" } },
  sort: ["kind", "alphabetical-ignoring-documents"],
  // What one calls comes first, then what it takes and gives.
  kindSortOrder: ["Document", "Module", "Function", "Variable", "Class", "Interface", "TypeAlias"],
  categoryOrder: ["Guides", "中文", "Rooms", "Reference", "Decisions", "*", "Errors", "Reasons"],
  validation: { notExported: false, invalidLink: true, notDocumented: false, unusedMergeModuleWith: true },
  treatWarningsAsErrors: true,
};

// The codes that `@throws` names are links to their words on the page of codes.
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../reference/codes.md", import.meta.url));
const CODE = /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/;

/** @param {import("typedoc").Comment} comment @param {import("typedoc").FileRegistry} files */
export function linkCodes(comment, files) {
  for (const tag of comment.getTags("@throws")) tag.content = tag.content.flatMap((part) => linked(part, files));
}

function linked(part, files) {
  if (part.kind !== "text") return [part];
  return part.text.split(CODE).flatMap((text, at) => {
    if (at % 2 === 0) return [{ kind: "text", text }];
    const { target } = files.registerAbsolute(page);
    return [
      { kind: "text", text: `[\`${text}\`](` },
      { kind: "relative-link", text: "codes.md", target },
      { kind: "text", text: `#${text})` },
    ];
  });
}

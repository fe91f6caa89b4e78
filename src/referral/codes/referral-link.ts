import { refusal } from "../../core/shared.js";

/** The query parameter that carries a code, unless the host names another. */
const PARAMETER = "ref";

/**
 * A link that carries a referral code in its query; what the link had stays, an older code is replaced.
 * @throws INVALID_REFERRAL_LINK
 * @example
 * import { referralLink } from "clientele/referral";
 * referralLink("https://shop.example/shoes?colour=red#top", "FFFFF5"); // => "https://shop.example/shoes?colour=red&ref=FFFFF5#top"
 * @category Codes
 */
export function referralLink(link: string, code: string, parameter: string = PARAMETER): string {
  requireText(link, "link");
  requireText(code, "code");
  requireText(parameter, "parameter");
  const { path, query, fragment } = partsOf(link);
  const kept = query.filter((pair) => nameOf(pair) !== parameter);
  return `${path}?${[...kept, `${encodeURIComponent(parameter)}=${encodeURIComponent(code)}`].join("&")}${fragment}`;
}

/**
 * The code that a link carries, as it stands there; undefined if the link carries none.
 * @throws INVALID_REFERRAL_LINK
 * @example
 * import { codeInLink } from "clientele/referral";
 * codeInLink("https://shop.example/?ref=FFFFF5&utm=mail"); // => "FFFFF5"
 * codeInLink("https://shop.example/"); // => undefined
 * @category Codes
 */
export function codeInLink(link: string, parameter: string = PARAMETER): string | undefined {
  requireText(link, "link");
  const pair = partsOf(link).query.find((each) => nameOf(each) === parameter);
  const code = pair === undefined ? "" : decoded(pair.slice(pair.indexOf("=") + 1));
  return code === "" || !pair?.includes("=") ? undefined : code;
}

function partsOf(link: string): {
  readonly path: string;
  readonly query: readonly string[];
  readonly fragment: string;
} {
  const hash = link.indexOf("#");
  const [before, fragment] = hash < 0 ? [link, ""] : [link.slice(0, hash), link.slice(hash)];
  const mark = before.indexOf("?");
  if (mark < 0) return { path: before, query: [], fragment };
  return {
    path: before.slice(0, mark),
    query: before
      .slice(mark + 1)
      .split("&")
      .filter((pair) => pair !== ""),
    fragment,
  };
}

const nameOf = (pair: string): string => decoded(pair.split("=")[0] as string);

/** A link comes from anywhere: broken escapes stay as they are. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function requireText(value: string, name: string): void {
  if (typeof value === "string" && value !== "" && !/\p{Cs}/u.test(value)) return;
  throw refusal("INVALID_REFERRAL_LINK", [name], "a non-empty text", value);
}

import { itemsOf } from "../checking/argument.js";
import type { Reason, ReasonParam } from "../reasons.js";

/**
 * Words: code to template. `{gap}` stands for a parameter, `{churn.gap}` for one whose name has dots, `{share.2}` for a number with two decimals, `{share%}` for a share in percent, `{count|order|orders}` for one of
 * two words by its number, and `{stage@lifecycle.stage}` for the words of a parameter that is a name itself: those under
 * `lifecycle.stage.lost`, where it is `lost`. An amount's digits are grouped by the catalogue's
 * `core.group-separator`, a percent is written with its `core.percent-sign`. Where a Chinese character meets a Latin letter or a digit of
 * a value, a space stands between them, as Chinese is typeset: "最近 90 天".
 * @category Reasons
 */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * Puts reasons into words, one sentence each and in their order. A code that the catalogue does not know is shown as it is.
 * @example
 * import { describeReasons } from "clientele/core";
 * const words = { "shop.late": "{days} {days|day|days} late" };
 * describeReasons([{ code: "shop.late", params: { days: 1 } }], words); // => ["1 day late"]
 * @category Reasons
 */
export function describeReasons(reasons: readonly Reason[], catalogue: Catalogue): readonly string[] {
  return itemsOf(reasons, "reasons", "a reason with its code", "code").map((reason) =>
    describeReason(reason, catalogue),
  );
}

const SLOT = /\{(\w+(?:\.[A-Za-z_]\w*)*)(?:@([\w.-]+)|\.(\d)|(%)|\|([^|{}]*)\|([^|{}]*))?\}/g;

function describeReason({ code, params = {} }: Reason, catalogue: Catalogue): string {
  if (!Object.hasOwn(Object(catalogue), code)) return code;
  const template = catalogue[code] as string;
  let text = "";
  let end = 0;
  for (const match of template.matchAll(SLOT)) {
    const [slot, name = "", family, decimals, percent, one, many] = match;
    text += template.slice(end, match.index);
    end = match.index + slot.length;
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (param === undefined) text += slot;
    else if (one !== undefined) text += param === 1 ? one : many;
    else text = spaced(text, showAs(param, catalogue, family, decimals, percent), template[end]);
  }
  return text + template.slice(end);
}

const HAN = /\p{Script=Han}/u;

/** A value behind a text and before a character, with the spaces that Chinese is typeset with. */
function spaced(text: string, value: string, after = ""): string {
  const before = text.at(-1) ?? "";
  const opens = HAN.test(before) ? /^[\w"'{[(<-]/.test(value) : /\w/.test(before) && HAN.test(value[0] ?? "");
  const closes = HAN.test(after) && /[\w"'})\]>%]$/.test(value);
  return `${text}${opens ? " " : ""}${value}${closes ? " " : ""}`;
}

function showAs(
  param: ReasonParam,
  catalogue: Catalogue,
  family?: string,
  decimals?: string,
  percent?: string,
): string {
  if (decimals !== undefined && typeof param === "number") return param.toFixed(Number(decimals));
  if (percent !== undefined && typeof param === "number")
    return `${Math.round(param * 1000) / 10}${catalogue["core.percent-sign"] ?? " %"}`;
  return showParam(param, catalogue, family);
}

function showParam(param: ReasonParam, catalogue: Catalogue, family: string | undefined): string {
  if (typeof param === "number") return String(Number(param.toPrecision(12))); // 1.1 × 3 is 3.3, not 3.3000000000000003
  if (typeof param !== "object") return wordsOf(String(param), catalogue, family);
  if ("currency" in param) return `${grouped(param.amount, catalogue)} ${param.currency}`;
  return param.map((name) => wordsOf(name, catalogue, family)).join(catalogue["core.list-separator"] ?? ", ");
}

function wordsOf(name: string, catalogue: Catalogue, family: string | undefined): string {
  const key = `${family}.${name}`;
  return family !== undefined && Object.hasOwn(catalogue, key) ? (catalogue[key] as string) : name;
}

/** The whole part's digits in threes; the decimals as they are. */
function grouped(amount: string, catalogue: Catalogue): string {
  const [whole = "", ...decimals] = amount.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, catalogue["core.group-separator"] ?? ""), ...decimals].join(".");
}

import type { Reason, ReasonParam } from "./reasons.js";

/**
 * Words: code to template. `{gap}` stands for a parameter, `{count|order|orders}` for one of two words by its number.
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
  return reasons.map((reason) => describeReason(reason, catalogue));
}

function describeReason({ code, params }: Reason, catalogue: Catalogue): string {
  if (!Object.hasOwn(catalogue, code)) return code;
  return (catalogue[code] as string).replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (slot, name, one, many) => {
    if (!Object.hasOwn(params, name)) return slot;
    const param = params[name] as ReasonParam;
    if (one === undefined) return showParam(param, catalogue);
    return param === 1 ? one : many;
  });
}

function showParam(param: ReasonParam, catalogue: Catalogue): string {
  if (typeof param !== "object") return String(param);
  if ("currency" in param) return `${param.amount} ${param.currency}`;
  return param.join(catalogue["core.list-separator"] ?? ", ");
}

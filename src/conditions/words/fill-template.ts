import { type Catalogue, describeReasons, type ReasonParam } from "../../core/index.js";

type Params = Readonly<Record<string, ReasonParam>>;

const slot = /(\p{Script=Han})?\{(\w+)\}(?=(\p{Script=Han})?)/gu;

/**
 * Fills a template of the catalogue; a code that it does not know is shown as it is. Where a Chinese character meets a Latin letter or a
 * digit of a value, a space stands between them, as Chinese is typeset: "最近 90 天", "客户等级为“gold”".
 */
export function fillTemplate(code: string, params: Params, catalogue: Catalogue): string {
  if (!Object.hasOwn(catalogue, code)) return code;
  const template = (catalogue[code] as string).replace(slot, (_, before = "", name: string, after = "") => {
    const value = Object.hasOwn(params, name) ? String(params[name]) : "";
    const opening = before !== "" && /^[\w-]/.test(value) ? " " : "";
    const closing = after !== "" && /\w$/.test(value) ? " " : "";
    return `${before}${opening}{${name}}${closing}`;
  });
  return describeReasons([{ code, params }], { [code]: template })[0] as string;
}

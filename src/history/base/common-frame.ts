import { formatInstant, type Issue, zoneOf } from "../../core/index.js";
import { NO_CURRENCY, refuseAll } from "../../core/shared.js";
import type { BaseFrameParts, BaseRules } from "./base-parts.js";

/** The frame that two bases share. @throws BASES_DO_NOT_MATCH, with every difference */
export function commonFrame(a: BaseFrameParts, b: BaseFrameParts): BaseFrameParts {
  // A base that read nothing and was not told a currency goes with any.
  const frame = a.rules.currency === NO_CURRENCY ? b : a;
  const other = frame === a ? b : a;
  const facesA = facesOf(frame);
  const facesB = facesOf(other);
  const issues: Issue[] = [];
  for (const name of Object.keys(facesA)) {
    const isMoney = name === "currency" || name === "scale";
    if (facesA[name] === facesB[name] || (isMoney && other.rules.currency === NO_CURRENCY)) continue;
    issues.push({
      code: "BASES_DO_NOT_MATCH",
      path: [name],
      expected: facesA[name] as string,
      received: facesB[name] as string,
      ...(name === "asOf" ? { hint: hintFor(Math.min(a.asOf, b.asOf), frame.rules.timeZone) } : {}),
    });
  }
  refuseAll(issues);
  return { rules: frame.rules, asOf: frame.asOf, asOfDay: frame.asOfDay };
}

/** A base is cut at the end of a day only. */
function hintFor(earlier: number, timeZone: string): string {
  const zone = zoneOf(timeZone);
  const isEndOfDay = zone.startOfDay(zone.dayAt(earlier) + 1) - 1 === earlier;
  return isEndOfDay ? "Cut the later base with baseAt" : "Read one of them again with the asOf of the other";
}

function facesOf({ rules, asOf }: BaseFrameParts): Record<string, string> {
  const face = (name: keyof BaseRules): string => {
    const value = rules[name];
    return typeof value === "object" ? value.join(", ") || "none" : String(value);
  };
  return {
    asOf: formatInstant(asOf),
    timeZone: face("timeZone"),
    currency: face("currency"),
    scale: face("scale"),
    refunds: face("refunds"),
    measures: face("measures"),
    dimensions: face("dimensions"),
  };
}

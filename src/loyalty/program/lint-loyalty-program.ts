import type { Reason } from "../../core/index.js";
import { checkOptions, choice, fields, listOf, text } from "../../core/shared.js";
import type { LoyaltyProgram } from "./loyalty-program.js";
import { readyProgram } from "./ready-program.js";

/** What a law of the host's country forbids. */
export interface LoyaltyLaw {
  readonly id: string;
  /** Expiry by time alone, while the member is active; or expiry of which nobody was told. */
  readonly forbids: "time-only-expiry" | "expiry-without-notice";
}

/** What a programme is held against. */
export interface LintLoyaltyOptions {
  readonly laws?: readonly LoyaltyLaw[] | undefined;
}

/**
 * What is sound and still unwise: points that can be spent at once although orders can be refunded, points that never expire, a programme whose points buy
 * nothing, and what the laws that the host names forbid. The library knows no country's law by itself.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS
 * @example
 * import { defineLoyaltyProgram, lintLoyaltyProgram } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "America/Toronto",
 *   pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 12 } } }],
 *   earning: { rules: [{ id: "spend", rates: { CAD: { points: "1", per: "1.00" } } }] },
 * });
 * const found = lintLoyaltyProgram(program, { laws: [{ id: "ontario", forbids: "time-only-expiry" }] });
 * found.map(({ code }) => code); // => ["loyalty.no-pending", "loyalty.never-redeemable", "loyalty.forbidden-expiry"]
 * @category Programmes
 */
export function lintLoyaltyProgram(program: LoyaltyProgram, options: LintLoyaltyOptions = {}): readonly Reason[] {
  checkOptions<LintLoyaltyOptions>(options, {
    laws: listOf(fields({ id: text, forbids: choice(["time-only-expiry", "expiry-without-notice"]) })),
  });
  readyProgram(program);
  const { laws = [] } = options;
  const warnings: Reason[] = [];
  if (program.pointTypes.every(({ pending }) => pending === undefined)) {
    warnings.push({ code: "loyalty.no-pending", params: {} });
  }
  if (program.redemption === undefined) warnings.push({ code: "loyalty.never-redeemable", params: {} });
  for (const { id: pointType, expiry } of program.pointTypes) {
    if (expiry === undefined) {
      warnings.push({ code: "loyalty.never-expires", params: { pointType } });
      continue;
    }
    for (const { id: law, forbids } of laws) {
      if (forbids === "expiry-without-notice") warnings.push({ code: "loyalty.no-notice", params: { law, pointType } });
      else if (expiry.type === "after-earn")
        warnings.push({ code: "loyalty.forbidden-expiry", params: { law, pointType } });
    }
  }
  return warnings;
}

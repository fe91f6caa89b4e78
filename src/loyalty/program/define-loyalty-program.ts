import { filledIn } from "../../conditions/shared.js";
import type { Issue, Written } from "../../core/index.js";
import { completed } from "../../core/shared.js";
import { type FactSchema, orderSchema } from "../../model/index.js";
import { checkProgram } from "./check-program.js";
import type { LoyaltyProgram } from "./loyalty-program.js";

/**
 * Defines a points programme, checked whole against the facts that its conditions speak of. The result is JSON, to be stored.
 *
 * The order of lists never matters: rules and promotions go by `priority`, then `id`. With one point type its name may be left out elsewhere.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineLoyaltyProgram } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "Europe/Warsaw",
 *   pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 12 }, through: "local-month" } }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 * });
 * program.kind; // => "loyalty-program"
 * @category Programmes
 */
export function defineLoyaltyProgram(
  definition: Written<LoyaltyProgram>,
  schema: FactSchema = orderSchema("*"),
): LoyaltyProgram {
  const program = completed(definition, filledIn("loyalty-program"));
  checkProgram(program, schema).refuseFaults();
  return program as LoyaltyProgram;
}

/**
 * Checks a stored programme: all faults at once, none where it is sound.
 * @example
 * import { validateLoyaltyProgram } from "clientele/loyalty";
 * validateLoyaltyProgram({ id: "club" }).length > 0; // => true
 * @category Programmes
 */
export function validateLoyaltyProgram(json: unknown, schema: FactSchema = orderSchema("*")): readonly Issue[] {
  return checkProgram(json, schema).issues;
}

import {
  type CONDITION_LANGUAGE,
  type Condition,
  compileConditions,
  evaluateTable,
  type Parameters,
} from "../../conditions/index.js";
import { conditionRule, conditionScope, filledIn, ruledFields } from "../../conditions/shared.js";
import {
  type Assessed,
  type CustomerTable,
  customerTable,
  type Definition,
  type Issue,
  known,
  type MaybeColumn,
  unknown,
  type Written,
} from "../../core/index.js";
import {
  type Checker,
  checker,
  checkOptions,
  completed,
  distinct,
  fields,
  finite,
  type Json,
  listOf,
  maybeNumbers,
  optional,
  text,
} from "../../core/shared.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";
import type { TableRunOptions } from "../../scorecards/index.js";
import { tableRunRules } from "../../scorecards/shared.js";
import { IN, UNKNOWN } from "../sets/evaluate-segments.js";

/** One trait of the customer one wants. */
export interface TargetTrait {
  readonly id: string;
  readonly when: Condition;
  /** Default 1. */
  readonly weight?: number | undefined;
}

/**
 * The customer one wants, as traits.
 * @category Classes
 */
export interface TargetProfile extends Definition<"target-profile"> {
  readonly language: typeof CONDITION_LANGUAGE;
  readonly parameters?: Parameters | undefined;
  readonly traits: readonly TargetTrait[];
}

/** How one customer compares with a profile, by ids of traits. */
export interface ProfileMatch {
  readonly customerId: string;
  /** The weight of the traits that hold over that of the traits that can be told, 0 to 1. */
  readonly fit: Assessed<number>;
  readonly matched: readonly string[];
  readonly missed: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Defines the profile of the customers one wants, checked whole against a schema.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { conditions } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * import { defineTargetProfile } from "clientele/segmentation";
 * const schema = customerSchema("EUR");
 * const traits = [{ id: "regular", when: conditions(schema).attr("orders").gte(5), weight: 2 }];
 * defineTargetProfile({ id: "ideal", version: 1, traits }, schema).kind; // => "target-profile"
 * @category Classes
 */
export function defineTargetProfile(definition: Written<TargetProfile>, schema: FactSchema): TargetProfile {
  const whole = completed(definition, filledIn("target-profile"));
  checkProfile(whole, schema).refuseFaults();
  return whole as TargetProfile;
}

/**
 * Checks a stored target profile against a schema: all faults at once, none where it is sound.
 * @example
 * import { customerSchema } from "clientele/model";
 * import { validateTargetProfile } from "clientele/segmentation";
 * validateTargetProfile({ id: "ideal" }, customerSchema("EUR")).length > 0; // => true
 * @category Classes
 */
export function validateTargetProfile(json: unknown, schema: FactSchema): readonly Issue[] {
  return checkProfile(json, schema).issues;
}

function checkProfile(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_TARGET_PROFILE");
  const scope = conditionScope((Object(json) as Json).parameters, schema, check);
  const trait = fields({ id: text, when: conditionRule(scope), weight: optional(finite({ above: 0 })) });
  const sound = fields({ ...ruledFields("target-profile"), traits: listOf(trait, 1) })(json, [], check);
  if (sound === undefined || check.issues.length > 0) return check;
  const traits = sound.traits as readonly TargetTrait[];
  distinct(
    traits.map(({ id }, index) => [id, ["traits", index, "id"]]),
    check,
  );
  return check;
}

/**
 * How well customers match the profile of those one wants: which traits they have, lack, or cannot be told.
 *
 * fit = Σ weights of matched traits / Σ weights of traits that are true or false. Unknown where no trait can be told.
 * @throws INVALID_DEFINITION, INVALID_CONDITION, INVALID_OPTIONS
 * @example
 * import { conditions } from "clientele/conditions";
 * import { defineSchema, factTable } from "clientele/model";
 * import { defineTargetProfile, matchTargetProfile } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { orders: { type: "number" }, city: { type: "string" } } });
 * const { attr } = conditions(schema);
 * const traits = [{ id: "regular", when: attr("orders").gte(5) }, { id: "local", when: attr("city").eq("Kyiv") }];
 * const facts = factTable(schema, [{ customerId: "ann", attributes: { orders: 7 } }], { asOf: "2026-04-01" });
 * const [ann] = matchTargetProfile(facts, defineTargetProfile({ id: "ideal", version: 1, traits }, schema));
 * [ann?.matched, ann?.unknown]; // => [["regular"], ["local"]]
 * @category Classes
 */
export function matchTargetProfile<S extends FactSchema>(
  facts: FactTable<S>,
  profile: TargetProfile,
  options: TableRunOptions = {},
): CustomerTable<ProfileMatch, { readonly fit: MaybeColumn }> {
  requireFactTable(facts);
  checkProfile(profile, facts.schema).refuseFaults();
  checkOptions<TableRunOptions>(options, tableRunRules);
  const { schema, asOf, timeZone, customerIds } = facts;
  const { traits, parameters, language } = profile;
  const conditions = traits.map(({ when }) => (parameters === undefined ? when : { language, parameters, when }));
  const truths = evaluateTable(facts, compileConditions(conditions, schema, { asOf, timeZone, ...options }));
  const fit = maybeNumbers(facts.size, (index) => {
    let [matched, told] = [0, 0];
    for (const [at, { weight = 1 }] of traits.entries()) {
      if (truths[at]![index] === UNKNOWN) continue;
      told += weight;
      if (truths[at]![index] === IN) matched += weight;
    }
    return told === 0 ? undefined : matched / told;
  });
  return customerTable<ProfileMatch, { readonly fit: MaybeColumn }>({
    customerIds,
    columns: { fit },
    definition: { kind: profile.kind, id: profile.id, version: profile.version },
    row(index) {
      const of = (truth: number): readonly string[] =>
        traits.filter((_, at) => truths[at]![index] === truth).map(({ id }) => id);
      const unsure = of(UNKNOWN);
      return {
        customerId: customerIds[index]!,
        fit: fit.known[index] === 1 ? known(fit.values[index]!) : unknown(unsure),
        matched: of(IN),
        missed: of(0),
        unknown: unsure,
      };
    },
  });
}

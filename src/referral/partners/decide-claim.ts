import {
  type Assessed,
  addDuration,
  type Definition,
  type Duration,
  formatInstant,
  type InstantInput,
  type Issue,
  known,
  parseDuration,
  type Reason,
  unknown,
  type Written,
  type Zone,
  zoneOf,
} from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  checkOptions,
  choice,
  completed,
  fields,
  headFields,
  listOf,
  optional,
  parseMoment,
  readBy,
  requireList,
  text,
  whole,
} from "../../core/shared.js";
import type { Rows } from "../../model/index.js";

/**
 * How long a partner who registered a customer is protected from others. JSON, to be stored and versioned.
 * @category Partners
 */
export interface ClaimRules extends Definition<"claim-rules"> {
  readonly protection: Duration;
  /** Which instant begins the protection, and decides who was first. */
  readonly firstBy: "registered" | "approved";
  /** How often a protection can be renewed, each time before it ends. */
  readonly renewals: number;
}

/** A partner says: this customer is ours. */
export interface ClaimRegistration {
  readonly id: string;
  readonly partnerId: string;
  readonly customerId: string;
  readonly registeredAt: InstantInput;
  readonly approvedAt?: InstantInput | undefined;
  readonly renewedAt?: readonly InstantInput[] | undefined;
}

/** Which customer, and when. */
export interface ClaimOptions {
  readonly customerId: string;
  readonly at: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
}

/** Whose customer it is, until when, and who else claims it now. */
export interface ClaimDecision {
  readonly winner: string | null;
  readonly protectedUntil: string | null;
  /** Other partners with a protection of their own at that time, the first one first. */
  readonly conflicts: readonly string[];
}

/**
 * Defines rules of claims, checked whole.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineClaimRules } from "clientele/referral";
 * defineClaimRules({ id: "deals", version: 1, protection: { days: 90 }, firstBy: "approved", renewals: 1 }).kind; // => "claim-rules"
 */
export function defineClaimRules(definition: Written<ClaimRules>): ClaimRules {
  const written = completed(definition, { kind: "claim-rules" });
  checkRules(written).refuseFaults();
  return written as ClaimRules;
}

/**
 * Checks stored rules: all faults at once, none if they are sound.
 * @example
 * import { validateClaimRules } from "clientele/referral";
 * validateClaimRules({ id: "deals" }).length > 0; // => true
 */
export const validateClaimRules = (json: unknown): readonly Issue[] => checkRules(json).issues;

function checkRules(json: unknown): Checker {
  const check = checker("INVALID_CLAIM_RULES");
  fields({
    ...headFields("claim-rules"),
    protection: readBy(parseDuration),
    firstBy: choice(["registered", "approved"]),
    renewals: whole({ from: 0 }),
  })(json, [], check);
  return check;
}

/**
 * Whose customer it is where several partners claim one: of the protections in force, the one that began first; ties by registration id.
 *
 * A protection is in force in `[start, end)`. A renewal counts if it comes while the protection is in force, and as often as the rules allow; it
 * then lasts anew from there. Registrations later than `at` are not read. Nobody has registered the customer: unknown; nobody is protected now: no winner.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS, INVALID_CLAIM, INVALID_INSTANT
 * @example
 * import { decideClaim, defineClaimRules } from "clientele/referral";
 * const rules = defineClaimRules({ id: "deals", version: 1, protection: { days: 90 }, firstBy: "registered", renewals: 0 });
 * const claim = (id: string, partnerId: string, registeredAt: string) => ({ id, partnerId, customerId: "ann", registeredAt });
 * const claims = [claim("2", "south", "2026-02-01"), claim("1", "north", "2026-01-05")];
 * const decided = decideClaim(claims, rules, { customerId: "ann", at: "2026-03-01" });
 * decided.status === "known" && decided.value.winner; // => "north"
 * decided.status === "known" && decided.value.conflicts; // => ["south"]
 * @category Partners
 */
export function decideClaim(
  registrations: Rows<ClaimRegistration>,
  rules: ClaimRules,
  options: ClaimOptions,
): Assessed<ClaimDecision> {
  checkRules(rules).refuseFaults();
  checkOptions<ClaimOptions>(options, { customerId: text, at: anything, timeZone: readBy(zoneOf) }, [
    "customerId",
    "at",
  ]);
  const { customerId, timeZone = "UTC" } = options;
  const zone = zoneOf(timeZone);
  const at = parseMoment(options.at, { timeZone, path: ["at"] });
  requireList(registrations, "registrations");
  const claims = [...registrations]
    .map((registration, index) => read(registration, index))
    .filter((each) => each.customerId === customerId && instantOf(each.registeredAt, zone) <= at);
  if (claims.length === 0) return unknown(["registrations"]);

  const reasons: Reason[] = [];
  const protections = claims
    .flatMap((claim) => {
      const protection = protectionOf(claim, rules, at, zone);
      const { partnerId } = claim;
      if (protection === undefined) reasons.push({ code: "referral.claim-not-approved", params: { partnerId } });
      else if (protection.end > at) return [protection];
      else
        reasons.push({ code: "referral.claim-expired", params: { partnerId, until: formatInstant(protection.end) } });
      return [];
    })
    .sort((a, b) => a.start - b.start || (a.claim.id < b.claim.id ? -1 : 1));
  const [first] = protections;
  if (first === undefined) {
    const value = { winner: null, protectedUntil: null, conflicts: [] };
    return known(value, [{ code: "referral.claim-open", params: {} }, ...reasons]);
  }
  const winner = first.claim.partnerId;
  const later = protections.filter(({ claim }) => claim.partnerId !== winner);
  const until = Math.max(...protections.filter(({ claim }) => claim.partnerId === winner).map(({ end }) => end));
  const since = formatInstant(first.start);
  return known(
    {
      winner,
      protectedUntil: formatInstant(until),
      conflicts: [...new Set(later.map(({ claim }) => claim.partnerId))],
    },
    [
      { code: "referral.claim-first", params: { partnerId: winner, since, until: formatInstant(until) } },
      ...later.map(({ claim, start }) => ({
        code: "referral.claim-later",
        params: { partnerId: claim.partnerId, since: formatInstant(start) },
      })),
      ...reasons,
    ],
  );
}

function read(registration: ClaimRegistration, index: number): ClaimRegistration {
  const check = checker("INVALID_CLAIM");
  fields({
    id: text,
    partnerId: text,
    customerId: text,
    registeredAt: anything,
    approvedAt: anything,
    renewedAt: optional(listOf(anything)),
  })(registration, ["registrations", index], check);
  check.refuseFaults("INVALID_CLAIM");
  return registration;
}

interface Protection {
  readonly claim: ClaimRegistration;
  readonly start: number;
  readonly end: number;
}

/** From when to when a claim protects, as known at an instant; undefined while it waits for approval. */
function protectionOf(claim: ClaimRegistration, rules: ClaimRules, at: number, zone: Zone): Protection | undefined {
  const { registeredAt, approvedAt, renewedAt = [] } = claim;
  const begin = rules.firstBy === "registered" ? registeredAt : approvedAt;
  const start = begin === undefined ? Infinity : instantOf(begin, zone);
  if (start > at) return undefined;
  let end = addDuration(start, rules.protection, zone);
  let left = rules.renewals;
  const renewals = renewedAt.map((renewed) => instantOf(renewed, zone)).sort((a, b) => a - b);
  for (const renewed of renewals) {
    if (left === 0 || renewed > at || renewed < start || renewed >= end) continue;
    end = addDuration(renewed, rules.protection, zone);
    left--;
  }
  return { claim, start, end };
}

const instantOf = (given: InstantInput, { timeZone }: Zone): number =>
  parseMoment(given, { timeZone, path: ["registrations"] });

import { formatInstant, zoneOf } from "../../core/index.js";
import { parseMoment } from "../../core/shared.js";
import { parseCustomers } from "../reading/parse-records.js";
import { requireRows } from "../reading/require-rows.js";
import type { ModelReasonCode } from "../reasons.js";
import { checkQualitySpec } from "./check-quality-spec.js";
import { type FieldTallies, type ProfiledRow, profileField } from "./profile-field.js";
import type { QualityDimensions, QualityProfile, QualitySpec } from "./quality-spec.js";
import { measureOf, pooled, type QualityTally } from "./quality-tally.js";

const DEFAULT_EXAMPLES = 3;
const dimensions = ["completeness", "validity", "uniqueness", "timeliness"] as const;

/**
 * How complete, valid, unique and up to date customer data are, field by field and together, with counts and examples.
 *
 * Each dimension is the share of the customers that could be judged: of all for completeness, of those with a value for validity and uniqueness,
 * of those with an instant not after `asOf` for timeliness (which asks that it lie in `(asOf - freshFor, asOf]`). The overall figures add the counts
 * of the fields up. A text of spaces counts as no value; the same value in two contact points of one customer is not shared.
 * Rows are taken as they are: customers that `parseCustomers` would reject are what validity is about.
 *
 * Without customers, without a value or without being asked for, a dimension is unknown.
 * @throws INVALID_QUALITY_SPEC (all faults as issues), INVALID_INSTANT, INVALID_TIME_ZONE, INVALID_ROWS
 * @example
 * import { profileQuality } from "clientele/model";
 * const customers = [
 *   { id: "1", name: "Ann", contactPoints: [{ channel: "email", value: "ann@example.org" }] },
 *   { id: "2", name: "Ann B.", contactPoints: [{ channel: "email", value: "ann@example.org" }] },
 *   { id: "3", birthday: "1990-02-30" },
 * ];
 * const fields = { name: {}, birthday: { expected: false }, "contactPoints.email": { unique: true } };
 * const { completeness, validity, uniqueness, timeliness } = profileQuality(customers, { asOf: "2026-04-01", fields });
 * completeness.status === "known" && [completeness.value.passed, completeness.value.judged]; // => [4, 6]
 * validity.status === "known" && validity.value.share; // => 0.8
 * uniqueness.status === "known" && uniqueness.value.examples.map(({ customerId }) => customerId); // => ["1", "2"]
 * timeliness.status; // => "unknown"
 * @category Data quality
 */
export function profileQuality(customers: Iterable<unknown>, spec: QualitySpec): QualityProfile {
  checkQualitySpec(spec);
  requireRows(customers);
  const zone = zoneOf(spec.timeZone ?? "UTC");
  const asOf = parseMoment(spec.asOf, { timeZone: zone.timeZone, dayAs: "end", path: ["asOf"] });
  const rows = profiledRows(customers);
  const tallies = Object.entries(spec.fields).map(
    ([field, asked]) => [field, profileField(rows, field, asked, asOf, zone)] as const,
  );
  const limit = spec.examples ?? DEFAULT_EXAMPLES;
  return {
    ...dimensionsOf(tallies, rows.length, limit),
    customers: rows.length,
    asOf: formatInstant(asOf),
    timeZone: zone.timeZone,
    fields: Object.fromEntries(tallies.map((tally) => [tally[0], dimensionsOf([tally], rows.length, limit)])),
  };
}

function profiledRows(customers: Iterable<unknown>): readonly ProfiledRow[] {
  const rows = [...customers];
  const { rejected } = parseCustomers(rows, { unknownFields: "ignore" });
  const issues = new Map(rejected.map((rejection) => [rejection.index, rejection.issues]));
  return rows.map((row, index) => {
    const id = (row as { readonly id?: unknown } | null | undefined)?.id;
    return { index, customerId: typeof id === "string" ? id : null, row, issues: issues.get(index) ?? [] };
  });
}

/** The four dimensions of one field, or of several together. */
function dimensionsOf(
  tallies: readonly (readonly [field: string, FieldTallies])[],
  customers: number,
  limit: number,
): QualityDimensions {
  const measures = dimensions.map((dimension) => {
    const asked = tallies.filter(([, tally]) => tally[dimension] !== undefined);
    const tally = pooled(asked.map(([, all]) => all[dimension] as QualityTally));
    const missing = customers === 0 ? ["customers"] : asked.length === 0 ? [dimension] : asked.map(([field]) => field);
    const code: ModelReasonCode =
      customers === 0 ? "model.no-customers" : asked.length === 0 ? "model.not-asked" : "model.no-values";
    return [dimension, measureOf(tally, limit, missing, { code, params: {} })];
  });
  return Object.fromEntries(measures) as unknown as QualityDimensions;
}

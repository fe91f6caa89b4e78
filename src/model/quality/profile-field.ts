import { type Interval, type Issue, rollingWindow, type Zone, zoneOf } from "../../core/index.js";
import { instantIn } from "../facts/instant-in.js";
import { customerValues } from "./customer-values.js";
import type { FieldQuality } from "./quality-spec.js";
import { count, newTally, type QualityTally } from "./quality-tally.js";

/** A customer as given, with what is wrong with it as a record. */
export interface ProfiledRow {
  readonly index: number;
  readonly customerId: string | null;
  readonly row: unknown;
  readonly issues: readonly Issue[];
}

/** The counts of one field; undefined for what is not asked of it. */
export interface FieldTallies {
  readonly completeness: QualityTally | undefined;
  readonly validity: QualityTally;
  readonly uniqueness: QualityTally | undefined;
  readonly timeliness: QualityTally | undefined;
}

/** Counts one field over all customers. */
export function profileField(
  rows: readonly ProfiledRow[],
  field: string,
  asked: FieldQuality,
  asOf: number,
  zone: Zone,
): FieldTallies {
  const completeness = asked.expected === false ? undefined : newTally();
  const validity = newTally();
  const uniqueness = asked.unique === true ? newTally() : undefined;
  const timeliness = asked.freshFor === undefined ? undefined : newTally();
  const isAllowed = allowedBy(asked);
  const holders = uniqueness === undefined ? new Map() : holdersOf(rows, field);
  const window = asked.freshFor === undefined ? undefined : rollingWindow(asOf, { last: asked.freshFor }, zone);
  for (const { index, customerId, row, issues } of rows) {
    const values = customerValues(row, field);
    const example = { index, customerId, field };
    if (completeness !== undefined) count(completeness, values.length > 0, example);
    if (values.length === 0) continue;
    const isValid = !issues.some((issue) => standsAt(issue, field)) && values.every(isAllowed);
    count(validity, isValid, example);
    if (uniqueness !== undefined)
      count(
        uniqueness,
        values.every((value) => holders.get(keyOf(value)) === 1),
        example,
      );
    const instant = window === undefined ? Number.POSITIVE_INFINITY : instantIn(values[0], zone);
    if (instant <= asOf) {
      count(timeliness as QualityTally, instant > (window as Interval).start, example);
    }
  }
  return { completeness, validity, uniqueness, timeliness };
}

function allowedBy({ pattern, values, freshFor }: FieldQuality): (value: unknown) => boolean {
  const whole = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, "u");
  return (value) =>
    (whole === undefined || (typeof value === "string" && whole.test(value))) &&
    (values === undefined || values.includes(value as string)) &&
    (freshFor === undefined || Number.isFinite(instantIn(value, zoneOf("UTC"))));
}

/** How many customers have each value. */
function holdersOf(rows: readonly ProfiledRow[], field: string): ReadonlyMap<unknown, number> {
  const holders = new Map<unknown, number>();
  for (const { row } of rows) {
    for (const key of new Set(customerValues(row, field).map(keyOf))) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  return holders;
}

/** Equal objects are one value: an address written twice is shared. */
const keyOf = (value: unknown): unknown => (typeof value === "object" ? JSON.stringify(value) : value);

const standsAt = ({ path }: Issue, field: string): boolean => `${path.join(".")}.`.startsWith(`${field}.`);

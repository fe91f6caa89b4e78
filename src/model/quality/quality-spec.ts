import type { Assessed, Duration, InstantInput } from "../../core/index.js";

/**
 * What good customer data are, for {@link profileQuality}. JSON.
 * @category Data quality
 */
export interface QualitySpec {
  /** The moment of judgement: a bare day counts whole. */
  readonly asOf: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /**
   * What is asked of each field. A field is named by its path: `name`, `address.city`, `attributes.loyaltyCard`,
   * or a channel of contact points, `contactPoints.email`.
   */
  readonly fields: QualityFields;
  /** How many customers are named for each fault; default 3. */
  readonly examples?: number | undefined;
}

/** What is asked of each field, by path. */
export type QualityFields = Readonly<Record<string, FieldQuality>>;

/**
 * What is asked of one field. Every value must be what the record type asks for (a birthday a day that exists); do not repeat that here.
 * @category Data quality
 */
export interface FieldQuality {
  /** A customer without it is incomplete; default true. */
  readonly expected?: boolean | undefined;
  /** A regular expression (with the `u` flag) that the whole text must match. */
  readonly pattern?: string | undefined;
  /** The texts that are allowed. */
  readonly values?: readonly string[] | undefined;
  /** No two customers share a value. Values are compared as they are: normalise them first. */
  readonly unique?: boolean | undefined;
  /** The value is an instant, such as the day of the last check, and should not be older than this. */
  readonly freshFor?: Duration | undefined;
}

/**
 * How many of the customers that could be judged passed.
 * @category Data quality
 */
export interface QualityMeasure {
  readonly judged: number;
  readonly passed: number;
  /** `passed / judged`, 0 to 1. */
  readonly share: number;
  /** The first customers that did not pass. */
  readonly examples: readonly QualityExample[];
}

/** A customer that did not pass: position, id as far as there is one, and the field. */
export interface QualityExample {
  readonly index: number;
  readonly customerId: string | null;
  readonly field: string;
}

/**
 * The four dimensions of data quality (准确性、完整性、唯一性、及时性). Where nothing could be judged, a dimension is unknown, never 0 or 1.
 * @category Data quality
 */
export interface QualityDimensions {
  /** Has a value. Judged: all customers, on expected fields. */
  readonly completeness: Assessed<QualityMeasure>;
  /** The value is of its type, and matches what was asked for. Judged: customers that have a value. */
  readonly validity: Assessed<QualityMeasure>;
  /** No other customer has the value. Judged: customers that have one, on unique fields. */
  readonly uniqueness: Assessed<QualityMeasure>;
  /** The value lies in the time asked for. Judged: customers with an instant up to `asOf`, on fields with `freshFor`. */
  readonly timeliness: Assessed<QualityMeasure>;
}

/**
 * The quality of customer data: every field, and all fields together (their counts added up).
 * @category Data quality
 */
export interface QualityProfile extends QualityDimensions {
  readonly customers: number;
  /** The moment of judgement as ISO 8601, and the zone in which durations were counted. */
  readonly asOf: string;
  readonly timeZone: string;
  readonly fields: Readonly<Record<string, QualityDimensions>>;
}

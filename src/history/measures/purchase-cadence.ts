import {
  type Assessed,
  type Column,
  type CustomerTable,
  customerTable,
  known,
  type MaybeColumn,
  parseInstant,
  unknown,
  zoneOf,
} from "../../core/index.js";
import { checkOptions, finite, whole } from "../../core/shared.js";
import { quantile } from "../../math/index.js";
import type { CustomerBase } from "../customer-base.js";
import { requireBase } from "../require-base.js";
import { medianGaps } from "./median-gaps.js";

/** How much of a customer's own rhythm is needed. */
export interface PurchaseCadenceOptions {
  /** With fewer gaps the own median is unknown; a whole number from 1, default 2. */
  readonly minGaps?: number | undefined;
  /** The base's median weighs as much as so many gaps of the customer's own in the expected gap; default 2, 0 for none. */
  readonly priorGaps?: number | undefined;
}

/** One customer's rhythm of buying. */
export interface PurchaseCadenceRow {
  readonly customerId: string;
  /** Gaps between purchase days: one less than there are such days. */
  readonly gaps: number;
  /** The customer's own median gap; unknown with too few gaps. */
  readonly medianGapDays: Assessed<number>;
  /** The own median drawn towards the base's, the more so the fewer gaps there are; unknown where there is nothing to expect from. */
  readonly expectedGapDays: Assessed<number>;
  /** Days since the last purchase over the own median gap: "usually every 23 days, now 61" is 2.65. Unknown where the median is. */
  readonly overdueRatio: Assessed<number>;
}

/** The same in columns, base order. */
export interface PurchaseCadenceColumns {
  readonly gaps: Column;
  readonly medianGapDays: MaybeColumn;
  readonly expectedGapDays: MaybeColumn;
  readonly overdueRatio: MaybeColumn;
}

/**
 * The rhythm of a whole base.
 * @category Measures
 */
export interface PurchaseCadence extends CustomerTable<PurchaseCadenceRow, PurchaseCadenceColumns> {
  /** The median, over the customers with a gap, of each one's own median gap. */
  readonly baseMedianGapDays: Assessed<number>;
}

/**
 * The gaps between each customer's purchase days: how many there are, their median, the gap to expect, and how overdue the next purchase is.
 *
 * Medians are type 7. The expected gap is the weighted geometric mean exp((n ln own + k ln base) / (n + k)) of the own median, for its n gaps,
 * and the base's median, for k = `priorGaps` (docs/decisions/0070-the-gap-to-expect.md). Whole local days.
 * Without a gap the base's median alone is expected of who has bought; who never bought has nothing to expect.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { purchaseCadence, summarizePurchases } from "clientele/history";
 * const order = (id: string, at: string) => ({ id, customerId: "ann", at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases([order("1", "2026-01-01"), order("2", "2026-01-11"), order("3", "2026-02-10")], { asOf: "2026-03-12" });
 * const { medianGapDays, overdueRatio } = purchaseCadence(base).at(0);
 * medianGapDays; // => { status: "known", value: 20, reasons: [] }
 * overdueRatio; // => { status: "known", value: 1.5, reasons: [] }
 * purchaseCadence(base, { minGaps: 3 }).at(0).medianGapDays.status; // => "unknown"
 * @category Measures
 */
export function purchaseCadence(base: CustomerBase, options: PurchaseCadenceOptions = {}): PurchaseCadence {
  requireBase(base);
  checkOptions<PurchaseCadenceOptions>(options, { minGaps: whole({ from: 1 }), priorGaps: finite({ from: 0 }) });
  const { minGaps = 2, priorGaps = 2 } = options;
  const { gaps, medians } = medianGaps(base.calendar);
  const withGaps = medians.filter((median) => median > 0);
  const baseMedian = withGaps.length === 0 ? undefined : quantile(withGaps, 0.5);
  const { lastDay } = base.columns;
  const today = zoneOf(base.timeZone).dayAt(parseInstant(base.asOf));
  const enough = new Uint8Array(base.size);
  const overdue = new Float64Array(base.size);
  for (let i = 0; i < base.size; i++) {
    if (gaps[i]! >= minGaps) enough[i] = 1;
    if (medians[i]! > 0) overdue[i] = (today - lastDay.values[i]!) / medians[i]!;
  }
  const columns: PurchaseCadenceColumns = {
    gaps,
    medianGapDays: { values: medians, known: enough },
    expectedGapDays: expectedGaps(gaps, medians, baseMedian, priorGaps, lastDay.known),
    overdueRatio: { values: overdue, known: enough },
  };
  const assessed = ({ values, known: isKnown }: MaybeColumn, index: number): Assessed<number> =>
    isKnown[index] === 1 ? known(values[index]!) : unknown(["gaps"]);
  const table = customerTable<PurchaseCadenceRow, PurchaseCadenceColumns>({
    customerIds: base.customerIds,
    columns,
    row: (index) => ({
      customerId: base.customerIds[index]!,
      gaps: gaps[index]!,
      medianGapDays: assessed(columns.medianGapDays, index),
      expectedGapDays: assessed(columns.expectedGapDays, index),
      overdueRatio: assessed(columns.overdueRatio, index),
    }),
  });
  return { ...table, baseMedianGapDays: baseMedian === undefined ? unknown(["gaps"]) : known(baseMedian) };
}

function expectedGaps(
  gaps: Int32Array,
  medians: Float64Array,
  baseMedian: number | undefined,
  priorGaps: number,
  bought: Column,
): MaybeColumn {
  const values = new Float64Array(gaps.length);
  const isKnown = new Uint8Array(gaps.length);
  if (baseMedian === undefined) return { values, known: isKnown };
  const prior = priorGaps * Math.log(baseMedian);
  for (let i = 0; i < gaps.length; i++) {
    const weight = gaps[i]! + priorGaps;
    if (bought[i] === 0 || weight === 0) continue;
    isKnown[i] = 1;
    values[i] = gaps[i] === 0 ? baseMedian : Math.exp((gaps[i]! * Math.log(medians[i]!) + prior) / weight);
  }
  return { values, known: isKnown };
}

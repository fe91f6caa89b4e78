import {
  type Assessed,
  type Day,
  formatDay,
  known,
  type MaybeColumn,
  parseInstant,
  type Reason,
  unknown,
  zoneOf,
} from "../../core/index.js";
import {
  anything,
  checkOptions,
  finite,
  itemsOf,
  maybeNumbers,
  maybeTexts,
  type OptionRules,
  parseMoment,
} from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import type { Feedback, Rows } from "../../model/index.js";
import { reaches } from "./band-edges.js";
import { brandShare } from "./brand-share.js";
import { type Classes, classTable } from "./classes.js";
import { FEWEST_DAYS, type NeedStrengths, premiumShare, promotedShare } from "./need-strengths.js";

/** What moves a customer to buy. */
export type Need = "price-sensitive" | "quality-seeking" | "brand-loyal";

/** How strong a need is, and how that compares with the base. */
export interface NeedStrength {
  readonly need: Need;
  /** 0 to 1: the share of net that speaks for it; 1 where the customer said so. */
  readonly strength: number;
  /** The strength over the base's: 1 as everybody. */
  readonly index: number;
  /** The day on which the customer said so. */
  readonly stated?: Day | undefined;
}

/** The needs of one customer. */
export interface CustomerNeeds {
  readonly customerId: string;
  readonly primary: Assessed<Need>;
  /** Stated needs first, the latest before others; then the strongest. */
  readonly strengths: readonly NeedStrength[];
}

/** The needs of all customers in columns: beside the primary one, as `class`, how strong each is. */
export type NeedsColumns = { readonly [N in Need]: MaybeColumn };

/** What counts as a need. */
export interface ClassifyNeedsOptions {
  /** Feedback in which customers state needs; by codes, `price-sensitive`, `quality-seeking` or `brand-loyal`. Beats behaviour. */
  readonly stated?: Rows<Feedback> | undefined;
  /** The least share of net bought on promotion that makes somebody price-sensitive; default 0.6. */
  readonly promotedShare?: number | undefined;
  /** And the least index against the base; default 1.5. */
  readonly index?: number | undefined;
}

const rules: OptionRules<ClassifyNeedsOptions> = {
  stated: anything,
  promotedShare: finite({ above: 0, to: 1 }),
  index: finite({ from: 0 }),
};
const needs: readonly Need[] = ["price-sensitive", "quality-seeking", "brand-loyal"];
const QUALITY = 0.5;
const BRAND = 0.7;

/**
 * What moves each customer: price, quality or a brand, as strengths with the base to compare with, and the primary one as class.
 *
 * Price-sensitive: at least 0.6 of net is bought on promotion, and at least 1.5 times the base's share is. Quality-seeking: at least half of net in
 * the price tier "premium". Brand-loyal: one brand, bought on three days or more in two calendar months or more, makes 0.7 or more of the net of its
 * category. What the customer stated beats what was bought, with its date, the latest first; else the primary need is the strongest of those that hold. Unknown under three
 * purchase days without a statement, and where no need holds (`missing` says "need"). Where more than half of all net is bought on promotion, the
 * warning `segmentation.everybody-buys-on-promotion` says that this tells about the shop, not about customers. Needs the measure `promoted` and the
 * dimensions `priceTier` and `brandInCategory` (or `brand`); a need whose part was not read is unknown.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyNeeds } from "clientele/segmentation";
 * const lines = [{ sku: "oolong", category: "tea", brand: "Lu Yu", net: "9.00" }];
 * const orders = ["2026-01-10", "2026-02-10", "2026-03-10"].map((at) => ({ id: at, customerId: "ann", at, amount: "9.00", currency: "USD", lines }));
 * const base = summarizePurchases(orders, { asOf: "2026-04-01", measures: ["promoted"], dimensions: ["brandInCategory", "priceTier"] });
 * classifyNeeds(base).columns.class.values; // => ["brand-loyal"]
 * @category Classes
 */
export function classifyNeeds(
  base: CustomerBase,
  options: ClassifyNeedsOptions = {},
): Classes<Need, CustomerNeeds, NeedsColumns> {
  requireBase(base);
  checkOptions<ClassifyNeedsOptions>(options, rules);
  const { promotedShare: fewest = 0.6, index: least = 1.5 } = options;
  const stated = statedNeeds(options.stated ?? [], base);
  const promoted = promotedShare(base);
  const found: Readonly<Record<Need, NeedStrengths | undefined>> = {
    "price-sensitive": promoted,
    "quality-seeking": premiumShare(base),
    "brand-loyal": brandShare(base),
  };
  const leastOf: Readonly<Record<Need, number>> = {
    "price-sensitive": fewest,
    "quality-seeking": QUALITY,
    "brand-loyal": BRAND,
  };
  const isTold = (need: Need, at: number): boolean => found[need]?.strength.known[at] === 1;
  const holds = (need: Need, at: number): boolean =>
    isTold(need, at) &&
    found[need]!.strength.values[at]! >= leastOf[need] &&
    (need !== "price-sensitive" || reaches(found[need]!.index[at]!, least));
  const strengthAt = (need: Need, at: number): number => found[need]!.strength.values[at]!;
  const primaryAt = (at: number): Need | undefined => {
    const said = stated.get(base.customerIds[at]!);
    if (said !== undefined && said.size > 0) return latestOf(said);
    let primary: Need | undefined;
    for (const need of needs) {
      if (holds(need, at) && (primary === undefined || strengthAt(need, at) > strengthAt(primary, at))) primary = need;
    }
    return primary;
  };
  const strengthsOf = (at: number): readonly NeedStrength[] => {
    const said = stated.get(base.customerIds[at]!);
    const strengths = needs.flatMap((need): NeedStrength[] => {
      const day = said?.get(need);
      const index = isTold(need, at) ? found[need]!.index[at]! : 1;
      if (day !== undefined) return [{ need, strength: 1, index, stated: day }];
      return isTold(need, at) ? [{ need, strength: strengthAt(need, at), index }] : [];
    });
    const day = ({ stated = "" }: NeedStrength): string => stated;
    return strengths.sort((a, b) => (day(a) === day(b) ? b.strength - a.strength : day(a) < day(b) ? 1 : -1));
  };
  const missingAt = (at: number, strengths: readonly NeedStrength[]): readonly string[] => {
    if (strengths.length > 0) return ["need"];
    return base.columns.purchaseDays[at]! < FEWEST_DAYS ? ["purchaseDays"] : ["promoted", "priceTier", "brand"];
  };
  const strengths = Object.fromEntries(
    needs.map((need) => [need, found[need]?.strength ?? maybeNumbers(base.size, () => undefined)]),
  ) as NeedsColumns;
  return classTable<Need, CustomerNeeds, NeedsColumns>({
    names: needs,
    customerIds: base.customerIds,
    class: maybeTexts(base.size, primaryAt),
    columns: strengths,
    warnings: warningsOf(promoted?.ofBase),
    row(at) {
      const strengths = strengthsOf(at);
      const primary = strengths.find(({ need }) => need === primaryAt(at));
      return {
        customerId: base.customerIds[at]!,
        strengths,
        primary: primary === undefined ? unknown(missingAt(at, strengths)) : known(primary.need, [reasonOf(primary)]),
      };
    },
  });
}

function warningsOf(promoted: number | undefined): readonly Reason[] {
  if (promoted === undefined) return [{ code: "segmentation.promotions-not-read", params: {} }];
  return promoted > 0.5 ? [{ code: "segmentation.everybody-buys-on-promotion", params: { share: promoted } }] : [];
}

function reasonOf({ need, strength, index, stated }: NeedStrength): Reason {
  return stated === undefined
    ? { code: "segmentation.need-shown", params: { need, strength, index } }
    : { code: "segmentation.need-stated", params: { need, day: stated } };
}

/** What was said last; of needs of one day, the first in their order. */
const latestOf = (said: ReadonlyMap<Need, Day>): Need | undefined =>
  needs.reduce<Need | undefined>(
    (latest, need) => ((said.get(need) ?? "") > (said.get(latest as Need) ?? "") ? need : latest),
    undefined,
  );

/** The latest statement of each need by customer, up to the base's moment. */
function statedNeeds(feedback: Rows<Feedback>, base: CustomerBase): ReadonlyMap<string, ReadonlyMap<Need, Day>> {
  const { asOf, timeZone } = base;
  const zone = zoneOf(timeZone);
  const found = new Map<string, Map<Need, Day>>();
  for (const { customerId, at, needs: said = [] } of itemsOf(feedback, "stated", "a list of feedback", "at")) {
    const instant = parseMoment(at, { timeZone, path: ["stated"] });
    if (customerId === undefined || customerId === null || !Array.isArray(said) || instant > parseInstant(asOf))
      continue;
    const own = found.get(customerId) ?? new Map<Need, Day>();
    found.set(customerId, own);
    const day = formatDay(zone.dayAt(instant));
    for (const need of needs) if (said.includes(need) && (own.get(need) ?? "") <= day) own.set(need, day);
  }
  return found;
}

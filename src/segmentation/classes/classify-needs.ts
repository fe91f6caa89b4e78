import {
  type Assessed,
  type CustomerTable,
  customerTable,
  type Day,
  formatInstant,
  known,
  type MaybeColumn,
  parseInstant,
  type Reason,
  unknown,
} from "../../core/index.js";
import {
  anything,
  checkOptions,
  finite,
  maybeNumbers,
  maybeTexts,
  type OptionRules,
  refusal,
} from "../../core/shared.js";
import { type CustomerBase, type Preferences, preferences, requireBase } from "../../history/index.js";
import type { Feedback, Rows } from "../../model/index.js";

/** What moves a customer to buy. */
export type Need = "price-sensitive" | "quality-seeking" | "brand-loyal";

/** How strong a need is, and how that compares with the base. */
export interface NeedStrength {
  readonly need: Need;
  /** 0 to 1: the share of spend that speaks for it; 1 where the customer said so. */
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
  /** Stated needs first, then the strongest. */
  readonly strengths: readonly NeedStrength[];
}

/** The needs of all customers in columns. */
export type NeedsColumns = { readonly primary: MaybeColumn<Need> } & { readonly [N in Need]: MaybeColumn };

/** What counts as a need. */
export interface ClassifyNeedsOptions {
  /** Feedback in which customers state needs; by codes, `price-sensitive`, `quality-seeking` or `brand-loyal`. Beats behaviour. */
  readonly stated?: Rows<Feedback> | undefined;
  /** The least share of spend with a discount that makes somebody price-sensitive; default 0.6. */
  readonly promotedShare?: number | undefined;
  /** And the least index against the base; default 1.5. */
  readonly index?: number | undefined;
}

const rules: OptionRules<ClassifyNeedsOptions> = {
  stated: anything,
  promotedShare: finite({ above: 0, to: 1 }),
  index: finite({ from: 0 }),
};
const all: readonly Need[] = ["price-sensitive", "quality-seeking", "brand-loyal"];
const FEWEST_DAYS = 3;
const QUALITY = 0.5;
const BRAND = 0.7;

/**
 * What moves each customer: price, quality or a brand, as strengths with the base to compare with, and the primary one.
 *
 * Price-sensitive: at least 0.6 of the spend lies on days with a discount, and at least 1.5 times the base's share does. Quality-seeking: at least
 * half of the spend in the price tier "premium". Brand-loyal: one brand makes 0.7 or more of the spend on three purchase days or more. What the customer
 * stated beats what was bought, with its date; the primary need is the strongest of those that hold. Unknown under three purchase days without a
 * statement. Where more than half of all spend carries a discount, the warning `segmentation.everybody-buys-on-promotion` says that this tells about
 * the shop, not about customers. Needs the measure `discount` and the dimensions `brand` and `priceTier`; a need whose part was not read is unknown.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyNeeds } from "clientele/segmentation";
 * const order = (id: string, at: string) => ({ id, customerId: "ann", at, amount: "9.00", currency: "USD", lines: [{ sku: "tea", brand: "Lu Yu", net: "9.00" }] });
 * const orders = [order("1", "2026-01-10"), order("2", "2026-02-10"), order("3", "2026-03-10")];
 * const base = summarizePurchases(orders, { asOf: "2026-04-01", measures: ["discount"], dimensions: ["brand", "priceTier"] });
 * classifyNeeds(base).columns.primary.values; // => ["brand-loyal"]
 * @category Classes
 */
export function classifyNeeds(
  base: CustomerBase,
  options: ClassifyNeedsOptions = {},
): CustomerTable<CustomerNeeds, NeedsColumns> {
  requireBase(base);
  checkOptions<ClassifyNeedsOptions>(options, rules);
  const { promotedShare = 0.6, index: least = 1.5 } = options;
  const stated = statedNeeds(options.stated ?? [], base);
  const promoted = promotedSpend(base);
  const tier = base.dimensions.includes("priceTier") ? premiumSpend(base) : undefined;
  const brand = base.dimensions.includes("brand") ? preferences(base, "brand", { by: "net" }) : undefined;
  const enough = base.columns.purchaseDays;

  const strengthOf = (need: Need, index: number): readonly [strength: number, over: number] | undefined => {
    if (enough[index]! < FEWEST_DAYS) return undefined;
    if (need === "price-sensitive") return over(promoted?.shareOf(index), promoted?.base);
    if (need === "quality-seeking") return over(tier?.shareOf(index), tier?.base);
    const { favouriteShare, favouriteIndex } = brand?.columns ?? {};
    if (favouriteShare === undefined || favouriteShare.known[index] !== 1) return undefined;
    return [favouriteShare.values[index]!, favouriteIndex!.values[index]!];
  };
  const holds = (need: Need, [strength, index]: readonly [number, number]): boolean =>
    need === "price-sensitive"
      ? strength >= promotedShare && index >= least
      : strength >= (need === "brand-loyal" ? BRAND : QUALITY);
  const strengthsOf = (index: number): readonly NeedStrength[] => {
    const said = stated.get(base.customerIds[index]!);
    const found = all.flatMap((need): NeedStrength[] => {
      const seen = strengthOf(need, index);
      const on = said?.get(need);
      if (on !== undefined) return [{ need, strength: 1, index: seen?.[1] ?? 1, stated: on }];
      return seen === undefined ? [] : [{ need, strength: seen[0], index: seen[1] }];
    });
    const first = ({ stated }: NeedStrength): number => (stated === undefined ? 0 : 1);
    return found.sort(
      (a, b) => first(b) - first(a) || b.strength - a.strength || all.indexOf(a.need) - all.indexOf(b.need),
    );
  };
  const primaryOf = (strengths: readonly NeedStrength[]): NeedStrength | undefined =>
    strengths.find(({ need, strength, index, stated }) => stated !== undefined || holds(need, [strength, index]));
  const columns = {
    primary: maybeTexts(base.size, (index) => primaryOf(strengthsOf(index))?.need),
    ...Object.fromEntries(all.map((need) => [need, maybeNumbers(base.size, (index) => strengthOf(need, index)?.[0])])),
  } as NeedsColumns;
  return customerTable<CustomerNeeds, NeedsColumns>({
    customerIds: base.customerIds,
    columns,
    warnings: [
      ...(promoted === undefined ? [{ code: "segmentation.discounts-not-read", params: {} }] : promoted.warnings),
    ],
    row(index) {
      const strengths = strengthsOf(index);
      const primary = primaryOf(strengths);
      return {
        customerId: base.customerIds[index]!,
        strengths,
        primary:
          primary === undefined
            ? unknown(strengths.length === 0 ? ["purchaseDays"] : ["need"])
            : known(primary.need, [reasonOf(primary)]),
      };
    },
  });
}

function reasonOf({ need, strength, index, stated }: NeedStrength): Reason {
  return stated === undefined
    ? { code: "segmentation.need-shown", params: { need, strength, index } }
    : { code: "segmentation.need-stated", params: { need, day: stated } };
}

const over = (share: number | undefined, base: number | undefined): readonly [number, number] | undefined =>
  share === undefined || base === undefined ? undefined : [share, base === 0 ? 0 : share / base];

interface SpendShare {
  /** Undefined where nothing tells. */
  shareOf(index: number): number | undefined;
  readonly base: number;
  readonly warnings: readonly Reason[];
}

/** The share of gross spent on days with a discount; days whose orders do not state one are left out. */
function promotedSpend({ calendar }: CustomerBase): SpendShare | undefined {
  const { offsets, grossMinor, measures, unstated } = calendar;
  const [discount, silent] = [measures.discount, unstated.discount];
  if (discount === undefined || silent === undefined) return undefined;
  const sums = (from: number, to: number): readonly [number, number] => {
    let [promoted, all] = [0, 0];
    for (let row = from; row < to; row++) {
      if (silent[row]! > 0) continue;
      all += grossMinor[row]!;
      if (discount[row]! > 0) promoted += grossMinor[row]!;
    }
    return [promoted, all];
  };
  const [onPromotion, told] = sums(0, grossMinor.length);
  const base = told === 0 ? 0 : onPromotion / told;
  const warnings = base > 0.5 ? [{ code: "segmentation.everybody-buys-on-promotion", params: { share: base } }] : [];
  return {
    base,
    warnings,
    shareOf(index) {
      const [mine, all] = sums(offsets[index]!, offsets[index + 1]!);
      return all === 0 ? undefined : mine / all;
    },
  };
}

/** The share of spend in the tier "premium" among spend that states a tier. */
function premiumSpend(base: CustomerBase): SpendShare {
  const tiers: Preferences = preferences(base, "priceTier", { by: "net", minPurchaseDays: 1 });
  return {
    base: tiers.values.find(({ value }) => value === "premium")?.share ?? 0,
    warnings: [],
    shareOf(index) {
      const { preferences: found } = tiers.at(index);
      if (found.status === "unknown") return undefined;
      return found.value.find(({ value }) => value === "premium")?.share ?? 0;
    },
  };
}

/** The latest statement of each need by customer, up to the base's moment. */
function statedNeeds(feedback: Rows<Feedback>, base: CustomerBase): ReadonlyMap<string, ReadonlyMap<Need, Day>> {
  if (typeof feedback !== "object" || !(Symbol.iterator in Object(feedback))) {
    throw refusal("INVALID_OPTIONS", ["stated"], "a list of feedback", feedback);
  }
  const asOf = parseInstant(base.asOf);
  const found = new Map<string, Map<Need, Day>>();
  for (const { customerId, at, needs = [] } of feedback) {
    const instant = parseInstant(at, { timeZone: base.timeZone, path: ["stated"] });
    if (customerId === undefined || customerId === null || instant > asOf) continue;
    const own = found.get(customerId) ?? new Map<Need, Day>();
    found.set(customerId, own);
    const day = formatInstant(instant).slice(0, 10);
    for (const need of all) if (needs.includes(need) && (own.get(need) ?? "") <= day) own.set(need, day);
  }
  return found;
}

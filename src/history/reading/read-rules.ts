import { currencyDecimals, type DayNumber, type Zone, zoneOf } from "../../core/index.js";
import {
  anything,
  choice,
  fields,
  issueOf,
  listOf,
  type OptionRules,
  optionIssues,
  parseMoment,
  type Rule,
  refuseAll,
  satisfying,
  text,
  whole,
} from "../../core/shared.js";
import { type Settle, timesInZone, transactionTable } from "../../model/shared.js";
import { type Survivor, survivorOf } from "../base/survivors.js";
import type { Dimension, Measure } from "../customer-base.js";
import type { ExchangeRates, RefundPolicy, SummarizeOptions } from "../purchases/summarize-options.js";
import { requireTexts } from "../texts/require-texts.js";
import { type ExclusionReason, exclusionReason } from "./exclusion-rules.js";

/** The options of reading, checked and made ready. */
export interface ReadRules {
  readonly asOf: number;
  readonly asOfDay: DayNumber;
  readonly zone: Zone;
  /** Settles the local times of a row, where the options allow them. */
  readonly settle: Settle | undefined;
  readonly currency: string | undefined;
  readonly scale: number | undefined;
  readonly refunds: RefundPolicy;
  readonly rates: ExchangeRates | undefined;
  readonly survivor: Survivor | undefined;
  readonly exclusion: ExclusionReason | undefined;
  readonly customerIds: readonly string[];
  readonly measures: readonly Measure[];
  readonly dimensions: readonly Dimension[];
}

export const allMeasures: readonly Measure[] = ["cost", "discount", "promoted", "quantity", "online"];
export const allDimensions: readonly Dimension[] = [
  "category",
  "brand",
  "brandInCategory",
  "sku",
  "channel",
  "store",
  "priceTier",
  "hour",
];
export const refundPolicies: readonly RefundPolicy[] = ["net", "ignore", "refuse"];
const exclusion: Rule = (value, path, check) => {
  const record = fields({ reason: text, customerIds: anything, tags: anything })(value, path, check);
  if (record === undefined || record.customerIds !== undefined || record.tags !== undefined) return;
  check.report(path, "customerIds or tags", value);
};
const optionRules: OptionRules<SummarizeOptions> = {
  asOf: anything,
  timeZone: anything,
  localTimes: choice(["refuse", "in-zone"]),
  currency: anything,
  scale: whole({ from: 0, to: 18 }),
  refunds: choice(refundPolicies),
  customerIds: anything,
  aliases: anything,
  exclude: listOf(exclusion),
  rates: satisfying("a function of (from, day)", (rates) => typeof rates === "function"),
  measures: listOf(choice(allMeasures)),
  dimensions: listOf(choice(allDimensions)),
};

/** Checks the options; all faults at once. */
export function readRules(options: SummarizeOptions): ReadRules {
  const { rates, currency } = Object(options) as Partial<SummarizeOptions>;
  const lacksTarget = rates !== undefined && currency === undefined;
  const target = issueOf("INVALID_OPTIONS", ["currency"], "the currency into which rates convert", currency);
  refuseAll([...optionIssues<SummarizeOptions>(options, optionRules), ...(lacksTarget ? [target] : [])]);
  const timeZone = options.timeZone ?? "UTC";
  const zone = zoneOf(timeZone);
  const asOf = parseMoment(options.asOf, { timeZone, dayAs: "end", path: ["asOf"] });
  if (options.currency !== undefined) currencyDecimals(options.currency);
  const survivor = survivorOf(options.aliases);
  return {
    asOf,
    asOfDay: zone.dayAt(asOf),
    zone,
    settle: timesInZone(transactionTable, options),
    currency: options.currency,
    scale: options.scale,
    refunds: options.refunds ?? "net",
    rates: options.rates,
    survivor,
    exclusion: exclusionReason(options.exclude, survivor),
    customerIds: requireTexts(options.customerIds ?? [], ["customerIds"]),
    measures: inOrder(allMeasures, options.measures),
    dimensions: inOrder(allDimensions, options.dimensions),
  };
}

/** Each name once, in the order of this list: the order in which they were asked for does not show. */
const inOrder = <Name extends string>(all: readonly Name[], asked: readonly Name[] = []): readonly Name[] =>
  all.filter((name) => asked.includes(name));

import {
  ClienteleError,
  currencyDecimals,
  type DayNumber,
  type Issue,
  optionNameIssues,
  parseInstant,
  showValue,
  type Zone,
  zoneOf,
} from "../../core/index.js";
import type { Dimension, Measure } from "../customer-base.js";
import type { ExchangeRates, Exclusion, RefundPolicy, SummarizeOptions } from "../summarize-options.js";
import { type ExclusionReason, exclusionReason } from "./exclusion-rules.js";
import { requireTexts } from "./require-texts.js";
import { type Survivor, survivorOf } from "./survivors.js";

/** The options of reading, checked and made ready. */
export interface ReadRules {
  readonly asOf: number;
  readonly asOfDay: DayNumber;
  readonly zone: Zone;
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

export const allMeasures: readonly Measure[] = ["cost", "discount", "quantity", "online"];
export const allDimensions: readonly Dimension[] = [
  "category",
  "brand",
  "sku",
  "channel",
  "store",
  "priceTier",
  "hour",
];
export const refundPolicies: readonly RefundPolicy[] = ["net", "ignore", "refuse"];
const optionNames: Readonly<Record<keyof SummarizeOptions, true>> = {
  asOf: true,
  timeZone: true,
  currency: true,
  scale: true,
  refunds: true,
  customerIds: true,
  aliases: true,
  exclude: true,
  rates: true,
  measures: true,
  dimensions: true,
};

const exclusionNames: readonly (keyof Exclusion)[] = ["reason", "customerIds", "tags"];

/** Checks the options; all faults at once. */
export function readRules(options: SummarizeOptions): ReadRules {
  const issues = optionIssues(options);
  if (issues.length > 0) throw new ClienteleError({ ...(issues[0] as Issue), issues });
  const timeZone = options.timeZone ?? "UTC";
  const zone = zoneOf(timeZone);
  const asOf = parseInstant(options.asOf, { timeZone, dayAs: "end", path: ["asOf"] });
  if (options.currency !== undefined) currencyDecimals(options.currency);
  const survivor = survivorOf(options.aliases);
  return {
    asOf,
    asOfDay: zone.dayAt(asOf),
    zone,
    currency: options.currency,
    scale: options.scale,
    refunds: options.refunds ?? "net",
    rates: options.rates,
    survivor,
    exclusion: exclusionReason(options.exclude, survivor),
    customerIds: requireTexts(options.customerIds ?? [], ["customerIds"], "INVALID_SUMMARIZE_OPTIONS"),
    measures: inOrder(allMeasures, options.measures),
    dimensions: inOrder(allDimensions, options.dimensions),
  };
}

/** Each name once, in the order of this list: the order in which they were asked for does not show. */
const inOrder = <Name extends string>(all: readonly Name[], asked: readonly Name[] = []): readonly Name[] =>
  all.filter((name) => asked.includes(name));

function optionIssues(options: SummarizeOptions): Issue[] {
  const issues = optionNameIssues(options, Object.keys(optionNames), "INVALID_SUMMARIZE_OPTIONS");
  if (typeof options !== "object" || options === null) return issues;
  const fault = (path: readonly (string | number)[], expected: string, received: unknown, hint?: string): void => {
    const found = { code: "INVALID_SUMMARIZE_OPTIONS", path, expected, received: showValue(received) };
    issues.push(hint === undefined ? found : { ...found, hint });
  };
  const { scale, refunds, rates, currency } = options;
  const listed = (name: "measures" | "dimensions" | "exclude"): readonly unknown[] => {
    const list: unknown = options[name] === undefined ? [] : options[name];
    if (Array.isArray(list)) return list;
    fault([name], "a list", options[name]);
    return [];
  };
  if (scale !== undefined && !(Number.isInteger(scale) && scale >= 0 && scale <= 18)) {
    fault(["scale"], "a whole number of decimals from 0 to 18", scale);
  }
  if (refunds !== undefined && !refundPolicies.includes(refunds)) {
    fault(["refunds"], refundPolicies.join(" or "), refunds);
  }
  if (rates !== undefined && typeof rates !== "function") fault(["rates"], "a function of (from, day)", rates);
  if (rates !== undefined && currency === undefined) {
    fault(["currency"], "the currency into which rates convert", currency);
  }
  listed("measures").forEach((name, i) => {
    if (!allMeasures.includes(name as Measure)) fault(["measures", i], allMeasures.join(", "), name);
  });
  listed("dimensions").forEach((name, i) => {
    if (!allDimensions.includes(name as Dimension)) fault(["dimensions", i], allDimensions.join(", "), name);
  });
  listed("exclude").forEach((given, i) => {
    issues.push(...optionNameIssues(given, exclusionNames, "INVALID_SUMMARIZE_OPTIONS", ["exclude", i]));
    if (typeof given !== "object" || given === null) return;
    const { reason, customerIds, tags } = given as Exclusion;
    if (typeof reason !== "string" || reason === "") {
      fault(["exclude", i, "reason"], "the reason under which these are counted", reason);
    } else if (customerIds === undefined && tags === undefined) {
      fault(["exclude", i], "customerIds or tags", given);
    }
  });
  return issues;
}

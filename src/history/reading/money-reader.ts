import {
  type AmountInput,
  ClienteleError,
  convertMinorUnits,
  currencyDecimals,
  type DayNumber,
  formatDay,
  formatMinorUnits,
  type Issue,
  parseMinorUnits,
  readMinorUnits,
} from "../../core/index.js";
import { currencyOfRecord, NO_CURRENCY } from "../../core/shared.js";
import type { ReadRules } from "./read-rules.js";

/** Reads amounts into minor units of the base. */
export interface MoneyReader {
  /** The base's currency; {@link NO_CURRENCY} as long as nothing was read. */
  readonly currency: string;
  readonly scale: number;
  /**
   * True where the currency is the base's, or can be converted on that day. A currency that is neither is a matter of the whole
   * read: it is noted with its amount, and {@link requireOneCurrency} refuses.
   */
  accepts(currency: string, day: DayNumber, amount: AmountInput, row: number): boolean;
  /** Minor units of a row's amount in its own currency. */
  amountOf(amount: AmountInput, currency: string, row: number): number;
  /** Minor units of any other amount in its own currency. */
  minorOf(amount: AmountInput, currency: string, path: readonly (string | number)[]): number;
  /** Own minor units in minor units of the base, at the rate of that day. */
  convert(minor: number, currency: string, day: DayNumber): number;
  requireOneCurrency(...read: readonly CountedAmounts[]): void;
}

/** Amounts in the base's currency. */
export interface CountedAmounts {
  readonly length: number;
  readonly minor: { at(row: number): number };
}

export function moneyReader({ rates, currency: asked, scale: askedScale }: ReadRules): MoneyReader {
  let currency = asked ?? NO_CURRENCY;
  let scale = askedScale ?? currencyDecimals(currency);
  const rateByDay = new Map<string, string | null>();
  const foreign = new Map<string, { rows: number; minor: bigint; scale: number; first: number }>();

  const ownScale = (of: string): number => (of === currency ? scale : Math.max(askedScale ?? 0, currencyDecimals(of)));
  const rateOf = (from: string, day: DayNumber): string | null => {
    const key = from + day;
    let rate = rateByDay.get(key);
    if (rate === undefined) {
      rate = rates?.(from, formatDay(day)) ?? null;
      rateByDay.set(key, rate);
    }
    return rate;
  };
  const minorOf: MoneyReader["minorOf"] = (amount, of, path) => parseMinorUnits(amount, ownScale(of), path);
  // A path made for every row would be the costliest part of reading an amount.
  const amountOf: MoneyReader["amountOf"] = (amount, of, row) =>
    readMinorUnits(amount, of === currency ? scale : ownScale(of)) ?? minorOf(amount, of, [row, "amount"]);
  return {
    get currency() {
      return currency;
    },
    get scale() {
      return scale;
    },
    accepts(of, day, amount, row) {
      if (of === currency && of !== NO_CURRENCY) return true;
      currencyOfRecord(of, [row, "currency"]);
      if (currency === NO_CURRENCY) {
        currency = of;
        scale = askedScale ?? currencyDecimals(of);
        return true;
      }
      if (rates !== undefined) return rateOf(of, day) !== null;
      const met = foreign.get(of) ?? { rows: 0, minor: 0n, scale: ownScale(of), first: row };
      foreign.set(of, { ...met, rows: met.rows + 1, minor: met.minor + BigInt(amountOf(amount, of, row)) });
      return false;
    },
    amountOf,
    minorOf,
    convert: (minor, from, day) =>
      from === currency ? minor : convertMinorUnits(minor, rateOf(from, day) as string, ownScale(from), scale),
    requireOneCurrency(...read) {
      if (foreign.size === 0) return;
      const met = [...foreign].map(([name, { rows, minor, scale: decimals }]) => ({
        name,
        rows,
        minor,
        scale: decimals,
      }));
      const rows = read.reduce((sum, amounts) => sum + amounts.length, 0);
      if (rows > 0)
        met.push({ name: currency, rows, minor: read.reduce((sum, amounts) => sum + totalOf(amounts), 0n), scale });
      met.sort((a, b) => (a.name < b.name ? -1 : 1));
      const issues = met.map(
        ({ name, rows, minor, scale: decimals }): Issue => ({
          code: "MIXED_CURRENCIES",
          path: ["currency", name],
          expected: `one currency, as in ${currency}`,
          received: `${rows} ${rows === 1 ? "row" : "rows"}, ${formatMinorUnits(minor, decimals)} ${name}`,
        }),
      );
      throw new ClienteleError({
        code: "MIXED_CURRENCIES",
        path: [Math.min(...[...foreign.values()].map(({ first }) => first)), "currency"],
        expected: asked === undefined ? "one currency" : `amounts in ${asked}`,
        received: issues.map((issue) => issue.received).join("; "),
        hint: "Give rates and the base's currency, or read each part of splitByCurrency by itself",
        issues,
      });
    },
  };
}

function totalOf({ length, minor }: CountedAmounts): bigint {
  let total = 0n;
  for (let row = 0; row < length; row++) total += BigInt(minor.at(row));
  return total;
}

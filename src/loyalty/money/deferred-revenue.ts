import { divideRounded, formatMinorUnits, type Money, parseMinorUnits } from "../../core/index.js";
import { checkOptions, currencyOfRecord, inWords, itemsOf, object, refusal, whole } from "../../core/shared.js";
import type { Points } from "../program/loyalty-program.js";

/** A sale, or the sales of a period, with the points that came with them. */
export interface DeferredSale {
  /** The transaction price; also the stand-alone price of the goods, if `goodsPrice` is left out. */
  readonly price: Money;
  readonly goodsPrice?: Money | undefined;
  readonly points: Points;
  /** The stand-alone price of one point, with the likelihood of redemption in it. */
  readonly pointPrice: Money;
}

/** What was known at the end of a period. */
export interface RedemptionPeriod {
  /** Redeemed since the sale. */
  readonly redeemed: Points;
  /** How many will be redeemed in all, as estimated then. */
  readonly expectedInAll: Points;
}

/** One period's revenue of points. */
export interface RecognisedRevenue {
  readonly recognised: Money;
  /** What remains deferred after it. */
  readonly deferred: Money;
}

/**
 * Revenue of points, period by period (IFRS 15 B39–B43; IE267–IE270).
 *
 * The price is shared by stand-alone prices: points × point price ÷ (that + the goods'). Recognised until a period's end: that share × redeemed ÷ expected in all, so a
 * changed estimate catches up at once, below zero too. Rounded half up once to the minor unit. Where redeemed reaches what was expected nothing is left.
 * @throws INVALID_DEFERRAL, INVALID_OPTIONS, INVALID_AMOUNT
 * @example
 * import { deferredRevenue } from "clientele/loyalty";
 * const usd = (amount: string) => ({ amount, currency: "USD" });
 * const years = deferredRevenue(
 *   { price: usd("100000.00"), points: 10000, pointPrice: usd("0.95") },
 *   [{ redeemed: 4500, expectedInAll: 9500 }, { redeemed: 8500, expectedInAll: 9700 }],
 * );
 * years.map(({ recognised, deferred }) => [recognised.amount, deferred.amount]); // => [["4109.59", "4566.21"], ["3492.91", "1073.30"]]
 * @category The money side
 */
export function deferredRevenue(
  sale: DeferredSale,
  periods: readonly RedemptionPeriod[],
): readonly RecognisedRevenue[] {
  const money = object("an amount with its currency");
  checkOptions<DeferredSale>(
    sale,
    { price: money, goodsPrice: money, points: whole({ from: 1 }), pointPrice: money },
    ["price", "points", "pointPrice"],
    ["sale"],
  );
  const { price, goodsPrice = price, points, pointPrice } = sale;
  const { currency } = price;
  const scale = currencyOfRecord(currency, ["sale", "price", "currency"]);
  const read = (money: Money, name: string, at: number): bigint => {
    if (money.currency !== currency) {
      throw refusal("INVALID_DEFERRAL", ["sale", name, "currency"], currency, money.currency);
    }
    const units = BigInt(parseMinorUnits(money.amount, at, ["sale", name, "amount"]));
    if (units < 0n) throw refusal("INVALID_DEFERRAL", ["sale", name, "amount"], "an amount from zero", money.amount);
    return units;
  };
  // A point is worth less than the smallest unit: its price is read finer.
  const finer = scale + FINER;
  const [paid, goods] = [read(price, "price", scale), read(goodsPrice, "goodsPrice", finer)];
  const offered = BigInt(points) * read(pointPrice, "pointPrice", finer);
  if (goods + offered === 0n) throw refusal("INVALID_DEFERRAL", ["sale"], "prices above zero", inWords("nothing"));
  const moneyOf = (units: bigint): Money => ({ amount: formatMinorUnits(units, scale), currency });
  const deferredInAll = divideRounded(paid * offered, goods + offered, "half-up");
  let before = 0n;
  return itemsOf(periods, "periods", "redeemed and expectedInAll", "redeemed", "expectedInAll").map(
    ({ redeemed, expectedInAll }, index) => {
      const isSound =
        Number.isSafeInteger(redeemed) && redeemed >= 0 && Number.isSafeInteger(expectedInAll) && expectedInAll >= 1;
      if (!isSound || redeemed > points) {
        const expected = `whole numbers of points, redeemed up to ${points} and expected above 0`;
        throw refusal("INVALID_DEFERRAL", ["periods", index], expected, { redeemed, expectedInAll });
      }
      const share = BigInt(Math.min(redeemed, expectedInAll));
      const untilNow = divideRounded(paid * offered * share, (goods + offered) * BigInt(expectedInAll), "half-up");
      const recognised = untilNow - before;
      before = untilNow;
      return { recognised: moneyOf(recognised), deferred: moneyOf(deferredInAll - untilNow) };
    },
  );
}

const FINER = 6;

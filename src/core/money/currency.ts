import { refusal } from "../errors/refusal.js";

const USUAL_DECIMALS = 2;

// ISO 4217, list one (active currencies and funds): every code whose minor unit is not 2.
const unusualDecimals: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
  }).flatMap(([decimals, codes]) => codes.split(" ").map((code) => [code, Number(decimals)] as const)),
);

/**
 * How many decimals the amounts of a currency have: JPY 0, EUR 2, BHD 3, CLF 4.
 * Minor units of ISO 4217, list one. Any other code of three capital letters counts 2: a new currency or a host's own
 * code need not wait for a release, and an amount that is finer is refused later, never rounded.
 * @throws INVALID_CURRENCY for anything but three capital letters
 * @example
 * import { currencyDecimals } from "clientele/core";
 * currencyDecimals("JPY"); // => 0
 * currencyDecimals("BHD"); // => 3
 * @category Money
 */
export function currencyDecimals(currency: string, path: readonly (string | number)[] = ["currency"]): number {
  const decimals = unusualDecimals.get(currency);
  if (decimals !== undefined) return decimals;
  if (isCurrencyCode(currency)) return USUAL_DECIMALS;
  const meant = typeof currency === "string" ? currency.trim().toUpperCase() : "";
  const expected = 'an ISO 4217 code of three capital letters, such as "EUR"';
  throw refusal(
    "INVALID_CURRENCY",
    path,
    expected,
    currency,
    isCurrencyCode(meant) && meant !== NO_CURRENCY ? `Write "${meant}"` : undefined,
  );
}

const isCurrencyCode = (code: unknown): boolean => typeof code === "string" && /^[A-Z]{3}$/.test(code);

/** `XXX`, no currency in ISO 4217: that of a base that has read nothing, never that of an amount. */
export const NO_CURRENCY = "XXX";

/** As {@link currencyDecimals}, for the currency of a record, which cannot be {@link NO_CURRENCY}. */
export function currencyOfRecord(currency: string, path: readonly (string | number)[] = ["currency"]): number {
  if (currency !== NO_CURRENCY) return currencyDecimals(currency, path);
  throw refusal(
    "INVALID_CURRENCY",
    path,
    'the currency of the amount, such as "EUR"',
    currency,
    "Write the currency of the amount: XXX means that there is none",
  );
}

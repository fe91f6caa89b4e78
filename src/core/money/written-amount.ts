/** What a text that is not a plain decimal says as an amount, as people write it: `€ 12,50`, `1.234,56`, `(12.50)`, `.50`. */
export interface WrittenAmount {
  /** As a plain decimal, without its sign. */
  readonly decimal: string;
  readonly isNegative: boolean;
  /** How to write it; of `1,234`, whose comma may be the decimal mark, both. */
  readonly hint: string;
}

const MARK = "(?:\\p{L}{0,3}\\p{Sc}|[A-Z]{3}|元)";
const MARKS = new RegExp(`^([-−+(]?)\\s*${MARK}\\s*|\\s*${MARK}([)−-]?)$`, "gu");

/** Reads an amount for a hint, never for a sum; undefined where nobody could say what was meant. */
export function writtenAmount(text: string): WrittenAmount | undefined {
  const plain = text.normalize("NFKC").trim();
  const bare = plain.replace(MARKS, "$1$2");
  const unsigned = bare.replace(/^[-−]|[-−]$|^\((.*)\)$/u, "$1").trim();
  const digits = unsigned.replace(/^\+/, "").replace(/^[.,]/, "0$&").replace(/[.,]$/, "");
  // Groups of three, or of two before the last three (lakh and crore), and decimals after another mark.
  const grouped = /^([1-9]\d{0,2}([,.'’ ])(?:\d{2,3}\2)*\d{3})(?:(?!\2)[.,](\d+))?$/.exec(digits);
  const [, whole = "", , decimals] = grouped ?? /^(\d+)()(?:[.,](\d+))?$/.exec(digits) ?? [];
  if (whole === "") return undefined;
  const decimal = whole.replace(/\D/g, "") + (decimals ? `.${decimals}` : "");
  const isNegative = unsigned !== bare;
  const quoted = (amount: string): string => `"${isNegative ? "-" : ""}${amount}"`;
  const other =
    /^\d{1,3},\d{3}$/.test(whole) && !decimals
      ? `, or ${quoted(whole.replace(",", "."))} if the comma is the decimal mark`
      : "";
  return {
    decimal,
    isNegative,
    hint: `Write ${quoted(decimal)}${other}${bare === plain ? "" : ": the currency has its own field"}`,
  };
}

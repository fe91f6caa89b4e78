/**
 * Orders texts by code points, as databases with a binary collation do; `<` orders by UTF-16 code units instead.
 */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    // Surrogates stand for code points above all others: shift them past the rest before comparing.
    if (left !== right) return pastSurrogates(left) - pastSurrogates(right);
  }
  return a.length - b.length;
}

const pastSurrogates = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2800 : unit);

/** Low half of the 64-bit FNV prime, 2^40 + 435. */
const PRIME_LOW = 435;

/** 64-bit FNV-1a of the UTF-8 bytes of a text, in two 32-bit halves; a lone surrogate counts as its three-byte form. */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const add = (byte: number): void => {
    low = (low ^ byte) >>> 0;
    const product = low * PRIME_LOW; // below 2^41, so exact
    high = (Math.imul(high, PRIME_LOW) + (low << 8) + Math.floor(product / 0x1_0000_0000)) >>> 0;
    low = product >>> 0;
  };
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index) as number;
    if (point < 0x80) add(point);
    else if (point < 0x800) {
      add(0xc0 | (point >> 6));
      add(0x80 | (point & 63));
    } else if (point < 0x1_0000) {
      add(0xe0 | (point >> 12));
      add(0x80 | ((point >> 6) & 63));
      add(0x80 | (point & 63));
    } else {
      add(0xf0 | (point >> 18));
      add(0x80 | ((point >> 12) & 63));
      add(0x80 | ((point >> 6) & 63));
      add(0x80 | (point & 63));
      index++; // the second half of a pair
    }
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

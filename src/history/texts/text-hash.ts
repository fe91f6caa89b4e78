/**
 * A hash of all 32 bits: two code units a step, mixed at the end because the low bits choose the slot of a table and the high ones a part.
 * FNV-1a, a unit a step, takes twice as long.
 */
export function textHash(text: string): number {
  const last = text.length - 1;
  let hash = text.length;
  let at = 0;
  for (; at < last; at += 2) {
    hash = Math.imul(hash ^ (text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16)), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  if (at === last) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
}

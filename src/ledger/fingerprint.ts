import { canonicalJson } from "../core/index.js";
import { fnv1a64 } from "./fnv1a64.js";

/**
 * A short stable name of a piece of JSON data: 16 hexadecimal digits, the same for any order of keys.
 *
 * 64-bit FNV-1a (Fowler, Noll, Vo; RFC 9923) over the UTF-8 bytes of the canonical JSON. No cryptographic hash and none is needed: were two payloads
 * to share a fingerprint, the second would be answered as a repeat of the first and have no effect. Fingerprints are stored, so this function is fixed for ever.
 * @throws NOT_JSON
 * @example
 * import { fingerprint } from "clientele/ledger";
 * fingerprint({ points: 500, order: "99" }) === fingerprint({ order: "99", points: 500 }); // => true
 * @category Ledger
 */
export function fingerprint(value: unknown): string {
  return fnv1a64(canonicalJson(value));
}

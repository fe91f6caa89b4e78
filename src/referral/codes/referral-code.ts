import { checkOptions, inWords, refusal, satisfying, whole } from "../../core/shared.js";

/**
 * How codes are made: from the host's random numbers, or from a keyed digest that gives each customer the same code again.
 * @category Codes
 */
export interface CreateReferralCodeOptions {
  /** Numbers from 0 up to, not including, 1. Use a secure source: a code that can be guessed can be stolen. */
  readonly random?: (() => number) | undefined;
  /** Instead of `random`: 32 bytes or more for a text, such as HMAC-SHA-256 with a key of the host's. */
  readonly digest?: ((text: string) => Uint8Array) | undefined;
  /** Characters, the check character included: 4 to 16, default 8. */
  readonly length?: number | undefined;
  /** Whether somebody has the code already; another one is tried then. */
  readonly isTaken?: ((code: string) => boolean) | undefined;
  /** Whether the code spells something that nobody should read; another one is tried then. */
  readonly isOffensive?: ((code: string) => boolean) | undefined;
}

/** No two of these look alike: of 0/O, 1/I/L, 2/Z, 5/S, 8/B and U/V one is in. 29 is prime, as the check character needs. */
const ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY";
const LOOKALIKES: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", Z: "2", S: "5", B: "8", U: "V" };
const SHORTEST = 4;
const LONGEST = 16;
const TRIES = 64;

/** By the code of an ASCII character in any case, its value in the alphabet; -1 for none. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toUpperCase();
  return ALPHABET.indexOf(LOOKALIKES[character] ?? character);
});

/**
 * A new referral code for a customer.
 *
 * 29 characters of which no two look alike; the last one is a check: the sum of position × value is 0 modulo 29, so one wrong character or two
 * swapped ones never make another valid code. With `random`, eight characters give 1.7 × 10¹⁰ codes; `isTaken` keeps them apart. With `digest`
 * the code depends on the customer and the key alone, and two bytes make one character (the share of each differs by less than 0.05 %).
 * @throws INVALID_OPTIONS, INVALID_REFERRAL_CODE for a customer without an id, NO_FREE_CODE after 64 tries
 * @example
 * import { createReferralCode, verifyReferralCode } from "clientele/referral";
 * const code = createReferralCode("ann", { random: () => 0.5, length: 6 });
 * code; // => "FFFFFA"
 * verifyReferralCode(code); // => true
 * @category Codes
 */
export function createReferralCode(customerId: string, options: CreateReferralCodeOptions): string {
  if (!sound.has(options)) requireOptions(options);
  const { random, digest, length = 8, isTaken = never, isOffensive = never } = options;
  if (typeof customerId !== "string" || customerId.trim() === "") {
    throw refusal("INVALID_REFERRAL_CODE", ["customerId"], "a text that is not blank", customerId);
  }
  for (let tried = 0; tried < TRIES; tried++) {
    const body = random ? fromNumbers(random, length - 1) : fromBytes(digest as Digest, customerId, tried, length - 1);
    const code = body + checkOf(body);
    if (!isTaken(code) && !isOffensive(code)) return code;
  }
  throw refusal(
    "NO_FREE_CODE",
    [],
    `a code that is free within ${TRIES} tries`,
    inWords("none"),
    "Ask for longer codes",
  );
}

/**
 * A code as it was created, from what a customer typed: spaces and hyphens go, small and full-width letters become plain capitals, and a
 * look-alike becomes the character that codes have (`O` → `0`, `I` and `L` → `1`, `Z` → `2`, `S` → `5`, `B` → `8`, `U` → `V`).
 * @throws INVALID_REFERRAL_CODE for an empty text or one with characters of another alphabet
 * @example
 * import { normalizeReferralCode } from "clientele/referral";
 * normalizeReferralCode(" fff-ffs "); // => "FFFFF5"
 * normalizeReferralCode("АНЯ7"); // => throws INVALID_REFERRAL_CODE
 * @category Codes
 */
export function normalizeReferralCode(text: string): string {
  const code = repaired(text);
  if (code !== undefined) return code;
  throw refusal("INVALID_REFERRAL_CODE", ["code"], "Latin letters and digits, perhaps with spaces and hyphens", text);
}

/**
 * Whether a text is a code that {@link createReferralCode} can have made, after {@link normalizeReferralCode}. Says nothing of whose it is.
 * @example
 * import { verifyReferralCode } from "clientele/referral";
 * verifyReferralCode("fff-ffa"); // => true
 * verifyReferralCode("FFFFAF"); // => false
 * @category Codes
 */
export function verifyReferralCode(text: string): boolean {
  const code = repaired(text);
  if (code === undefined || code.length < SHORTEST || code.length > LONGEST) return false;
  return checkOf(code.slice(0, -1)) === code.at(-1);
}

// A million codes are made with one object of options: it is checked when it is first seen.
const sound = new WeakSet<CreateReferralCodeOptions>();

function requireOptions(options: CreateReferralCodeOptions): void {
  checkOptions<CreateReferralCodeOptions>(options, {
    random: aFunction,
    digest: aFunction,
    length: whole({ from: SHORTEST, to: LONGEST }),
    isTaken: aFunction,
    isOffensive: aFunction,
  });
  const { random, digest } = options;
  if ((random === undefined) === (digest === undefined)) {
    throw refusal("INVALID_OPTIONS", [], "exactly one of random and digest", inWords(random ? "both" : "neither"));
  }
  sound.add(options);
}

type Digest = (text: string) => Uint8Array;

const never = (): boolean => false;
const aFunction = satisfying("a function", (value) => typeof value === "function");

function fromNumbers(random: () => number, length: number): string {
  let body = "";
  for (let at = 0; at < length; at++) {
    const drawn = random();
    if (!(drawn >= 0 && drawn < 1)) {
      throw refusal("INVALID_OPTIONS", ["random"], "numbers from 0, below 1", drawn);
    }
    body += ALPHABET[Math.floor(drawn * ALPHABET.length)];
  }
  return body;
}

function fromBytes(digest: Digest, customerId: string, tried: number, length: number): string {
  const bytes = digest(`${tried}:${customerId}`);
  if (!(bytes instanceof Uint8Array) || bytes.length < 2 * LONGEST) {
    throw refusal("INVALID_OPTIONS", ["digest"], `a Uint8Array of ${2 * LONGEST} bytes or more`, bytes);
  }
  let body = "";
  for (let at = 0; at < length; at++) {
    body += ALPHABET[((bytes[2 * at] as number) * 256 + (bytes[2 * at + 1] as number)) % ALPHABET.length];
  }
  return body;
}

/** The character that makes the sum of position × value zero modulo 29; the check itself has weight 1, the others 2 and up. */
function checkOf(body: string): string {
  let sum = 0;
  for (let at = 0; at < body.length; at++) sum += (at + 2) * (VALUES[body.charCodeAt(at)] as number);
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}

function repaired(text: string): string | undefined {
  if (typeof text !== "string") return undefined;
  let code = "";
  for (const character of SPACED.test(text) ? text.normalize("NFKC").replace(/[\s-]+/g, "") : text) {
    const value = VALUES[character.charCodeAt(0)] ?? -1;
    if (value < 0) return undefined;
    code += ALPHABET.charAt(value);
  }
  return code === "" ? undefined : code;
}

/** What is more than letters and digits. */
const SPACED = /[^0-9A-Za-z]/;

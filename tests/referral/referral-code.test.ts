import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/math/index.js";
import {
  codeInLink,
  createReferralCode,
  normalizeEmail,
  normalizeReferralCode,
  referralLink,
  verifyReferralCode,
} from "../../src/referral/index.js";

const ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY";
const digest = (text: string): Uint8Array => createHmac("sha256", "key").update(text).digest();

describe("codes", () => {
  test("one wrong character and two swapped ones are found, every one of them", () => {
    for (const code of [
      "FFFFFA",
      createReferralCode("ann", { digest }),
      createReferralCode("ben", { digest, length: 16 }),
    ]) {
      expect(verifyReferralCode(code)).toBe(true);
      for (let at = 0; at < code.length; at++) {
        for (const character of ALPHABET) {
          const wrong = code.slice(0, at) + character + code.slice(at + 1);
          expect(verifyReferralCode(wrong), wrong).toBe(wrong === code);
        }
        for (let other = at + 1; other < code.length; other++) {
          const swapped = [...code];
          [swapped[at], swapped[other]] = [swapped[other] as string, swapped[at] as string];
          expect(verifyReferralCode(swapped.join(""))).toBe(swapped.join("") === code);
        }
      }
    }
  });

  test("look-alikes, spaces, hyphens, small and full-width letters are repaired", () => {
    expect(normalizeReferralCode(" oO0-iIlL1 zZ2-sS5-bB8 uUv ")).toBe("00011111222555888VVV");
    expect(normalizeReferralCode("ＦＦＦＦＦＡ")).toBe("FFFFFA");
  });

  test.each(["", " - ", "ПРИВЕТ", "码", "FFF_FA", "FF💥", "FFFFFÀ"])("%j is no code", (text) => {
    expect(() => normalizeReferralCode(text)).toThrow("INVALID_REFERRAL_CODE");
    expect(verifyReferralCode(text)).toBe(false);
  });

  test("a key gives each customer the same code again; one that is taken gives way", () => {
    const first = createReferralCode("ann", { digest });
    expect(createReferralCode("ann", { digest })).toBe(first);
    expect(createReferralCode("ben", { digest })).not.toBe(first);
    const second = createReferralCode("ann", { digest, isTaken: (code) => code === first });
    expect(second).not.toBe(first);
    expect(createReferralCode("ann", { digest, isOffensive: (code) => code === first })).toBe(second);
  });

  test("ends after 64 tries", () => {
    let tries = 0;
    const isTaken = (): boolean => ++tries > 0;
    expect(() => createReferralCode("ann", { random: () => 0.5, isTaken })).toThrow("NO_FREE_CODE");
    expect(tries).toBe(64);
  });

  test.each<[string, () => unknown, string]>([
    ["neither source", () => createReferralCode("ann", {}), "INVALID_OPTIONS"],
    ["both sources", () => createReferralCode("ann", { random: () => 0, digest }), "INVALID_OPTIONS"],
    ["a random number of 1", () => createReferralCode("ann", { random: () => 1 }), "INVALID_OPTIONS"],
    ["a random number that is none", () => createReferralCode("ann", { random: () => Number.NaN }), "INVALID_OPTIONS"],
    ["a short digest", () => createReferralCode("ann", { digest: () => new Uint8Array(31) }), "INVALID_OPTIONS"],
    ["three characters", () => createReferralCode("ann", { digest, length: 3 }), "INVALID_OPTIONS"],
    ["seventeen characters", () => createReferralCode("ann", { digest, length: 17 }), "INVALID_OPTIONS"],
    ["nobody", () => createReferralCode("", { digest }), "INVALID_REFERRAL_CODE"],
  ])("%s is refused", (_, run, code) => {
    expect(run).toThrow(code);
  });

  test("law: what is created verifies, in any spelling", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 4, max: 16 }), (seed, length) => {
        const code = createReferralCode("ann", { random: seededRandom(seed), length });
        expect(code).toHaveLength(length);
        expect(normalizeReferralCode(code)).toBe(code);
        const typed = code.toLowerCase().replaceAll("0", "o").replaceAll("1", "l").replace(/(..)/g, "$1 ");
        expect(normalizeReferralCode(typed)).toBe(code);
        expect(verifyReferralCode(typed)).toBe(true);
      }),
    );
  });
});

describe("links", () => {
  test("a code replaces an older one and goes before the fragment", () => {
    expect(referralLink("https://s.example/p?ref=OLD&a=1&b#f?x", "N W")).toBe(
      "https://s.example/p?a=1&b&ref=N%20W#f?x",
    );
    expect(referralLink("/p", "C", "by")).toBe("/p?by=C");
  });
  test.each([
    ["https://s.example/?a=ref", undefined],
    ["https://s.example/?ref", undefined],
    ["https://s.example/?ref=", undefined],
    ["https://s.example/?ref=%E0%A4%A", "%E0%A4%A"],
    ["https://s.example/?x&ref=a%2Bb+c#ref=no", "a+b c"],
    ["https://s.example/#?ref=no", undefined],
  ])("%s carries %s", (link, code) => {
    expect(codeInLink(link)).toBe(code);
  });
  test("law: what is put into a link is read back", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }),
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        (code, link) => {
          expect(codeInLink(referralLink(link, code))).toBe(code);
        },
      ),
    );
  });
  test("what is no text is refused", () => {
    expect(() => referralLink("", "C")).toThrow("INVALID_REFERRAL_LINK");
    expect(() => referralLink("/p", "\ud800")).toThrow("INVALID_REFERRAL_LINK");
    expect(() => codeInLink(7 as never)).toThrow("INVALID_REFERRAL_LINK");
  });
});

describe("e-mail addresses", () => {
  test.each([
    "",
    "anna",
    "@x.org",
    "anna@",
    "anna@localhost",
    "an na@x.org",
    "a@b@",
    "+tag@x.org",
    "anna@x..org",
    7,
    null,
  ])("%j is none", (address) => {
    expect(() => normalizeEmail(address as string)).toThrow("INVALID_EMAIL");
  });
  test("law: normalizing again changes nothing", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const once = normalizeEmail(email.startsWith("+") ? `a${email}` : email);
        expect(normalizeEmail(once.address)).toEqual(once);
      }),
    );
  });
});

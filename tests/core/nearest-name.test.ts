import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestName } from "../../src/core/shared.js";

describe("nearestName", () => {
  test.each([
    ["customer_id", "customerId"],
    ["Customer ID", "customerId"],
    ["custmerId", "customerId"],
    ["refundfo", "refundOf"],
    ["ammount", "amount"],
  ])("%s was meant as %s", (name, meant) => {
    expect(nearestName(name, ["id", "customerId", "at", "amount", "refundOf"])).toBe(meant);
  });

  test("a name that is far from all, or very short, gets no guess", () => {
    expect(nearestName("colour", ["id", "customerId", "amount"])).toBeUndefined();
    expect(nearestName("xy", ["id", "at"])).toBeUndefined();
    expect(nearestName("anything", [])).toBeUndefined();
  });

  test("ties go to the first; a difference of case beats a changed letter", () => {
    expect(nearestName("cost", ["most", "host"])).toBe("most");
    expect(nearestName("Cost", ["most", "cost"])).toBe("cost");
  });

  // Seen to fail with the swap branch removed ("bceadf" then has no near name).
  test("one swapped pair, one lost or one changed letter is always found", () => {
    const name = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(name, fc.nat(4), (letters, at) => {
        const meant = letters.join("");
        const swapped = [...letters];
        [swapped[at], swapped[at + 1]] = [letters[at + 1] as string, letters[at] as string];
        const lost = letters.filter((_, index) => index !== at);
        const changed = letters.map((letter, index) => (index === at ? "0" : letter));
        for (const misspelt of [swapped, lost, changed]) expect(nearestName(misspelt.join(""), [meant])).toBe(meant);
      }),
    );
  });
});

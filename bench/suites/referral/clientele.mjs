import {
  attributeTouch,
  createReferralCode,
  referralAncestors,
  verifyReferralCode,
} from "../../../dist/referral/index.js";
import { sfc32 } from "../../internal/random.mjs";

const START = Date.parse("2026-01-01T00:00:00Z");
const PER_SIGN_UP = 10;
const program = { timeZone: "America/New_York", attribution: { touch: "last", window: { days: 30 } } };

/** Touches of one visitor after another's would be grouped already: these come in order of time. */
export const attribution = {
  prepare(size) {
    const random = sfc32(11);
    const visitors = Math.ceil(size / PER_SIGN_UP);
    const touches = Array.from({ length: size }, (_, index) => ({
      visitor: Math.floor(random() * visitors),
      code: `C${Math.floor(random() * 1000)}`,
      how: random() < 0.1 ? "code" : "click",
      at: new Date(START + index * 8000).toISOString(),
    }));
    return { touches, visitors, at: new Date(START + size * 8000).toISOString() };
  },
  run({ touches, visitors, at }) {
    const byVisitor = Array.from({ length: visitors }, () => []);
    for (const touch of touches) byVisitor[touch.visitor].push(touch);
    let attributed = 0;
    for (const own of byVisitor) if (attributeTouch(own, at, program) !== undefined) attributed++;
    return attributed;
  },
  digest: (attributed) => attributed,
};

export const codes = {
  prepare: (size) => size,
  run(size) {
    const random = sfc32(7);
    const taken = new Set();
    const options = { random, isTaken: (code) => taken.has(code) };
    for (let index = 0; index < size; index++) {
      const code = createReferralCode("customer", options);
      if (!verifyReferralCode(code)) throw new Error(`${code} does not verify`);
      taken.add(code);
    }
    return taken.size;
  },
  digest: (different) => different,
};

export const chain = {
  prepare: (size) => new Map(Array.from({ length: size }, (_, index) => [`c${index + 1}`, `c${index}`])),
  run: (referrers) => referralAncestors(`c${referrers.size}`, (id) => referrers.get(id)).length,
  digest: (length) => length,
};

export const lookUps = {
  prepare: chain.prepare,
  run(referrers) {
    let length = 0;
    for (let above = `c${referrers.size}`; referrers.has(above); above = referrers.get(above)) length++;
    return length;
  },
  digest: (length) => length,
};

import { ownTimeGoal } from "../../internal/goals.mjs";

const contender = (name, traits = {}) => ({ module: "./referral/clientele.mjs", name, question: name, ...traits });

/** Touches in order of time, ten for each sign-up, grouped by visitor and attributed. */
export const referralAttribution = {
  title: "Touches → sign-ups, by touches",
  sizes: [1_000_000],
  baseline: "attributeTouch",
  contenders: { attributeTouch: contender("attribution") },
  goals: (times) => ownTimeGoal("a million touches to 100,000 sign-ups in at most 1 s", times.attributeTouch, 1000),
};

/** Codes made and verified, each one its own. */
export const referralCodes = {
  title: "Referral codes, made and verified",
  sizes: [1_000_000],
  baseline: "createReferralCode",
  contenders: { createReferralCode: contender("codes") },
  goals: (times) => ownTimeGoal("a million in at most 2 s, no duplicate", times.createReferralCode, 2000),
};

/** One chain of referrers, as long as it gets. */
export const referralChain = {
  title: "Ancestors in one chain",
  sizes: [100_000, 1_000_000],
  baseline: "referralAncestors",
  contenders: { referralAncestors: contender("chain") },
  goals: (_, bySize) => {
    const [small, large] = [100_000, 1_000_000].map((size) => bySize?.get(size)?.referralAncestors);
    if (small === undefined || large === undefined) return {};
    const growth = large.wall / small.wall;
    return { "ten times the chain in at most 20 times the time": { measured: growth.toFixed(1), ok: growth <= 20 } };
  },
};

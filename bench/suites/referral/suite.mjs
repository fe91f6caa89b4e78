import { ownTimeGoal, timeGoal } from "../../internal/goals.mjs";

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

/** One chain of referrers, as long as it gets: linear where it costs a fixed multiple of the host's look-ups. */
export const referralChain = {
  title: "Ancestors in one chain",
  sizes: [100_000, 1_000_000],
  baseline: "referralAncestors",
  contenders: { referralAncestors: contender("chain"), "the look-ups alone": contender("lookUps") },
  goals: (times) => timeGoal("at most 5 times the look-ups", times.referralAncestors, times["the look-ups alone"], 5),
};

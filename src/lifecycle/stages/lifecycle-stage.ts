/**
 * The stage of a customer. Prospects have not bought yet; new customers have just begun; active, at-risk, dormant and lost follow each other as
 * time passes without a purchase; won-back customers have bought again after being dormant or lost.
 * @category Lifecycle
 */
export type LifecycleStage = "prospect" | "new" | "active" | "at-risk" | "dormant" | "lost" | "won-back";

/** Every stage, in the order of a customer's life. */
export const lifecycleStages: readonly LifecycleStage[] = [
  "prospect",
  "new",
  "active",
  "at-risk",
  "dormant",
  "lost",
  "won-back",
];

/** The stages that follow each other while nothing is bought. */
export type FadingStage = "active" | "at-risk" | "dormant" | "lost";

/** In the order in which they follow each other. */
export const fadingStages: readonly FadingStage[] = ["active", "at-risk", "dormant", "lost"];

/** What a business wants of a customer at a stage. */
export type LifecycleObjective = "acquire" | "maintain" | "retain";

/**
 * The objective of each stage: acquire those who have not bought, maintain those who buy, retain those who stay away.
 * @category Lifecycle
 */
export const lifecycleObjectives: Readonly<Record<LifecycleStage, LifecycleObjective>> = {
  prospect: "acquire",
  new: "maintain",
  active: "maintain",
  "won-back": "maintain",
  "at-risk": "retain",
  dormant: "retain",
  lost: "retain",
};

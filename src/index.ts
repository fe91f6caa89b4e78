/**
 * The first-wave rooms together. Import a room's own subpath where size matters.
 * @module clientele
 */
export * from "./churn/index.js";
export * from "./conditions/index.js";
export * from "./core/index.js";
export * from "./history/index.js";
export * from "./labels/index.js";
export * from "./ledger/index.js";
export * from "./lifecycle/index.js";
export * from "./loyalty/index.js";
export * from "./math/index.js";
export * from "./model/index.js";
export * from "./referral/index.js";
export * from "./scorecards/index.js";
export * from "./segmentation/index.js";
export * from "./value/index.js";

/**
 * The rooms together. Import a room's own subpath where size matters, and for its short names: `last` and the other windows from
 * `clientele/conditions`, `known` and `unknown` from `clientele/core`, `accept`, `refuse` and `fold` from `clientele/ledger`.
 * @module clientele
 */
export * from "./churn/index.js";
export * from "./history/index.js";
export * from "./labels/index.js";
export * from "./lifecycle/index.js";
export * from "./loyalty/index.js";
export * from "./math/index.js";
export * from "./model/index.js";
export * from "./referral/index.js";
export * from "./root-conditions.js";
export * from "./root-core.js";
export * from "./root-ledger.js";
export * from "./scorecards/index.js";
export * from "./segmentation/index.js";
export * from "./value/index.js";

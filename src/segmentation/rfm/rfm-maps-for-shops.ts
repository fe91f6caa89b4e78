import type { RfmMap } from "./rfm-map.js";

/**
 * The eight classes common in China: each score high or low, so cut with `scoreRfm(base, { bins: 2 })`, whose edge is the median. 重要 and 一般 by
 * spend, then 价值, 发展, 保持, 挽留 by recency and frequency. Where the convention cuts at the mean instead, pass the means as `cutPoints`.
 */
export const eightClassesChina: RfmMap = {
  kind: "rfm-map",
  id: "eight-classes-china",
  version: 1,
  schemaVersion: 1,
  label: { en: "Eight classes, China", "zh-CN": "八类客户" },
  bins: 2,
  axes: "r-f-m",
  segments: [
    "key-value",
    "key-development",
    "key-retention",
    "key-win-back",
    "general-value",
    "general-development",
    "general-retention",
    "general-win-back",
  ],
  rules: [
    { segment: "key-value", cells: ["222"] },
    { segment: "key-development", cells: ["212"] },
    { segment: "key-retention", cells: ["122"] },
    { segment: "key-win-back", cells: ["112"] },
    { segment: "general-value", cells: ["221"] },
    { segment: "general-development", cells: ["211"] },
    { segment: "general-retention", cells: ["121"] },
    { segment: "general-win-back", cells: ["111"] },
  ],
};

/** For shops where most customers buy once, so that frequency tells nobody apart: recency by spend alone. A map of this library. */
export const recencyMonetary7: RfmMap = {
  kind: "rfm-map",
  id: "recency-monetary-7",
  version: 1,
  schemaVersion: 1,
  label: { en: "Recency and spend, seven segments", "zh-CN": "最近消费与消费金额，七类" },
  bins: 5,
  axes: "r-f-m",
  segments: [
    "recent-big-spenders",
    "recent-spenders",
    "recent-small-spenders",
    "cooling-big-spenders",
    "cooling",
    "gone-big-spenders",
    "gone",
  ],
  rules: [
    { segment: "recent-big-spenders", r: [4, 5], m: [4, 5] },
    { segment: "recent-spenders", r: [4, 5], m: [2, 3] },
    { segment: "recent-small-spenders", r: [4, 5], m: [1, 1] },
    { segment: "cooling-big-spenders", r: [2, 3], m: [4, 5] },
    { segment: "cooling", r: [2, 3], m: [1, 3] },
    { segment: "gone-big-spenders", r: [1, 1], m: [4, 5] },
    { segment: "gone", r: [1, 1], m: [1, 3] },
  ],
};

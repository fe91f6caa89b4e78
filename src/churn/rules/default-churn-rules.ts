import type { ChurnRules } from "./churn-rules.js";

/**
 * The default rules: how long since the last purchase and how few of late, by the base's own pace; lateness and decline against the customer's
 * own; complaint, dissatisfaction, fewer contacts and an ending contract where such sources are given.
 *
 * Points were weighed on two public sets of a music shop and an apparel shop, on no other data; `backtestChurn` says what they are worth on yours.
 * @example
 * import { defaultChurnRules } from "clientele/churn";
 * defaultChurnRules.scorecard.bands.map(({ id, min }) => `${id} from ${min}`); // => ["low from 0", "watch from 40", "high from 70"]
 * @category Churn
 */
export const defaultChurnRules: ChurnRules = {
  kind: "churn-rules",
  id: "own-past",
  version: 1,
  schemaVersion: 1,
  scorecard: {
    kind: "churn-scorecard",
    id: "own-past",
    version: 1,
    schemaVersion: 1,
    language: 1,
    rules: [
      {
        id: "one-gap-ago",
        when: { type: "compare", subject: { type: "attribute", field: "churn.gapsSinceLast" }, op: "gte", value: 1 },
        points: 10,
        group: "since-last",
        reason: "churn.long-since-last",
        show: ["churn.daysSinceLast"],
      },
      {
        id: "two-gaps-ago",
        when: { type: "compare", subject: { type: "attribute", field: "churn.gapsSinceLast" }, op: "gte", value: 2 },
        points: 20,
        group: "since-last",
        reason: "churn.long-since-last",
        show: ["churn.daysSinceLast"],
      },
      {
        id: "three-gaps-ago",
        when: { type: "compare", subject: { type: "attribute", field: "churn.gapsSinceLast" }, op: "gte", value: 3 },
        points: 30,
        group: "since-last",
        reason: "churn.long-since-last",
        show: ["churn.daysSinceLast"],
      },
      {
        id: "not-often",
        when: { type: "compare", subject: { type: "attribute", field: "churn.silentChance" }, op: "gte", value: 0.05 },
        points: 5,
        group: "pace",
        reason: "churn.seldom",
      },
      {
        id: "seldom",
        when: { type: "compare", subject: { type: "attribute", field: "churn.silentChance" }, op: "gte", value: 0.1 },
        points: 10,
        group: "pace",
        reason: "churn.seldom",
      },
      {
        id: "more-seldom",
        when: { type: "compare", subject: { type: "attribute", field: "churn.silentChance" }, op: "gte", value: 0.2 },
        points: 20,
        group: "pace",
        reason: "churn.seldom",
      },
      {
        id: "still-more-seldom",
        when: { type: "compare", subject: { type: "attribute", field: "churn.silentChance" }, op: "gte", value: 0.3 },
        points: 30,
        group: "pace",
        reason: "churn.seldom",
      },
      {
        id: "hardly-ever",
        when: { type: "compare", subject: { type: "attribute", field: "churn.silentChance" }, op: "gte", value: 0.5 },
        points: 40,
        group: "pace",
        reason: "churn.seldom",
      },
      {
        id: "overdue",
        when: { type: "compare", subject: { type: "attribute", field: "churn.overdueRatio" }, op: "gte", value: 2 },
        points: 5,
        group: "overdue",
        reason: "churn.overdue",
        show: ["churn.ownGapDays", "churn.daysSinceLast"],
      },
      {
        id: "long-overdue",
        when: { type: "compare", subject: { type: "attribute", field: "churn.overdueRatio" }, op: "gte", value: 3 },
        points: 10,
        group: "overdue",
        reason: "churn.overdue",
        show: ["churn.ownGapDays", "churn.daysSinceLast"],
      },
      {
        id: "rarer",
        when: { type: "compare", subject: { type: "attribute", field: "churn.frequencyTail" }, op: "lte", value: 0.05 },
        points: 10,
        reason: "churn.rarer",
      },
      {
        id: "below-usual-spend",
        when: { type: "compare", subject: { type: "attribute", field: "churn.recentSpendRatio" }, op: "lt", value: 1 },
        points: 5,
        group: "recent-spend",
        reason: "churn.little-recent-spend",
      },
      {
        id: "little-recent-spend",
        when: {
          type: "compare",
          subject: { type: "attribute", field: "churn.recentSpendRatio" },
          op: "lte",
          value: 0.5,
        },
        points: 15,
        group: "recent-spend",
        reason: "churn.little-recent-spend",
      },
      {
        id: "very-little-recent-spend",
        when: {
          type: "compare",
          subject: { type: "attribute", field: "churn.recentSpendRatio" },
          op: "lte",
          value: 0.25,
        },
        points: 25,
        group: "recent-spend",
        reason: "churn.little-recent-spend",
      },
      {
        id: "complaint",
        when: { type: "compare", subject: { type: "attribute", field: "churn.openComplaint" }, op: "gte", value: 1 },
        points: 20,
        reason: "churn.complaint",
      },
      {
        id: "dissatisfied",
        when: { type: "compare", subject: { type: "attribute", field: "churn.satisfaction" }, op: "lte", value: 0.4 },
        points: 15,
        reason: "churn.dissatisfied",
      },
      {
        id: "fewer-contacts",
        when: { type: "compare", subject: { type: "attribute", field: "churn.contactTail" }, op: "lte", value: 0.05 },
        points: 15,
        group: "contact",
        reason: "churn.fewer-contacts",
      },
      {
        id: "less-engaged",
        when: {
          type: "compare",
          subject: { type: "attribute", field: "churn.engagementChange" },
          op: "lte",
          value: -20,
        },
        points: 10,
        group: "contact",
        reason: "churn.less-engaged",
      },
      {
        id: "unsubscribed",
        when: { type: "compare", subject: { type: "attribute", field: "churn.unsubscribed" }, op: "eq", value: 1 },
        points: 10,
        reason: "churn.unsubscribed",
      },
      {
        id: "contract-ending",
        when: { type: "compare", subject: { type: "attribute", field: "churn.contractEnding" }, op: "eq", value: 1 },
        points: 70,
        reason: "churn.contract-ending",
      },
    ],
    bands: [
      { id: "low", min: 0 },
      { id: "watch", min: 40 },
      { id: "high", min: 70 },
    ],
  },
  leaveBelow: 10,
  actions: [
    { band: "high", reason: "churn.contract-ending", action: "offer-renewal" },
    { band: "high", reason: "churn.complaint", action: "settle-complaint" },
    { band: "high", action: "contact-in-person" },
    { band: "watch", reason: "churn.complaint", action: "settle-complaint" },
    { band: "watch", reason: "churn.overdue", action: "remind" },
    { band: "watch", action: "send-offer" },
  ],
};

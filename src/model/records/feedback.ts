import type { InstantInput } from "../../core/index.js";
import { instantRule } from "../reading/border-rules.js";
import { optional, type RecordTable, recordTable } from "./record-table.js";
import { choiceRule, idRule, numberRule, orNull, textRule, textsRule } from "./value-rules.js";

/**
 * One answer of a customer (反馈): a rating, needs in the customer's own words, a comment. One record per question; the raw
 * answer is kept and every class (promoter, satisfied …) is derived from it.
 * @category Records
 */
export interface Feedback {
  readonly id: string;
  /** `null`: an anonymous answer. */
  readonly customerId: string | null;
  readonly at: InstantInput;
  /** What the question measures: recommendation, satisfaction or effort. */
  readonly measure?: FeedbackMeasure | undefined;
  readonly rating?: Rating | undefined;
  /** What the answer is about: product-quality, delivery-speed, after-sales …: the host's own codes. Absent: the whole. */
  readonly attribute?: string | undefined;
  /** What the customer says they look for: price, quality, a brand …: the host's own codes. */
  readonly needs?: readonly string[] | undefined;
  readonly comment?: string | undefined;
  /** What the comment is about, coded by the host. */
  readonly topics?: readonly string[] | undefined;
  readonly sentiment?: Sentiment | undefined;
  /** How the answer came in. */
  readonly channel?: string | undefined;
  readonly sku?: string | undefined;
  readonly transactionId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/**
 * A score and the scale it was given on, lowest to highest: 9 on 0 to 10 is not 9 on 1 to 10.
 * @category Records
 */
export interface Rating {
  readonly score: number;
  readonly scale: { readonly lowest: number; readonly highest: number };
}

/** Net promoter, customer satisfaction, customer effort. */
export type FeedbackMeasure = "nps" | "csat" | "ces";
/** The tone of a comment, coded by the host. */
export type Sentiment = "positive" | "neutral" | "negative";

const scale = recordTable<Rating["scale"]>(
  { lowest: numberRule, highest: numberRule },
  {
    accepts: ({ lowest, highest }) => lowest < highest,
    field: "highest",
    code: "EMPTY_RATING_SCALE",
    expected: "a number above lowest",
  },
);

const rating = recordTable<Rating>(
  { score: numberRule, scale },
  {
    // An empty scale has an issue of its own.
    accepts: ({ score, scale: { lowest, highest } }) => lowest >= highest || (score >= lowest && score <= highest),
    field: "score",
    code: "SCORE_OFF_SCALE",
    expected: "a number within the scale",
  },
);

/** What a {@link Feedback} must hold. */
export const feedbackTable: RecordTable<Feedback> = recordTable<Feedback>({
  id: idRule,
  customerId: orNull(idRule),
  at: instantRule,
  measure: optional(choiceRule(["nps", "csat", "ces"])),
  rating: optional(rating),
  attribute: optional(textRule),
  needs: optional(textsRule),
  comment: optional(textRule),
  topics: optional(textsRule),
  sentiment: optional(choiceRule(["positive", "neutral", "negative"])),
  channel: optional(textRule),
  sku: optional(idRule),
  transactionId: optional(idRule),
  caseId: optional(idRule),
  tags: optional(textsRule),
});

import type * as z from "zod";
import type { Feedback, Rating } from "./feedback.js";
import { choice, id, idOrNull, instant, number, record, text, texts } from "./values.schema.js";

const scale = record<Rating["scale"]>(
  { lowest: number, highest: number },
  {
    accepts: ({ lowest, highest }) => lowest < highest,
    field: "highest",
    code: "EMPTY_RATING_SCALE",
    expected: "a number above lowest",
  },
);

const rating = record<Rating>(
  { score: number, scale },
  {
    // An empty scale has an issue of its own.
    accepts: ({ score, scale: { lowest, highest } }) => lowest >= highest || (score >= lowest && score <= highest),
    field: "score",
    code: "SCORE_OFF_SCALE",
    expected: "a number within the scale",
  },
);

/**
 * The zod schema of a {@link Feedback}.
 * @category Schemas
 */
export const feedbackRecordSchema: z.ZodType<Feedback> = record<Feedback>({
  id,
  customerId: idOrNull,
  at: instant,
  measure: choice("nps", "csat", "ces").optional(),
  rating: rating.optional(),
  attribute: text.optional(),
  needs: texts.optional(),
  comment: text.optional(),
  topics: texts.optional(),
  sentiment: choice("positive", "neutral", "negative").optional(),
  channel: text.optional(),
  sku: id.optional(),
  transactionId: id.optional(),
  caseId: id.optional(),
  tags: texts.optional(),
});

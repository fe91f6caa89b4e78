import { formatInstant, type InstantInput, parseInstant } from "../../core/index.js";
import { anything, checkOptions, choice, parseMoment } from "../../core/shared.js";
import { meanInterval, wilsonInterval } from "../../math/index.js";
import type { Feedback, FeedbackMeasure, Rating, Rows } from "../../model/index.js";
import { checkedRows, feedbackTable } from "../../model/shared.js";
import { groupsOf } from "../measures/groups-of.js";

/** What answers are told apart by, beside their measure. */
export type FeedbackGrouping = "attribute" | "channel" | "sku";

/** How {@link summarizeFeedback} reads. */
export interface SummarizeFeedbackOptions {
  /** No answer later than this is read. A day counts whole. */
  readonly asOf: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** Default `"attribute"`: product-quality, delivery-speed, after-sales … */
  readonly by?: FeedbackGrouping | undefined;
}

/** A share with Wilson's interval, 95 %. */
export interface FeedbackShare {
  readonly share: number;
  readonly interval: readonly [lower: number, upper: number];
}

/** The rated answers about one thing, by one measure. */
export interface FeedbackGroup {
  /** Null: the answers do not say what they measure. Different measures are never put together. */
  readonly measure: FeedbackMeasure | null;
  /** Null: the whole, or not stated. */
  readonly value: string | null;
  readonly answers: number;
  /** The mean place on the scale, 0 at its lower and 1 at its upper end. */
  readonly score: number;
  /** Student's interval of it, 95 %, within the scale; null for a single answer. */
  readonly interval: readonly [lower: number, upper: number] | null;
  /** In the upper quarter of the scale: 4 and 5 of 1 to 5, 6 and 7 of 1 to 7, 8 to 10 of 0 to 10. */
  readonly satisfied: FeedbackShare;
  /** Promoters (9, 10) less detractors (0 to 6), where all were asked `nps` on 0 to 10; otherwise null. */
  readonly netPromoterScore: number | null;
}

/** Ratings as of one instant. */
export interface FeedbackSummary {
  /** ISO 8601 in UTC. */
  readonly asOf: string;
  readonly groups: readonly FeedbackGroup[];
  readonly ignored: { readonly afterAsOf: number; readonly withoutRating: number };
}

/**
 * Satisfaction by attribute, channel or product, with intervals (满意度、净推荐值): however answers came in, scales are put on one from 0 to 1.
 *
 * A rating stands at (score − lowest) / (highest − lowest); a higher rating is taken as a better one. The share of the satisfied is the
 * "top-two box" of survey practice, the net promoter score that of F. F. Reichheld (Harvard Business Review 81 (2003) 46). Intervals suppose
 * that who answered stands for all. Measures stand by name, and in them most answers first, then by value; not stated last.
 * @throws INVALID_ROWS, INVALID_RECORD and the like with the row's number in the path; INVALID_OPTIONS, INVALID_INSTANT
 * @example
 * import { summarizeFeedback } from "clientele/history";
 * const answer = (id: string, score: number) =>
 *   ({ id, customerId: null, at: "2026-03-01", measure: "csat", attribute: "delivery", rating: { score, scale: { lowest: 1, highest: 5 } } }) as const;
 * const { groups } = summarizeFeedback([answer("1", 5), answer("2", 4), answer("3", 2)], { asOf: "2026-04-01" });
 * groups[0]?.score; // ≈ 0.66667
 * groups[0]?.satisfied.share; // ≈ 0.66667
 * groups[0]?.satisfied.interval.map((bound) => bound.toFixed(2)); // => ["0.21", "0.94"]
 * @category Interactions
 */
export function summarizeFeedback(feedback: Rows<Feedback>, options: SummarizeFeedbackOptions): FeedbackSummary {
  checkOptions<SummarizeFeedbackOptions>(
    options,
    { asOf: anything, timeZone: anything, by: choice(["attribute", "channel", "sku"]) },
    ["asOf"],
  );
  const { timeZone = "UTC", by = "attribute" } = options;
  const asOf = parseMoment(options.asOf, { timeZone, dayAs: "end", path: ["asOf"] });
  const rows = checkedRows(feedback, feedbackTable, "feedback");
  const read = rows.filter(({ at }) => parseInstant(at, { timeZone }) <= asOf);
  const rated = read.flatMap(({ rating, measure = null, ...row }) =>
    rating === undefined ? [] : [{ rating, measure, value: row[by] ?? null }],
  );
  const groups = groupsOf(rated, ({ measure }) => measure)
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || (String(a) < String(b) ? -1 : 1))
    .flatMap(([, ofMeasure]) =>
      groupsOf(ofMeasure, ({ value }) => value).map(([value, answers]) =>
        groupOf(
          answers[0]!.measure,
          value,
          answers.map(({ rating }) => rating),
        ),
      ),
    );
  const ignored = { afterAsOf: rows.length - read.length, withoutRating: read.length - rated.length };
  return { asOf: formatInstant(asOf), groups, ignored };
}

function groupOf(measure: FeedbackMeasure | null, value: string | null, ratings: readonly Rating[]): FeedbackGroup {
  const answers = ratings.length;
  const places = ratings.map(({ score, scale: { lowest, highest } }) => (score - lowest) / (highest - lowest));
  const count = (accepts: (place: number) => boolean): number => places.filter(accepts).length;
  const satisfied = count((place) => place >= 0.75);
  const isNet = measure === "nps" && ratings.every(({ scale }) => scale.lowest === 0 && scale.highest === 10);
  const { mean, interval } = answers === 1 ? { mean: places[0]!, interval: null } : meanInterval(places);
  return {
    measure,
    value,
    answers,
    score: mean,
    interval: interval === null ? null : [Math.max(0, interval[0]), Math.min(1, interval[1])],
    satisfied: { share: satisfied / answers, interval: wilsonInterval(satisfied, answers) },
    netPromoterScore: isNet ? (count((place) => place >= 0.9) - count((place) => place <= 0.6)) / answers : null,
  };
}

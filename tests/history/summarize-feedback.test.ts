import { summarizeFeedback } from "clientele/history";
import { meanInterval, wilsonInterval } from "clientele/math";
import type { Feedback } from "clientele/model";
import { expect, it } from "vitest";

let answers = 0;
const answer = (
  score: number,
  [lowest, highest]: readonly [number, number],
  more: Partial<Feedback> = {},
): Feedback => ({
  id: `${answers++}`,
  customerId: null,
  at: "2026-03-01",
  measure: "csat",
  rating: { score, scale: { lowest, highest } },
  ...more,
});
const asOf = "2026-04-01";

it("puts scales on one, counts the upper quarter as satisfied, and says how sure that is", () => {
  const { groups } = summarizeFeedback([answer(4, [1, 5]), answer(6, [1, 7]), answer(2, [0, 4])], { asOf });
  const places = [0.75, 5 / 6, 0.5];
  expect(groups).toEqual([
    {
      measure: "csat",
      value: null,
      answers: 3,
      score: meanInterval(places).mean,
      interval: [meanInterval(places).interval[0], 1],
      satisfied: { share: 2 / 3, interval: wilsonInterval(2, 3) },
      netPromoterScore: null,
    },
  ]);
});

it("never puts measures together, and groups by attribute, channel or product", () => {
  const rows = [
    answer(5, [1, 5], { attribute: "delivery", channel: "wechat" }),
    answer(1, [1, 5], { attribute: "delivery", channel: "phone" }),
    answer(3, [1, 5], { attribute: "after-sales", channel: "phone" }),
    answer(9, [0, 10], { measure: "nps" }),
    answer(1, [1, 7], { measure: undefined }),
  ];
  const seen = (by?: "channel" | "sku") =>
    summarizeFeedback(rows, { asOf, by }).groups.map(({ measure, value, answers }) => [measure, value, answers]);
  expect(seen()).toEqual([
    ["csat", "delivery", 2],
    ["csat", "after-sales", 1],
    ["nps", null, 1],
    [null, null, 1],
  ]);
  expect(seen("channel").slice(0, 2)).toEqual([
    ["csat", "phone", 2],
    ["csat", "wechat", 1],
  ]);
  expect(seen("sku")).toHaveLength(3);
});

it("net promoters: 9 and 10 less 0 to 6, and only on 0 to 10", () => {
  const nps = (scores: readonly number[], scale: readonly [number, number] = [0, 10]) =>
    summarizeFeedback(
      scores.map((score) => answer(score, scale, { measure: "nps" })),
      { asOf },
    ).groups[0]?.netPromoterScore;
  expect(nps([10, 9, 8, 7, 6])).toBeCloseTo(0.2, 12);
  expect(nps([0, 6, 7])).toBeCloseTo(-2 / 3, 12);
  expect(nps([5, 5], [1, 5])).toBeNull();
});

it("one answer has no interval of its score; later ones and those without a rating are counted, not read", () => {
  const { groups, ignored } = summarizeFeedback(
    [answer(5, [1, 5]), answer(1, [1, 5], { at: "2026-04-02" }), answer(1, [1, 5], { rating: undefined })],
    { asOf },
  );
  expect(groups).toMatchObject([{ answers: 1, score: 1, interval: null }]);
  expect(ignored).toEqual({ afterAsOf: 1, withoutRating: 1 });
});

it("refuses rows and options with their place", () => {
  expect(() => summarizeFeedback([answer(9, [1, 5])], { asOf })).toThrow("SCORE_OFF_SCALE at feedback[0].rating.score");
  expect(() => summarizeFeedback([], { asOf, by: "mood" as never })).toThrow("INVALID_OPTIONS at by");
  expect(() => summarizeFeedback([], {} as never)).toThrow("asOf");
});

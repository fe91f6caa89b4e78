import { ownTimeGoal } from "../../internal/goals.mjs";

const contender = (name) => ({ module: "./churn/clientele.mjs", name, question: name });

/** A base of so many customers judged by the default rules. */
export const churnAssessment = {
  title: "Churn risk of a base, by customers",
  sizes: [1_000_000],
  baseline: "assessChurnRisk",
  contenders: { assessChurnRisk: contender("assess") },
  goals: (times) => ownTimeGoal("a million customers in at most 1 s", times.assessChurnRisk, 1000),
};

/** Ten dates of a backtest; a survival curve, for which R's survival 3.5-3 took 90 to 160 ms where it was recorded. */
export const churnBacktest = {
  title: "A backtest of ten days, and a survival curve",
  sizes: [100_000],
  baseline: "backtestChurn",
  contenders: { backtestChurn: contender("backtest"), kaplanMeier: contender("survival") },
  goals: (times) => ({
    ...ownTimeGoal("ten days of 100,000 customers in at most 10 s", times.backtestChurn, 10_000),
    ...ownTimeGoal("a curve of 100,000 rows in at most 90 ms", times.kaplanMeier, 90),
  }),
};

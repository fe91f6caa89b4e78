import { type Assessed, type Column, known, type Reason, unknown } from "../../core/index.js";
import { anything, checkOptions, finite, inWords, refusal, requireList } from "../../core/shared.js";
import { normalQuantile, sortedPositions } from "../../math/index.js";

/** How {@link evaluateClassifier} looks at scores. */
export interface EvaluateClassifierOptions {
  /** From this score on somebody is flagged; default 0.5. */
  readonly threshold?: number | undefined;
  /** 0 to 1, in the same order; without them there is neither Brier score nor log-loss. */
  readonly probabilities?: Column | undefined;
}

/**
 * How well scores told what happened.
 * @category Backtests
 */
export interface ClassifierEvaluation {
  readonly customers: number;
  /** The share of label 1. */
  readonly rate: number;
  readonly confusion: {
    readonly truePositive: number;
    readonly falsePositive: number;
    readonly trueNegative: number;
    readonly falseNegative: number;
  };
  readonly precision: Assessed<number>;
  readonly recall: Assessed<number>;
  readonly f1: Assessed<number>;
  /** The share of pairs in which the higher score has the label; ties count a half; 0.5 where one class is empty. */
  readonly auc: number;
  /** 95 %, by Hanley and McNeil. */
  readonly aucInterval: readonly [low: number, high: number];
  /** 2 AUC − 1. */
  readonly gini: number;
  /** The widest gap between the two shares caught, over all scores. */
  readonly ks: number;
  readonly averagePrecision: Assessed<number>;
  readonly brier: Assessed<number>;
  readonly logLoss: Assessed<number>;
  readonly warnings: readonly Reason[];
}

/** Equal scores together, from the highest on. */
export interface ScoreGroup {
  readonly score: number;
  readonly customers: number;
  readonly events: number;
}

/**
 * Measures scores against what happened: labels 1 churned, 0 stayed.
 *
 * Flagged is who scores `threshold` or more. Precision, recall and F1 are unknown where they would divide by nothing. AUC is that of Mann and Whitney; its
 * interval is J. A. Hanley and B. J. McNeil's (Radiology 143 (1982) 29). Average precision takes equal scores together; KS looks at distinct scores.
 * Log-loss keeps probabilities 1e-15 away from 0 and 1. One class alone, or nobody: a defined answer and a warning, never NaN.
 * @throws INVALID_SCORES, INVALID_OPTIONS
 * @example
 * import { evaluateClassifier } from "clientele/churn";
 * const { auc, confusion, precision } = evaluateClassifier([0.9, 0.6, 0.6, 0.1], [1, 1, 0, 0]);
 * auc; // => 0.875
 * confusion.falsePositive; // => 1
 * precision.status === "known" && precision.value; // ≈ 0.6667
 * @category Backtests
 */
export function evaluateClassifier(
  scores: Column,
  labels: Column,
  options: EvaluateClassifierOptions = {},
): ClassifierEvaluation {
  checkOptions<EvaluateClassifierOptions>(options, { threshold: finite(), probabilities: anything });
  const groups = scoreGroups(scores, labels);
  const { threshold = 0.5, probabilities } = options;
  let [events, customers] = [0, 0];
  for (const group of groups) {
    events += group.events;
    customers += group.customers;
  }
  const others = customers - events;
  let [truePositive, falsePositive, caught, spared, ks, concordant, precisionSum] = [0, 0, 0, 0, 0, 0, 0];
  for (const group of groups) {
    const kept = group.customers - group.events;
    if (group.score >= threshold) {
      truePositive += group.events;
      falsePositive += kept;
    }
    concordant += kept * (caught + group.events / 2);
    caught += group.events;
    spared += kept;
    precisionSum += group.events * (caught / (caught + spared));
    if (events > 0 && others > 0) ks = Math.max(ks, Math.abs(caught / events - spared / others));
  }
  const oneClass = events === 0 || others === 0;
  const auc = oneClass ? 0.5 : concordant / (events * others);
  const [precision, recall] = [share(truePositive, truePositive + falsePositive), share(truePositive, events)];
  return {
    customers,
    rate: customers === 0 ? 0 : events / customers,
    confusion: {
      truePositive,
      falsePositive,
      trueNegative: others - falsePositive,
      falseNegative: events - truePositive,
    },
    precision,
    recall,
    f1: share(2 * truePositive, truePositive + falsePositive + events),
    auc,
    aucInterval: oneClass ? [0, 1] : aucInterval(auc, events, others),
    gini: 2 * auc - 1,
    ks,
    averagePrecision: share(precisionSum, events),
    ...probabilityLosses(probabilities, labels),
    warnings: oneClass ? [{ code: "churn.one-class", params: { label: events === 0 ? 0 : 1 } }] : [],
  };
}

/** Scores and labels, checked and grouped by equal scores, the highest first. @throws INVALID_SCORES */
export function scoreGroups(scores: Column, labels: Column): readonly ScoreGroup[] {
  requireLabels(scores, "scores", labels, Number.isFinite, "a finite number");
  const order = sortedPositions(scores).reverse();
  const groups: { score: number; customers: number; events: number }[] = [];
  for (const position of order) {
    const score = scores[position]!;
    let group = groups.at(-1);
    if (group === undefined || group.score !== score) {
      group = { score, customers: 0, events: 0 };
      groups.push(group);
    }
    group.customers++;
    group.events += labels[position]!;
  }
  return groups;
}

/** Refuses values and labels that do not belong together. */
export function requireLabels(
  values: Column,
  name: string,
  labels: Column,
  accepts: (value: number) => boolean,
  expected: string,
): void {
  requireList(values, name);
  requireList(labels, "labels");
  if (values.length !== labels.length) {
    throw refusal(
      "INVALID_SCORES",
      ["labels"],
      `${values.length} labels, one for each of ${name}`,
      inWords(`${labels.length}`),
    );
  }
  for (let index = 0; index < labels.length; index++) {
    if (!accepts(values[index]!)) throw refusal("INVALID_SCORES", [name, index], expected, values[index]);
    if (labels[index] !== 0 && labels[index] !== 1) {
      throw refusal("INVALID_SCORES", ["labels", index], "1 (churned) or 0 (stayed)", labels[index]);
    }
  }
}

const share = (part: number, whole: number): Assessed<number> =>
  whole === 0 ? unknown(["labels"]) : known(part / whole);

/** Variance of an AUC: (A(1−A) + (n₁−1)(Q₁−A²) + (n₀−1)(Q₂−A²)) / n₁n₀ with Q₁ = A/(2−A), Q₂ = 2A²/(1+A). */
function aucInterval(auc: number, events: number, others: number): readonly [number, number] {
  const pairs = (events - 1) * (auc / (2 - auc) - auc ** 2) + (others - 1) * ((2 * auc ** 2) / (1 + auc) - auc ** 2);
  const half = normalQuantile(0.025, "upper") * Math.sqrt(Math.max(0, auc * (1 - auc) + pairs) / (events * others));
  return [Math.max(0, auc - half), Math.min(1, auc + half)];
}

function probabilityLosses(probabilities: Column | undefined, labels: Column) {
  if (probabilities === undefined || probabilities?.length === 0) {
    return { brier: unknown(["probabilities"]), logLoss: unknown(["probabilities"]) };
  }
  requireLabels(probabilities, "probabilities", labels, isShare, "a probability from 0 to 1");
  let [squares, logs] = [0, 0];
  for (let index = 0; index < labels.length; index++) {
    const p = probabilities[index]!;
    squares += (p - labels[index]!) ** 2;
    logs -= Math.log(Math.max(1e-15, labels[index] === 1 ? p : 1 - p));
  }
  return { brier: known(squares / labels.length), logLoss: known(logs / labels.length) };
}

export const isShare = (value: number): boolean => value >= 0 && value <= 1;

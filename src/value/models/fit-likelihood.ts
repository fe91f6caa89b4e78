import { type Assessed, known, type Reason, unknown } from "../../core/index.js";
import type { TimeUnit } from "../../history/index.js";
import {
  chiSquareTail,
  choleskyFactor,
  choleskyInverse,
  choleskySolve,
  type Matrix,
  type Minimum,
  minimizeBfgs,
  numericHessian,
  type ValueWithGradient,
} from "../../math/index.js";
import {
  type FitModelOptions,
  type FitStatus,
  type FittedModel,
  type Interval,
  type ModelParameters,
  type ParametersOf,
  parameterNames,
} from "./fitted-model.js";

/** What is maximised: minus its logarithm, in the logarithms of the parameters. */
export interface Likelihood<Kind extends keyof ModelParameters> {
  readonly kind: Kind;
  readonly timeUnit: TimeUnit;
  readonly minusLog: (logs: readonly number[]) => ValueWithGradient;
  /** Where to start, most promising first; the others are tried where the first leads nowhere. */
  readonly starts: readonly (readonly number[])[];
  readonly customers: number;
  /** The simpler model inside this one, and what this one has beyond it: not identified where that adds nothing. */
  readonly nested?: { readonly kind: string; readonly logLikelihood: number } | undefined;
}

/** A gain over the simpler model that chance gives so often says nothing. */
const BY_CHANCE = 0.05;
/** A logarithm of a parameter beyond this is on its way to zero or infinity. */
const FARTHEST = 12;
const NORMAL_95 = 1.959963984540054;

/** Maximises a likelihood and says how far the result can be trusted. Never throws for want of convergence. */
export function fitLikelihood<Kind extends keyof ModelParameters>(
  likelihood: Likelihood<Kind>,
  { id = likelihood.kind }: FitModelOptions,
): FittedModel<Kind> {
  const { kind, timeUnit, customers } = likelihood;
  const names: readonly string[] = parameterNames[kind];
  const { minimum, covariance } = polished(climbed(likelihood), likelihood.minusLog);
  const logLikelihood = -minimum.value;
  const { status, reasons } = verdict(likelihood, minimum, covariance);
  const trusted = status === "ok" ? covariance : undefined;
  const per = <T>(value: (index: number, variance: number) => T): Readonly<Record<string, Assessed<T>>> =>
    Object.fromEntries(
      names.map((name, i) => [
        name,
        trusted === undefined ? unknown([status], reasons) : known(value(i, trusted[i]![i]!)),
      ]),
    );
  const parameters = minimum.point.map(Math.exp);
  return {
    kind,
    id,
    version: 1,
    schemaVersion: 1,
    timeUnit,
    parameters: Object.fromEntries(names.map((name, i) => [name, parameters[i]!])) as ParametersOf<Kind>,
    standardErrors: per((i, variance) => parameters[i]! * Math.sqrt(variance)),
    intervals: per((i, variance): Interval => {
      const half = NORMAL_95 * Math.sqrt(variance);
      return [Math.exp(minimum.point[i]! - half), Math.exp(minimum.point[i]! + half)];
    }),
    covariance: trusted ?? null,
    logLikelihood,
    aic: 2 * names.length - 2 * logLikelihood,
    bic: Math.log(customers) * names.length - 2 * logLikelihood,
    customers,
    diagnostics: { status, reasons, iterations: minimum.iterations },
  };
}

function climbed({ minusLog, starts }: Likelihood<keyof ModelParameters>): Minimum {
  const within = (logs: readonly number[]): ValueWithGradient =>
    logs.every((log) => Math.abs(log) < 3 * FARTHEST) ? minusLog(logs) : { value: Infinity, gradient: logs };
  let best: Minimum | undefined;
  for (const start of starts) {
    const found = minimizeBfgs(within, start, { tolerance: 1e-7 });
    if (best === undefined || found.value < best.value) best = found;
    if (best.status === "converged" && best.point.every((log) => Math.abs(log) < FARTHEST)) break;
  }
  return best as Minimum;
}

/** One Newton step takes the digits that BFGS leaves; the inverse of its curvature is the covariance. */
function polished(
  minimum: Minimum,
  minusLog: Likelihood<keyof ModelParameters>["minusLog"],
): { readonly minimum: Minimum; readonly covariance: Matrix | undefined } {
  try {
    const factor = choleskyFactor(numericHessian((logs) => minusLog(logs).gradient, minimum.point));
    const step = choleskySolve(factor, minimum.gradient);
    const point = minimum.point.map((log, i) => log - step[i]!);
    const { value, gradient } = minusLog(point);
    const better = value <= minimum.value ? { ...minimum, point, value, gradient: Array.from(gradient) } : minimum;
    return { minimum: better, covariance: choleskyInverse(factor) };
  } catch {
    // No curvature in some direction: that is an answer, told by the verdict.
    return { minimum, covariance: undefined };
  }
}

function verdict(
  { kind, nested }: Likelihood<keyof ModelParameters>,
  minimum: Minimum,
  covariance: Matrix | undefined,
): { readonly status: FitStatus; readonly reasons: readonly Reason[] } {
  const logLikelihood = -minimum.value;
  if (nested !== undefined && byChance(logLikelihood - nested.logLikelihood) > BY_CHANCE) {
    const params = { model: nested.kind, logLikelihood: rounded(nested.logLikelihood) };
    return { status: "not-identified", reasons: [{ code: "value.nothing-beyond-simpler-model", params }] };
  }
  const far = parameterNames[kind].filter((_, i) => Math.abs(minimum.point[i]!) > FARTHEST);
  if (far.length > 0 || covariance === undefined) {
    return { status: "boundary", reasons: [{ code: "value.parameters-at-boundary", params: { parameters: far } }] };
  }
  if (minimum.status === "max-iterations") {
    return {
      status: "max-iterations",
      reasons: [{ code: "value.still-climbing", params: { iterations: minimum.iterations } }],
    };
  }
  return { status: "ok", reasons: [] };
}

/**
 * How often chance alone gains as much log-likelihood by two more parameters, one of which is at the end of its range where the simpler model
 * holds: the mean of a chi-square tail of one and of two degrees (Self and Liang, JASA 82, 1987, case 6).
 */
function byChance(gain: number): number {
  const ratio = Math.max(0, 2 * gain);
  return (chiSquareTail(ratio, 1, "upper") + chiSquareTail(ratio, 2, "upper")) / 2;
}

/** Four decimals are what papers print. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

import type { Assessed, Definition, Reason } from "../../core/index.js";
import { type Checker, checker } from "../../core/shared.js";
import type { TimeUnit } from "../../history/index.js";
import { daysPerUnit } from "../../history/shared.js";
import type { Matrix } from "../../math/index.js";

/** A lower and an upper bound. */
export type Interval = readonly [lower: number, upper: number];

/**
 * How a fit ended: `ok`, a maximum with curvature in every direction; `boundary`, a parameter ran to its end; `not-identified`, the data do not
 * tell the model from a simpler one; `max-iterations`, still climbing. Only `ok` has standard errors for every parameter.
 * @category Models
 */
export type FitStatus = "ok" | "boundary" | "not-identified" | "max-iterations";

/** The parameters of each kind of model. */
export interface ModelParameters {
  readonly nbd: "r" | "alpha";
  readonly "bg-nbd": "r" | "alpha" | "a" | "b";
  readonly "mbg-nbd": "r" | "alpha" | "a" | "b";
  readonly "pareto-nbd": "r" | "alpha" | "s" | "beta";
  readonly "bg-bb": "alpha" | "beta" | "gamma" | "delta";
  readonly "gamma-gamma": "p" | "q" | "v";
  readonly "shifted-beta-geometric": "alpha" | "beta";
}

/** In the order in which they are fitted, which is that of the covariance; stored JSON may come back in any order. */
export const parameterNames: { readonly [Kind in keyof ModelParameters]: readonly ModelParameters[Kind][] } = {
  nbd: ["r", "alpha"],
  "bg-nbd": ["r", "alpha", "a", "b"],
  "mbg-nbd": ["r", "alpha", "a", "b"],
  "pareto-nbd": ["r", "alpha", "s", "beta"],
  "bg-bb": ["alpha", "beta", "gamma", "delta"],
  "gamma-gamma": ["p", "q", "v"],
  "shifted-beta-geometric": ["alpha", "beta"],
};

/** The parameters of one kind by name. */
export type ParametersOf<Kind extends string> = Kind extends keyof ModelParameters
  ? Readonly<Record<ModelParameters[Kind], number>>
  : Readonly<Record<string, number>>;

/**
 * A fitted model: plain versioned JSON, to be stored and used again. Estimates are numbers, with their uncertainty beside them.
 * @category Models
 */
export interface FittedModel<Kind extends string> extends Definition<Kind> {
  /** What times are counted in. */
  readonly timeUnit: TimeUnit;
  readonly parameters: ParametersOf<Kind>;
  /** By the delta method from the covariance. */
  readonly standardErrors: Readonly<Record<string, Assessed<number>>>;
  /** 95 %, exp(log estimate ± 1.96 standard errors of the logarithm): never below zero. */
  readonly intervals: Readonly<Record<string, Assessed<Interval>>>;
  /** Of the logarithms of the parameters, in their order; null where the fit is not `ok`. */
  readonly covariance: Matrix | null;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Customers that the likelihood counts. */
  readonly customers: number;
  readonly diagnostics: {
    readonly status: FitStatus;
    readonly reasons: readonly Reason[];
    readonly iterations: number;
  };
}

/** The models of when customers buy. */
export type PurchaseModelKind = "nbd" | "bg-nbd" | "mbg-nbd" | "pareto-nbd";
/**
 * A fitted model of when customers buy.
 * @category Models
 */
export type PurchaseModel = FittedModel<PurchaseModelKind>;

/** What every fit may be told. */
export interface FitModelOptions {
  /** The id of the model; default its kind. */
  readonly id?: string | undefined;
}

/** The values of the parameters, in the order in which they were fitted. */
export const parametersOf = ({ kind, parameters }: FittedModel<string>): readonly number[] =>
  parameterNames[kind as keyof ModelParameters].map((name) => parameters[name]!);

/** The kinds of {@link PurchaseModel}. */
export const purchaseKinds: readonly PurchaseModelKind[] = ["nbd", "bg-nbd", "mbg-nbd", "pareto-nbd"];

/** Refuses what is no fitted model of these kinds. @throws INVALID_MODEL */
export function requireModel(
  model: unknown,
  kinds: readonly string[],
  path: readonly (string | number)[] = ["model"],
): void {
  const { kind, parameters, timeUnit } = Object(model) as Partial<FittedModel<string>>;
  const check = checker("INVALID_MODEL");
  if (!kinds.includes(kind as string)) check.report(path, `a fitted ${kinds.join(", ")}`, kind ?? model);
  else checkParameters(kind as keyof ModelParameters, parameters, [...path, "parameters"], check);
  if (purchaseKinds.includes(kind as PurchaseModelKind) && !Object.hasOwn(daysPerUnit, timeUnit as string)) {
    check.report([...path, "timeUnit"], `one of ${Object.keys(daysPerUnit).join(", ")}`, timeUnit);
  }
  check.refuseFaults("INVALID_MODEL");
}

function checkParameters(
  kind: keyof ModelParameters,
  parameters: unknown,
  path: readonly (string | number)[],
  check: Checker,
): void {
  for (const name of parameterNames[kind]) {
    const value: unknown = Object(parameters)[name];
    if (!(typeof value === "number" && value > 0 && value < Infinity)) {
      check.report([...path, name], "a finite number above 0", value);
    }
  }
}

/** What a model says of itself; nothing where somebody wrote its parameters down by hand. */
export const warningsOf = ({ diagnostics }: Partial<FittedModel<string>>): readonly Reason[] =>
  Array.isArray(diagnostics?.reasons) ? diagnostics.reasons : [];

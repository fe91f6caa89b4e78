import type { Duration } from "../../core/index.js";
import { anything, checkOptions, type OptionRules, satisfying } from "../../core/shared.js";
import type {
  Case,
  Contract,
  Customer,
  FactSchema,
  FactTable,
  Feedback,
  Interaction,
  Rows,
} from "../../model/index.js";
import { requireRows } from "../../model/shared.js";

/**
 * What else is known of the customers, beside their purchases. A source that is not given makes its signals unknown for everybody.
 * @category Churn
 */
export interface ChurnSources {
  readonly interactions?: Rows<Interaction> | undefined;
  readonly cases?: Rows<Case> | undefined;
  readonly contracts?: Rows<Contract> | undefined;
  readonly feedback?: Rows<Feedback> | undefined;
  /** Their consents tell who unsubscribed. */
  readonly customers?: Rows<Customer> | undefined;
  /** Points about to lapse, by customer; who is not named has none. */
  readonly pointsLapsing?: ReadonlyMap<string, number> | undefined;
}

/**
 * How churn is judged.
 * @category Churn
 */
export interface ChurnSignalOptions<S extends FactSchema = FactSchema> extends ChurnSources {
  /** How far to look ahead, in whole days or longer. Default: three median gaps of the base, rounded up to whole months of 30.44 days. */
  readonly horizon?: Duration | undefined;
  /** Facts of the host's own: of the same customers, moment and zone. Default: what the base and the sources tell of `customerSchema`. */
  readonly facts?: FactTable<S> | undefined;
}

/** Options of signals whose sources can be read more than once. */
export type SignalInputs<S extends FactSchema> = Pick<ChurnSignalOptions<S>, "horizon" | "facts"> & ReadSources;

/** Sources that can be read more than once. */
export type ReadSources = {
  readonly [K in keyof ChurnSources]: K extends "pointsLapsing" ? ChurnSources[K] : Listed<ChurnSources[K]>;
};
type Listed<T> = T extends Iterable<infer Row> ? readonly Row[] : T;

export const sourceRules: OptionRules<ChurnSources> = {
  interactions: anything,
  cases: anything,
  contracts: anything,
  feedback: anything,
  customers: anything,
  pointsLapsing: satisfying(
    "a map by customer",
    (map) => map instanceof Map && [...map.values()].every(Number.isFinite),
  ),
};
const rules: OptionRules<ChurnSignalOptions> = { ...sourceRules, horizon: anything, facts: anything };

/** Options of signals, checked. @throws INVALID_OPTIONS, INVALID_ROWS */
export function readSignalOptions<S extends FactSchema>(options: ChurnSignalOptions<S>): SignalInputs<S> {
  checkOptions<ChurnSignalOptions>(options as ChurnSignalOptions, rules);
  const { horizon, facts } = options;
  return { horizon, facts, ...readSources(options) };
}

/** Every list read once, so that it may be a generator. */
export function readSources({ pointsLapsing, ...sources }: ChurnSources): ReadSources {
  const listed = lists.flatMap((name) => {
    const rows: Iterable<unknown> | undefined = sources[name];
    if (rows === undefined) return [];
    requireRows(rows, [name]);
    return [[name, [...rows]] as const];
  });
  return { ...Object.fromEntries(listed), ...(pointsLapsing === undefined ? {} : { pointsLapsing }) };
}

const lists = ["interactions", "cases", "contracts", "feedback", "customers"] as const;

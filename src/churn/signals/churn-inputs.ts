import { parseInstant } from "../../core/index.js";
import { customerPositions, inWords, refusal } from "../../core/shared.js";
import { type CustomerBase, customerFacts, requireBase } from "../../history/index.js";
import { type ContractStanding, contractStandings } from "../../lifecycle/shared.js";
import {
  type CollectionColumns,
  customerSchema,
  type FactColumn,
  type FactSchema,
  type FactTable,
} from "../../model/index.js";
import { assembleFactTable } from "../../model/shared.js";
import { categoryChange } from "./category-change.js";
import type { ReadSources, SignalInputs } from "./churn-options.js";
import { type ChurnSignal, churnSchema, signalNames } from "./churn-schema.js";
import { contactSignals } from "./contact-signals.js";
import { type NumberColumn, numbers, once } from "./number-column.js";
import { type Pace, paceOf, purchaseSignals } from "./purchase-signals.js";
import { recordSignals } from "./record-signals.js";

/** What judging a base stands on. */
export interface ChurnInputs {
  readonly base: CustomerBase;
  readonly pace: Pace;
  readonly standings: ReadonlyMap<string, ContractStanding>;
  readonly signals: Readonly<Record<ChurnSignal, NumberColumn>>;
  /** Signals that nobody can have, for lack of their source. */
  readonly missing: ReadonlySet<ChurnSignal>;
  /** The signals beside the facts of the host, or of the base where the host gives none. */
  factTable(): FactTable;
}

const contractEnds = { contractEndsWithin: { days: 30 } } as const;

/** How little a customer's own rhythm says: nothing of lateness where the gap is long for the horizon, nothing at all under a contract or beyond it. */
const LATENESS = 1;
const RHYTHM = 2;

/** From where on a signal is silenced. */
const silencedFrom = {
  "churn.gapsSinceLast": RHYTHM,
  "churn.overdueRatio": LATENESS,
  "churn.overduePercentile": LATENESS,
  "churn.silentChance": RHYTHM,
  "churn.recentSpendRatio": RHYTHM,
  "churn.frequencyTail": RHYTHM,
  "churn.spendTrend": RHYTHM,
  "churn.basketChange": RHYTHM,
  "churn.categoryChange": RHYTHM,
} as const satisfies Partial<Record<ChurnSignal, number>>;

/** The own gap must fit so often into the horizon for lateness to say something. */
const GAPS_IN_HORIZON = 3;

/** Reads everything that churn is judged from. */
export function churnInputs<S extends FactSchema>(base: CustomerBase, options: SignalInputs<S>): ChurnInputs {
  requireBase(base);
  const { facts, interactions, contracts, pointsLapsing } = options;
  if (facts !== undefined) requireSameFrame(base, facts as FactTable<never>);
  const pace = paceOf(base, options.horizon);
  const standings = contractStandings(base, contracts ?? [], contractEnds);
  const { size, customerIds } = base;
  const told: Partial<Record<ChurnSignal, () => NumberColumn>> = {
    ...purchaseSignals(base, pace),
    ...(base.dimensions.includes("category")
      ? { "churn.categoryChange": () => categoryChange(base, pace.recentDays) }
      : {}),
    ...made(interactions === undefined ? {} : contactSignals(base, interactions)),
    ...made(recordSignalsOf(base, options)),
    ...(contracts === undefined
      ? {}
      : { "churn.contractEnding": () => numbers(size, (customer) => endingOf(standings.get(customerIds[customer]!))) }),
    ...(pointsLapsing === undefined
      ? {}
      : { "churn.pointsLapsing": () => numbers(size, (customer) => pointsLapsing.get(customerIds[customer]!) ?? 0) }),
  };
  const missing = new Set(signalNames.filter((name) => told[name] === undefined));
  const silence = once(() => silenceOf(base, pace, standings));
  const nobody = once(() => numbers(size, () => undefined));
  const signals = {} as Record<ChurnSignal, NumberColumn>;
  for (const name of signalNames) {
    const column = told[name] ?? nobody;
    const from = (silencedFrom as Partial<Record<ChurnSignal, number>>)[name];
    const get = once(from === undefined ? column : () => silenced(column(), silence(), from));
    Object.defineProperty(signals, name, { enumerable: true, get });
  }
  return {
    base,
    pace,
    standings,
    signals,
    missing,
    factTable: () => withSignals(facts ?? ownFacts(base, options), signals),
  };
}

const made = (columns: Readonly<Record<string, NumberColumn>>): Record<string, () => NumberColumn> =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, () => column]));

/** Whether a customer's own gap is longer than the horizon: not buying within it is what they always do. */
export function isSlow({ pace }: Pick<ChurnInputs, "pace">, customer: number): boolean {
  const { values, known } = pace.cadence.columns.medianGapDays;
  return known[customer] === 1 && values[customer]! > pace.horizon.days;
}

function silenceOf({ size, customerIds }: CustomerBase, pace: Pace, standings: ChurnInputs["standings"]): Uint8Array {
  const { values: gaps, known } = pace.cadence.columns.medianGapDays;
  const { days } = pace.horizon;
  const silence = new Uint8Array(size);
  for (let customer = 0; customer < size; customer++) {
    const gap = known[customer] === 1 ? gaps[customer]! : 0;
    if (gap > days || (standings.size > 0 && standings.has(customerIds[customer]!))) silence[customer] = RHYTHM;
    else if (gap * GAPS_IN_HORIZON > days) silence[customer] = LATENESS;
  }
  return silence;
}

function silenced({ known, ...column }: NumberColumn, silence: Uint8Array, from: number): NumberColumn {
  const told = known.slice();
  for (let customer = 0; customer < told.length; customer++) if (silence[customer]! >= from) told[customer] = 0;
  return { ...column, known: told };
}

function recordSignalsOf(base: CustomerBase, { cases, feedback, customers }: ReadSources) {
  if (cases === undefined && feedback === undefined && customers === undefined) return {};
  const own = customerPositions(base.customerIds);
  // Who is no customer of the base is left out; what is no customer at all is for the facts to refuse.
  const isOwn = (id: string | undefined): boolean => id === undefined || own.has(id);
  return recordSignals(base, { cases, feedback, customers: customers?.filter((customer) => isOwn(customer?.id)) });
}

const endingOf = (standing: ContractStanding | undefined): number | undefined =>
  standing === undefined ? undefined : standing.kind === "ends" ? 1 : 0;

/** What a base and the sources tell by themselves. */
function ownFacts(base: CustomerBase, { interactions, cases, contracts, feedback }: ReadSources): FactTable {
  return customerFacts(customerSchema(base.currency, { scale: base.scale }), {
    base,
    interactions,
    cases,
    contracts,
    feedback,
  }) as unknown as FactTable;
}

function withSignals(facts: FactTable<never> | FactTable, signals: Readonly<Record<string, NumberColumn>>): FactTable {
  const { schema, asOf, timeZone, customerIds } = facts as FactTable;
  const columns: Record<string, FactColumn> = {};
  for (const name of Object.keys(schema.attributes)) columns[name] = (facts as FactTable).column(name);
  const collections: Record<string, CollectionColumns> = {};
  for (const name of Object.keys(schema.collections)) collections[name] = (facts as FactTable).collection(name);
  const all = { ...columns, ...signals };
  return assembleFactTable({
    schema: churnSchema(schema),
    asOf,
    timeZone,
    customerIds,
    columns: all,
    collections,
  }) as FactTable;
}

/** Facts of other customers, of another moment or zone would be judged in silence. */
export function requireSameFrame(base: CustomerBase, facts: FactTable, path: readonly string[] = ["facts"]): void {
  const refuse = (step: string, expected: string, received: string): never => {
    throw refusal(
      "CHURN_FACTS_MISMATCH",
      [...path, step],
      expected,
      inWords(received),
      "Make them by customerFacts(schema, { base })",
    );
  };
  if (typeof facts !== "object" || facts === null || typeof facts.column !== "function") {
    throw refusal("CHURN_FACTS_MISMATCH", path, "a fact table", facts);
  }
  if (parseInstant(facts.asOf) !== parseInstant(base.asOf)) refuse("asOf", base.asOf, facts.asOf);
  if (facts.timeZone !== base.timeZone) refuse("timeZone", base.timeZone, facts.timeZone);
  if (facts.size !== base.size) refuse("customerIds", `the base's ${base.size} customers`, `${facts.size}`);
  for (let index = 0; index < base.size; index++) {
    if (facts.customerIds[index] === base.customerIds[index]) continue;
    refuse("customerIds", `${base.customerIds[index]} at row ${index}`, `${facts.customerIds[index]}`);
  }
}

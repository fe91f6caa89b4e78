import type { DayNumber } from "../../core/index.js";
import type { ContractStanding } from "./contract-standing.js";
import type { LifecycleStage } from "./lifecycle-stage.js";
import type { Season } from "./season.js";

/** What a stage follows from. */
export type Grounds =
  | { readonly kind: "no-purchase" }
  | { readonly kind: "first-purchase"; readonly days: number }
  | { readonly kind: "returned"; readonly day: DayNumber; readonly away: number }
  | { readonly kind: "season"; readonly season: Season }
  | { readonly kind: "contract"; readonly standing: ContractStanding }
  | { readonly kind: "no-cadence" }
  | Recency;

/** Days since the last purchase against a bound. */
export interface Recency {
  readonly kind: "recency";
  readonly days: number;
  /** The gap that the bounds are multiples of, and whether it is the customer's own; undefined where bounds are days. */
  readonly gap: number | undefined;
  readonly own: boolean;
  /** The bound that was passed last, or the first one where none was. */
  readonly limit: number;
  readonly past: boolean;
  /** Hysteresis gave another stage than the bounds alone. */
  readonly held: boolean;
}

/** A customer's stage, undefined where it is not known, and why. */
export interface JudgedStage {
  readonly stage: LifecycleStage | undefined;
  readonly grounds: Grounds;
}

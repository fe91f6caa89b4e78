import type { InstantInput, Reason } from "../../core/index.js";
import type {
  Case,
  Contract,
  Customer,
  Entries,
  FactSchema,
  FactTable,
  Feedback,
  Interaction,
  Item,
  Rows,
} from "../../model/index.js";
import type { CustomerBase } from "../customer-base.js";
import type { HistoryReasonCode } from "../reasons.js";

/** The moment and the place that facts are about: those of the base, or stated where there is none. */
export type FactFrame =
  | {
      readonly base: CustomerBase;
      /** If given, it must be the base's own. */
      readonly asOf?: InstantInput | undefined;
      readonly timeZone?: string | undefined;
    }
  | {
      readonly base?: undefined;
      /** A bare day counts whole. */
      readonly asOf: InstantInput;
      /** Default `"UTC"`. */
      readonly timeZone?: string | undefined;
    };

/** A customer's record: that of the model, or attributes by the names that they have in the schema. */
export type CustomerRecord<S extends FactSchema> = Customer | ({ readonly id: string } & Entries<S["attributes"]>);

/** Items of one collection, each with its customer. */
export type ItemsOfCustomers<S extends FactSchema, K extends keyof S["collections"]> = Iterable<
  Item<S["collections"][K]> & { readonly customerId: string | null }
>;

/**
 * What facts are made of. Every part may be left out; what it would tell is unknown then.
 * @category Facts
 */
export type CustomerFactParts<S extends FactSchema = FactSchema> = FactFrame & {
  readonly customers?: Rows<CustomerRecord<S>> | undefined;
  readonly interactions?: Rows<Interaction> | undefined;
  readonly feedback?: Rows<Feedback> | undefined;
  readonly cases?: Rows<Case> | undefined;
  readonly contracts?: Rows<Contract> | undefined;
  /** Any collection of the schema by its name. */
  readonly collections?: { readonly [K in keyof S["collections"]]?: ItemsOfCustomers<S, K> | undefined } | undefined;
  /** By collection: what happened earlier was not recorded. */
  readonly knownSince?: { readonly [K in keyof S["collections"]]?: InstantInput | undefined } | undefined;
};

/**
 * The facts of many customers, with what was left out of them.
 * @category Facts
 */
export interface CustomerFactTable<S extends FactSchema = FactSchema> extends FactTable<S> {
  readonly warnings: readonly Reason<HistoryReasonCode>[];
}

/**
 * How the amounts of a ready schema are kept.
 * @category Facts
 */
export interface ReadySchemaOptions {
  /** Decimals, where they are finer than the currency's own. */
  readonly scale?: number | undefined;
}

/**
 * How the state of one kind of ledger is written into a snapshot and read back.
 * @category Ledger
 */
export interface SnapshotFormat<S> {
  /** Names the kind of ledger, as in `"loyalty-account"`; a snapshot of another kind is refused. */
  readonly kind: string;
  /** The version of what `write` writes, from 1. */
  readonly schemaVersion: number;
  /** Such a ledger may take over what others have answered, so it may hold more answers than events. */
  readonly unites?: boolean | undefined;
  /** The state as plain JSON; left out where it is plain JSON already. */
  readonly write?: ((state: S) => unknown) | undefined;
  /** The state from what `write` gave, checked; throws where something is wrong. */
  readonly read: (stored: unknown) => S;
  /** From what an earlier version wrote to what the next one writes: `{ 1: (stored) => … }` leads from 1 to 2. */
  readonly upgrades?: Readonly<Record<number, (stored: unknown) => unknown>> | undefined;
}

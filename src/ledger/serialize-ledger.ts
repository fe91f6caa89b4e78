import type { Ledger } from "./ledger.js";
import { requireFormat, requireLedger } from "./require-ledger.js";
import type { SnapshotFormat } from "./snapshot.js";

/**
 * A ledger as JSON text, with the kind and schema version of its state, to store beside the events.
 *
 * `deserializeLedger` gives it back; folding the events that came after onto that equals folding all.
 * @throws INVALID_LEDGER
 * @example
 * import { type Ledger, serializeLedger } from "clientele/ledger";
 * const format = { kind: "counter", schemaVersion: 1, read: Number };
 * const counter: Ledger<number> = { version: 3, answers: { forgottenBefore: null, shelves: [] }, current: 12 };
 * JSON.parse(serializeLedger(counter, format)).current; // => 12
 * @category Ledger
 */
export function serializeLedger<S>(ledger: Ledger<S>, format: SnapshotFormat<S>): string {
  requireLedger(ledger);
  requireFormat(format);
  const { kind, schemaVersion, write } = format;
  const { version, answers, current } = ledger;
  return JSON.stringify({ kind, schemaVersion, version, answers, current: write ? write(current) : current });
}

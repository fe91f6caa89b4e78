import { readInstant } from "../core/index.js";
import {
  anything,
  checker,
  constant,
  fields,
  type Json,
  listOf,
  type Rule,
  refusal,
  satisfying,
  text,
  whole,
} from "../core/shared.js";
import type { Ledger } from "./ledger.js";
import { requireFormat } from "./require-ledger.js";
import type { SnapshotFormat } from "./snapshot.js";

/**
 * Reads a ledger that `serializeLedger` wrote, bringing the state of an earlier schema version up to date.
 *
 * A snapshot that is damaged, contradicts itself, is of another kind or from a newer library is refused whole; the events stay the truth, so
 * fold them instead.
 * @throws INVALID_LEDGER, INVALID_SNAPSHOT, SNAPSHOT_TOO_NEW, and what `format.read` throws
 * @example
 * import { deserializeLedger, serializeLedger } from "clientele/ledger";
 * const format = {
 *   kind: "counter",
 *   schemaVersion: 2,
 *   read: (stored: unknown) => Number(stored),
 *   upgrades: { 1: (dozens: unknown) => Number(dozens) * 12 },
 * };
 * const first = { version: 3, answers: { forgottenBefore: null, shelves: [] }, current: 5 };
 * const old = serializeLedger(first, { ...format, schemaVersion: 1 });
 * deserializeLedger(old, format).current; // => 60
 * @category Ledger
 */
export function deserializeLedger<S>(json: string, format: SnapshotFormat<S>): Ledger<S> {
  requireFormat(format);
  const check = checker("INVALID_SNAPSHOT");
  const snapshot = parse(json);
  const { schemaVersion } = Object(snapshot) as Json;
  if (typeof schemaVersion === "number" && schemaVersion > format.schemaVersion) {
    const hint = "It was written by a newer version: update, or fold the events instead";
    throw refusal("SNAPSHOT_TOO_NEW", ["schemaVersion"], `${format.schemaVersion} or earlier`, schemaVersion, hint);
  }
  fields({
    kind: constant(format.kind),
    schemaVersion: whole({ from: 1 }),
    version: whole({ from: 0 }),
    answers: fields({
      forgottenBefore: (value, path, check) => value === null || instant(value, path, check),
      shelves,
    }),
    current: anything,
  })(snapshot, [], check);
  check.refuseFaults("INVALID_SNAPSHOT");
  const { version, answers, current } = snapshot as Ledger<unknown>;
  const answered = answers.shelves.reduce((sum, shelf) => sum + shelf.length, 0);
  if (answered > version && format.unites !== true) {
    // Each answer stands on an event of its own.
    throw refusal("INVALID_SNAPSHOT", ["version"], `at least ${answered}, the answers it holds`, version);
  }
  return { version, answers, current: format.read(upgraded(current, schemaVersion as number, format)) };
}

const instant: Rule = satisfying(
  "an instant in UTC",
  (value) => typeof value === "string" && value.endsWith("Z") && readInstant(value) !== undefined,
);
const shelves = listOf(listOf(fields({ type: text, key: text, at: instant, fingerprint: text, outcome: anything })));

function upgraded<S>(stored: unknown, from: number, format: SnapshotFormat<S>): unknown {
  let state = stored;
  for (let version = from; version < format.schemaVersion; version++) {
    const upgrade = format.upgrades?.[version];
    if (upgrade === undefined) {
      const expected = `a version that can be upgraded to ${format.schemaVersion}`;
      throw refusal("INVALID_SNAPSHOT", ["schemaVersion"], expected, from);
    }
    state = upgrade(state);
  }
  return state;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw refusal("INVALID_SNAPSHOT", [], "JSON text", json);
  }
}

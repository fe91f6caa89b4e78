import { type ClienteleError, readInstant } from "../core/index.js";
import { inWords, refusal } from "../core/shared.js";
import type { Answers, CommandStamp } from "./answers.js";
import { requireFormat } from "./internal/require-ledger.js";
import type { Ledger } from "./ledger.js";
import type { SnapshotFormat } from "./snapshot.js";

/**
 * Reads a ledger that `serializeLedger` wrote, bringing the state of an earlier schema version up to date.
 *
 * A snapshot that is damaged, of another kind or from a newer library is refused whole; the events stay the truth, so fold them instead.
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
export function deserializeLedger<S>(text: string, format: SnapshotFormat<S>): Ledger<S> {
  requireFormat(format);
  const snapshot = recordAt(parse(text), []);
  if (snapshot.kind !== format.kind) throw invalid(["kind"], `a snapshot of kind ${format.kind}`, snapshot.kind);
  const schemaVersion = countAt(snapshot.schemaVersion, ["schemaVersion"]);
  if (schemaVersion > format.schemaVersion) {
    throw refusal(
      "SNAPSHOT_TOO_NEW",
      ["schemaVersion"],
      `${format.schemaVersion} or earlier`,
      inWords(String(schemaVersion)),
      "It was written by a newer version: update, or fold the events instead",
    );
  }
  return {
    version: countAt(snapshot.version, ["version"]),
    answers: readAnswers(snapshot.answers),
    current: format.read(upgraded(snapshot.current, schemaVersion, format)),
  };
}

function upgraded<S>(stored: unknown, from: number, format: SnapshotFormat<S>): unknown {
  let state = stored;
  for (let version = from; version < format.schemaVersion; version++) {
    const upgrade = format.upgrades?.[version];
    if (upgrade === undefined) {
      throw invalid(["schemaVersion"], `a version that can be upgraded to ${format.schemaVersion}`, from);
    }
    state = upgrade(state);
  }
  return state;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid([], "JSON text", text);
  }
}

function readAnswers(value: unknown): Answers {
  const { forgottenBefore, shelves } = recordAt(value, ["answers"]);
  return {
    forgottenBefore: forgottenBefore === null ? null : instantAt(forgottenBefore, ["answers", "forgottenBefore"]),
    shelves: listAt(shelves, ["answers", "shelves"]).map((shelf, place) =>
      listAt(shelf, ["answers", "shelves", place]).map((stamp, index) =>
        readStamp(stamp, ["answers", "shelves", place, index]),
      ),
    ),
  };
}

function readStamp(value: unknown, path: Path): CommandStamp {
  const { type, key, at, fingerprint, outcome } = recordAt(value, path);
  return {
    type: textAt(type, [...path, "type"]),
    key: textAt(key, [...path, "key"]),
    at: instantAt(at, [...path, "at"]),
    fingerprint: textAt(fingerprint, [...path, "fingerprint"]),
    outcome,
  };
}

type Path = readonly (string | number)[];

function recordAt(value: unknown, path: Path): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalid(path, "an object", value);
}

function listAt(value: unknown, path: Path): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid(path, "a list", value);
}

function textAt(value: unknown, path: Path): string {
  if (typeof value === "string" && value !== "") return value;
  throw invalid(path, "a text", value);
}

function countAt(value: unknown, path: Path): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw invalid(path, "a whole number from 0", value);
}

function instantAt(value: unknown, path: Path): string {
  if (typeof value === "string" && value.endsWith("Z") && readInstant(value) !== undefined) return value;
  throw invalid(path, "an instant in UTC", value);
}

function invalid(path: Path, expected: string, received: unknown): ClienteleError {
  return refusal("INVALID_SNAPSHOT", path, expected, received);
}

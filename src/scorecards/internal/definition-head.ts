import { CONDITION_LANGUAGE } from "../../conditions/index.js";
import type { DefinitionChecker } from "../../core/index.js";

/** The keys that every definition of this room has, besides its own. */
export const headKeys: readonly string[] = ["kind", "id", "version", "schemaVersion", "language"];
/** The version of the form in which this library writes the definitions of this room. */
const SCHEMA_VERSION = 1;

/** What a definition may leave out. */
export interface LeftOut {
  readonly schemaVersion?: typeof SCHEMA_VERSION | undefined;
  readonly language?: typeof CONDITION_LANGUAGE | undefined;
}

/** Completes a definition by what may be left out; what is no object stays as it is, for the check to say so. */
export function completed(kind: string, definition: unknown): unknown {
  if (typeof definition !== "object" || definition === null || Array.isArray(definition)) return definition;
  return { kind, schemaVersion: SCHEMA_VERSION, language: CONDITION_LANGUAGE, ...definition };
}

/** Checks what every definition of this room has. */
export function checkHead(json: Readonly<Record<string, unknown>>, check: DefinitionChecker, shapeCode: string): void {
  check.text(json.kind, ["kind"]);
  check.text(json.id, ["id"]);
  const version = check.whole(json.version, ["version"]);
  if (version !== undefined && version < 1) check.report(shapeCode, ["version"], "1 or more", version);
  for (const [key, known] of [
    ["schemaVersion", SCHEMA_VERSION],
    ["language", CONDITION_LANGUAGE],
  ] as const) {
    if (json[key] !== known) check.report(shapeCode, [key], String(known), json[key]);
  }
}

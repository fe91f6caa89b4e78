import { conditionLimits } from "../limits.js";
import { anyOf, closed, type JsonSchema, only, refTo, whole } from "./json-schema.js";
import { someText } from "./literal-schemas.js";

/** Items that conditions of one place may look through. */
export interface SelectionSchema {
  readonly over: JsonSchema;
  /** A condition on one of them. */
  readonly inner: JsonSchema;
  /** Undefined where they have no clock. */
  readonly window: JsonSchema | undefined;
}

/** The conditions of one place, given its comparisons and the items within reach; `self` is the definition that this becomes. */
export function conditionSchema(
  self: JsonSchema,
  compares: readonly JsonSchema[],
  selections: readonly SelectionSchema[],
): JsonSchema {
  const named = { id: someText };
  const several: JsonSchema = { type: "array", items: self, minItems: 1 };
  return anyOf([
    closed({ type: only("constant"), value: { enum: [true, false, "unknown"] } }, named),
    closed({ type: { enum: ["all", "any"] }, of: several }, named),
    closed({ type: only("atLeast"), count: whole(1, conditionLimits.nodes), of: several }, named),
    closed({ type: only("not"), of: self }, named),
    closed({ type: only("assume"), unknown: { type: "boolean" }, of: self }, named),
    closed({ type: only("reference"), id: someText }),
    ...compares,
    ...selections.flatMap(({ over, inner, window }) => {
      const optional = { ...named, where: inner, ...(window === undefined ? {} : { window }) };
      return [
        closed({ type: { enum: ["some", "none"] }, over }, optional),
        closed({ type: only("every"), over, holds: inner }, optional),
      ];
    }),
    ...sequenceSchemas(selections),
  ]);
}

/** An absent event stands last, so there is a schema for every number of events before it. */
function sequenceSchemas(selections: readonly SelectionSchema[]): readonly JsonSchema[] {
  const timed = selections.filter(({ window }) => window !== undefined);
  if (timed.length === 0) return [];
  const step = anyOf(timed.map(({ over, inner }) => closed({ over }, { where: inner })));
  const absent = anyOf(timed.map(({ over, inner }) => closed({ over, absent: only(true) }, { where: inner })));
  const optional = { id: someText, window: refTo("window of events"), ties: only("allowed") };
  const within = refTo("duration");
  const happened: JsonSchema = { type: "array", items: step, minItems: 1, maxItems: conditionLimits.steps };
  const lengths = Array.from({ length: conditionLimits.steps - 1 }, (_, index) => index + 1);
  const endings = lengths.map((before) => ({
    type: "array",
    prefixItems: [...Array.from({ length: before }, () => step), absent],
    items: false,
    minItems: before + 1,
  }));
  return [
    closed({ type: only("sequence"), steps: happened }, { ...optional, within }),
    closed({ type: only("sequence"), steps: anyOf(endings), within }, optional),
  ];
}

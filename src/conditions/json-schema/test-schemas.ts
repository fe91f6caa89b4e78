import { conditionLimits } from "../limits.js";
import type { Operator } from "../typing/operators.js";
import { anyOf, closed, type JsonSchema, oneWord, only, whole } from "./json-schema.js";
import { someText } from "./literal-schemas.js";
import { parameterSchema } from "./window-schemas.js";

/** What tests of one sort of subject are made of. */
export interface TestPieces {
  readonly operators: readonly Operator[];
  readonly equal: JsonSchema;
  readonly ordered: JsonSchema;
  readonly element: JsonSchema;
  readonly window: JsonSchema;
}

const FARTHEST_DAY = 3660;

/** The comparisons of one sort of subject, a schema for each form of test. */
export function compareSchemas(subject: JsonSchema, pieces: TestPieces): readonly JsonSchema[] {
  const orMissing = { orMissing: only(true) };
  const forms: readonly (readonly [ops: readonly Operator[], required: Properties, optional?: Properties])[] = [
    [["eq", "ne"], { value: pieces.equal }, orMissing],
    [["gt", "gte", "lt", "lte"], { value: pieces.ordered }, orMissing],
    [
      ["between"],
      { from: pieces.ordered, to: pieces.ordered },
      { bounds: oneWord(["[]", "[)", "(]", "()"]), ...orMissing },
    ],
    [["in", "notIn", "hasAny", "hasAll", "hasNone"], { values: listSchema(pieces.element) }, orMissing],
    [["contains", "startsWith", "endsWith", "under"], { value: anyOf([someText, parameterSchema]) }, orMissing],
    [["exists", "missing"], {}],
    [["within"], { window: pieces.window }, orMissing],
    [["anniversary"], { from: day, to: day }, { leapDay: oneWord(["feb28", "mar1"]), ...orMissing }],
  ];
  return forms.flatMap(([ops, required, optional]) => {
    const taken = ops.filter((op) => pieces.operators.includes(op));
    if (taken.length === 0) return [];
    return [closed({ type: only("compare"), subject, op: oneWord(taken), ...required }, { id: someText, ...optional })];
  });
}

type Properties = Readonly<Record<string, JsonSchema>>;

const day = whole(-FARTHEST_DAY, FARTHEST_DAY);

const listSchema = (element: JsonSchema): JsonSchema =>
  anyOf([{ type: "array", items: element, minItems: 1, maxItems: conditionLimits.listValues }, parameterSchema]);

import { zoneOf } from "../../core/index.js";
import { anything, checkOptions, object, parseMoment } from "../../core/shared.js";
import type { Collections, FactSchema } from "../../model/index.js";
import { requireSchema } from "../../model/shared.js";
import { type Compiled, rowsAt } from "../compiling/compiled-condition.js";
import type { Condition } from "../condition.js";
import type { ConditionEnvelope, ConditionInput } from "../envelope.js";
import type { EvaluationFrame } from "../frame.js";
import { plainSubject } from "../rows/plain-source.js";
import { collectionOf } from "../typing/type-of-value.js";
import type { Path } from "../validation/checker.js";
import type { Over } from "../value.js";
import type { Plan } from "./plan.js";
import { planCondition } from "./plan-condition.js";
import type { Planner } from "./planner.js";
import { runClock } from "./run-clock.js";

const clockedParts: readonly unknown[] = ["age", "daysSince", "daysUntil"];
const clockedTypes: readonly unknown[] = ["rolling", "calendar", "upcoming", "now"];

/** Whether sound conditions can answer otherwise at another moment: by windows, ages, days since, or events, none of which is read after asOf. */
function mindsTheMoment(json: unknown, schema: FactSchema): boolean {
  const timed = new Set(timedNames(schema.collections));
  const minds = (part: unknown): boolean => {
    if (typeof part !== "object" || part === null) return false;
    const { type, part: name, op, collection } = part as Record<string, unknown>;
    return (
      clockedTypes.includes(type) ||
      clockedParts.includes(name) ||
      op === "anniversary" ||
      timed.has(collection) ||
      Object.values(part).some(minds)
    );
  };
  return minds(json);
}

/** The names of collections with a clock, however deep; a name that two of them share counts if either has one. */
const timedNames = (collections: Collections): readonly unknown[] =>
  Object.entries(collections).flatMap(([name, { timed, collections: inner = {} }]) => [
    ...(timed ? [name] : []),
    ...timedNames(inner),
  ]);

/** Collections as objects of their own: plans tell them apart by identity, and one object may stand under two names. */
const separated = (collections: Collections): Collections =>
  Object.fromEntries(
    Object.entries(collections).map(([name, collection]) => [
      name,
      {
        ...collection,
        ...(collection.collections === undefined ? {} : { collections: separated(collection.collections) }),
      },
    ]),
  );

// Each is read by somebody else.
const frameRules = { asOf: anything, timeZone: anything, references: anything, parameters: object() };

/** Looks at conditions before they are planned; given from outside, so that a bundle that plans stored ones needs no validator. */
type CheckInputs = (
  inputs: readonly (readonly [input: ConditionInput, path: Path])[],
  planner: Planner,
  scope: Over | undefined,
) => void;

/**
 * Plans conditions for one run, each with the path that its faults are told at.
 * @throws what `check` throws, INVALID_INSTANT, INVALID_TIME_ZONE
 */
export function planInputs(
  inputs: readonly (readonly [input: ConditionInput, path: Path])[],
  schema: FactSchema,
  frame: EvaluationFrame,
  check: CheckInputs,
  scope?: Over,
): readonly Compiled[] {
  requireSchema(schema);
  checkOptions<EvaluationFrame>(frame, frameRules, [], ["frame"]);
  const { asOf, timeZone = "UTC", references = {}, parameters = {} } = frame;
  const instant = parseMoment(asOf, { timeZone, dayAs: "end", path: ["asOf"] });
  const zone = zoneOf(timeZone);
  const planner: Planner = {
    schema: { attributes: schema.attributes, collections: separated(schema.collections) },
    zone,
    references,
    parameters: {},
    bound: parameters,
    plans: new Map(),
    keyPrefix: "",
    collectionKeys: new Map(),
    plan: planCondition,
  };
  check(inputs, planner, scope);
  const plans = inputs.map(([input, path]) => planInput(input, planner, path, scope));
  const rows = rowsAt(runClock(instant, zone));
  return plans.map((plan, index) => {
    const [input] = inputs[index]!;
    const looksAtClock = mindsTheMoment([input, ...Object.values(references)], planner.schema);
    const path = "when" in input ? "/when" : "";
    return { plan, path, looksAtClock, schema: planner.schema, rows, subjectOf: plainSubject };
  });
}

/** Plans one input. With a scope it judges one item of that collection; without, a subject as a whole. */
function planInput(input: ConditionInput, planner: Planner, path: Path, scope?: Over): Plan {
  const { schema } = planner;
  const envelope: Partial<ConditionEnvelope> = "when" in input ? input : {};
  const over = envelope.scope ?? scope;
  const item = over === undefined ? undefined : collectionOf({ schema }, over);
  const { parameters } = envelope;
  const own = parameters === undefined ? planner : { ...planner, parameters, keyPrefix: JSON.stringify(path) };
  return planCondition(envelope.when ?? (input as Condition), { schema, item }, own);
}

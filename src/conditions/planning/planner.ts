import type { Zone } from "../../core/index.js";
import type { Collection, FactSchema } from "../../model/index.js";
import type { Condition } from "../condition.js";
import type { Parameters } from "../envelope.js";
import type { EvaluationFrame } from "../frame.js";
import type { NameScope } from "../typing/value-types.js";
import type { References } from "../validation/validate-condition.js";
import type { Plan } from "./plan.js";

/** What planning one or many conditions shares: the run, the names, and the plans made so far. */
export interface Planner {
  readonly schema: FactSchema;
  readonly zone: Zone;
  readonly references: References;
  readonly parameters: Parameters;
  readonly bound: NonNullable<EvaluationFrame["parameters"]>;
  /** Plans by structural key. */
  readonly plans: Map<string, Plan>;
  /** Tells apart equal names: of parameters in different envelopes, and of items in different collections. */
  readonly keyPrefix: string;
  readonly collectionKeys: Map<Collection, number>;
  /** Plans a condition inside a value; here, because conditions and values contain each other. */
  plan(condition: Condition, scope: NameScope, planner: Planner): Plan;
}

/** The key of a collection, as `item` means another thing in each. */
export function collectionKey(item: Collection | undefined, { collectionKeys }: Planner): number {
  if (item === undefined) return 0;
  const known = collectionKeys.get(item);
  if (known !== undefined) return known;
  collectionKeys.set(item, collectionKeys.size + 1);
  return collectionKeys.size;
}

import type { InstantInput } from "../core/index.js";
import type { References } from "./validation/validate-condition.js";
import type { Literal } from "./value.js";

/**
 * What a run supplies, because a definition holds no clock, no zone and no other definition.
 * @category Conditions
 */
export interface EvaluationFrame {
  /** A bare day is its last millisecond in the zone. */
  readonly asOf: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  readonly references?: References | undefined;
  /** Values of declared parameters; one without a default must be there. */
  readonly parameters?: Readonly<Record<string, Literal | readonly Literal[]>> | undefined;
}

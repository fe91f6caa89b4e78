import type { Reason } from "../../core/index.js";
import type { ConditionsReasonCode } from "../reasons.js";
import type { Path } from "../validation/checker.js";

/** A warning, and where: from the node that was looked at. */
export interface Finding extends Reason<ConditionsReasonCode> {
  readonly path: Path;
}

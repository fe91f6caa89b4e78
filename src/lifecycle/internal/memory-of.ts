import { ClienteleError, formatInstant, parseInstant } from "../../core/index.js";
import type { EarlierStages } from "../earlier-stages.js";
import type { Memory } from "./judge-stage.js";
import { refuseOption } from "./refuse-option.js";
import type { StageFrame } from "./stage-frame.js";

/** Looks up what was said of a customer earlier. */
export function memoryOf(
  earlier: EarlierStages | undefined,
  { asOf, zone }: StageFrame,
): (customerId: string) => Memory | undefined {
  if (earlier === undefined) return () => undefined;
  if (typeof earlier?.get !== "function") refuseOption(["earlier"], "the result of an earlier run", earlier);
  const at = parseInstant(earlier.asOf, { timeZone: zone.timeZone, dayAs: "end", path: ["earlier", "asOf"] });
  if (at >= asOf) {
    throw new ClienteleError({
      code: "EARLIER_STAGES_NOT_EARLIER",
      path: ["earlier", "asOf"],
      expected: `a time before the base's asOf, ${formatInstant(asOf)}`,
      received: formatInstant(at),
    });
  }
  const day = zone.dayAt(at);
  return (customerId) => {
    const found = earlier.get(customerId);
    return found === undefined ? undefined : { stage: found.stage, returned: found.returned, day };
  };
}

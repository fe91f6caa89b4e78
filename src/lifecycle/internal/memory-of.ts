import { formatInstant, parseInstant } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import type { EarlierStages } from "../earlier-stages.js";
import type { Memory } from "./judge-stage.js";
import type { StageFrame } from "./stage-frame.js";

/** Looks up what was said of a customer earlier. */
export function memoryOf(
  earlier: EarlierStages | undefined,
  { asOf, zone }: StageFrame,
): (customerId: string) => Memory | undefined {
  if (earlier === undefined) return () => undefined;
  const at = parseInstant(earlier.asOf, { timeZone: zone.timeZone, dayAs: "end", path: ["earlier", "asOf"] });
  if (at >= asOf) {
    throw refusal(
      "EARLIER_STAGES_NOT_EARLIER",
      ["earlier", "asOf"],
      `a time before the base's asOf, ${formatInstant(asOf)}`,
      inWords(formatInstant(at)),
    );
  }
  const day = zone.dayAt(at);
  return (customerId) => {
    const found = earlier.get(customerId);
    return found === undefined ? undefined : { stage: found.stage, returned: found.returned, day };
  };
}

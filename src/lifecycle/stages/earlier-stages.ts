import {
  type Assessed,
  type Day,
  type DayNumber,
  formatInstant,
  type InstantInput,
  type Zone,
} from "../../core/index.js";
import { inWords, parseMoment, refusal } from "../../core/shared.js";
import type { LifecycleStage } from "./lifecycle-stage.js";

/** What an earlier run said of one customer; a row of its result will do. */
export interface EarlierStage {
  readonly stage: Assessed<LifecycleStage>;
  /** The day of the return that made it `won-back`. */
  readonly returned?: Day | null | undefined;
}

/**
 * The stages of an earlier run: its {@link LifecycleStages}, or its stored rows by customer id.
 * @category Lifecycle
 */
export interface EarlierStages {
  /** The `asOf` of that run; must be before that of the base. */
  readonly asOf: InstantInput;
  get(customerId: string): EarlierStage | undefined;
}

/** What an earlier run said of a customer, and the day as of which it was made. */
export interface Memory extends EarlierStage {
  readonly day: DayNumber;
}

/** Looks up the earlier stage of a customer. @throws INVALID_OPTIONS */
export function memoryOf(
  earlier: EarlierStages | undefined,
  { asOf, zone }: { readonly asOf: number; readonly zone: Zone },
): (customerId: string) => Memory | undefined {
  if (earlier === undefined) return () => undefined;
  const at = parseMoment(earlier.asOf, { timeZone: zone.timeZone, dayAs: "end", path: ["earlier", "asOf"] });
  if (at >= asOf) {
    throw refusal(
      "INVALID_OPTIONS",
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

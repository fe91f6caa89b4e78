import { type ClienteleError, formatInstant, parseInstant, type Zone, zoneOf } from "../../core/index.js";
import { inWords, parseMoment, refusal, showValue } from "../../core/shared.js";
import type { CustomerBase } from "../customer-base.js";
import type { FactFrame } from "./customer-fact-parts.js";

/** The one moment and zone of all parts. */
export interface FactMoment {
  readonly asOf: number;
  readonly zone: Zone;
}

/** The frame of the base, which a stated one must equal; without a base the stated one. */
export function factMoment({ base, asOf, timeZone }: FactFrame): FactMoment {
  if (base === undefined) {
    const zone = zoneOf(timeZone ?? "UTC");
    return { asOf: parseMoment(asOf, { timeZone: zone.timeZone, dayAs: "end", path: ["asOf"] }), zone };
  }
  if (timeZone !== undefined && timeZone !== base.timeZone)
    throw mismatch(base, "timeZone", base.timeZone, showValue(timeZone));
  const own = parseInstant(base.asOf);
  const stated =
    asOf === undefined ? own : parseMoment(asOf, { timeZone: base.timeZone, dayAs: "end", path: ["asOf"] });
  if (stated !== own) throw mismatch(base, "asOf", base.asOf, formatInstant(stated));
  return { asOf: own, zone: zoneOf(base.timeZone) };
}

function mismatch(base: CustomerBase, name: "asOf" | "timeZone", expected: string, received: string): ClienteleError {
  return refusal(
    "FRAME_MISMATCH",
    [name],
    `${expected}, as the base has`,
    inWords(received),
    name === "asOf" && received < base.asOf ? "Cut the base with baseAt first" : "Leave it out: the base carries it",
  );
}

import { type Duration, parseDuration } from "../../core/index.js";
import { refuseOption } from "./refuse-option.js";

/** A horizon of a day or more. */
export function checkedHorizon(horizon: Duration): Duration {
  const { unit, count } = parseDuration(horizon, ["horizon"]);
  if (unit !== "hours" && count > 0) return horizon;
  return refuseOption(["horizon"], "a duration of one day or more", horizon);
}

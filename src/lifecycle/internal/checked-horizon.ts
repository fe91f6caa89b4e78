import { ClienteleError, type Duration, parseDuration, showValue } from "../../core/index.js";

/** A horizon of a day or more. */
export function checkedHorizon(horizon: Duration): Duration {
  const { unit, count } = parseDuration(horizon, ["horizon"]);
  if (unit !== "hours" && count > 0) return horizon;
  throw new ClienteleError({
    code: "INVALID_LIFECYCLE_OPTION",
    path: ["horizon"],
    expected: "a duration of one day or more",
    received: showValue(horizon),
  });
}

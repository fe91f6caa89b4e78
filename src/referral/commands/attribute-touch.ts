import { DAY_MS, parseDuration, readInstant, zoneOf } from "../../core/index.js";
import { moveInstant, parseMoment, refusal, requireList, requireShape } from "../../core/shared.js";
import type { Rows } from "../../model/index.js";
import type { ReferralProgram } from "../program/referral-program.js";
import type { ReferralTouch, TouchKind } from "../stream/referral-event.js";

/** More than months of unequal length and clock changes can shift the end of a window. */
const NEAR = 5 * DAY_MS;

const RANK: Readonly<Record<TouchKind, number>> = { click: 0, code: 1, declared: 2 };

/**
 * The touch that a sign-up at an instant is due to; undefined if none counts.
 *
 * Of the touches not later than the sign-up and younger than the programme's window, those in person come before typed codes, and these
 * before clicks; among equals the first or the last one counts, as the programme says. Touches of one instant count in their order.
 * @throws INVALID_INSTANT, INVALID_ARGUMENT
 * @example
 * import { attributeTouch } from "clientele/referral";
 * const touches = [
 *   { code: "ANN", how: "click", at: "2026-03-01T00:00:00Z" },
 *   { code: "BEN", how: "click", at: "2026-03-11T00:00:00Z" },
 * ] as const;
 * const program = { attribution: { touch: "last", window: { days: 30 } }, timeZone: "UTC" } as const;
 * attributeTouch(touches, "2026-03-13T00:00:00Z", program)?.code; // => "BEN"
 * @category Referrals
 */
export function attributeTouch(
  touches: Rows<ReferralTouch>,
  at: string,
  program: Pick<ReferralProgram, "attribution" | "timeZone">,
): ReferralTouch | undefined {
  requireShape(program, "program", "a referral program", "attribution", "timeZone");
  const { attribution, timeZone } = program;
  const zone = zoneOf(timeZone);
  const signedUp = parseMoment(at, { timeZone, path: ["at"] });
  const isLast = attribution.touch === "last";
  const window = parseDuration(attribution.window, ["program", "attribution", "window"]);
  const about = moveInstant(signedUp, { unit: window.unit, count: -window.count }, zone);
  let found: ReferralTouch | undefined;
  let foundAt = 0;
  requireList(touches, "touches");
  let index = -1;
  for (const touch of touches) {
    index++;
    if (!isTouch(touch)) throw noTouch(touch, index);
    const touched = readInstant(touch.at) ?? parseMoment(touch.at, { timeZone, path: ["touches"] });
    if (touched > signedUp) continue;
    const rank = found === undefined ? 1 : RANK[touch.how] - RANK[found.how];
    if (rank < 0 || (rank === 0 && (isLast ? touched < foundAt : touched >= foundAt))) continue;
    // Moving an instant by a duration knows clock changes, and is dear: it is asked only where they can matter.
    const isNear = Math.abs(touched - about) < NEAR;
    if (isNear ? moveInstant(touched, window, zone) <= signedUp : touched < about) continue;
    found = touch;
    foundAt = touched;
  }
  return found;
}

/** Asked of each touch, and there are millions: why it is none is told apart. */
const isTouch = (touch: ReferralTouch | undefined | null): boolean =>
  touch?.code !== undefined && touch.at !== undefined && typeof RANK[touch.how] === "number";

function noTouch(touch: ReferralTouch, index: number): Error {
  const path = ["touches", index];
  requireShape(touch, path, "a touch with code, how and at", "code", "how", "at");
  return refusal("INVALID_ARGUMENT", [...path, "how"], `one of ${Object.keys(RANK).join(", ")}`, touch.how);
}

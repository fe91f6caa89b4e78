import { requireFunction } from "../../core/shared.js";
import { checkFinite, refuse } from "../checks.js";

/** One number of the caller's source, checked: a source that leaves [0, 1) would hang or bend what is drawn from it. */
export function draw(random: () => number): number {
  requireFunction(random, "random");
  const uniform = random();
  checkFinite(uniform, ["random"]);
  if (uniform < 0 || uniform >= 1) refuse("NUMBER_OUT_OF_RANGE", ["random"], "numbers from 0, below 1", uniform);
  return uniform;
}

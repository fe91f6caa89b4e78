import { checkOptionNames } from "../../core/index.js";
import { type CustomerBase, requireBase } from "../../history/index.js";

/** What every function of this room asks before it works: a base, and options by names that exist. */
export function openDoor(base: CustomerBase, options: object, names: readonly string[]): void {
  requireBase(base);
  checkOptionNames(options, names, "INVALID_LIFECYCLE_OPTION");
}

import { type Issue, parseDay } from "../core/index.js";
import { refuseAll, showValue } from "../core/shared.js";
import type { SyntheticOptions } from "./synthetic-options.js";

/** Throws all faults at once. */
export function checkSyntheticOptions(options: SyntheticOptions): void {
  const { customers, seed, from, to, refunds = 0, guests = 0, habits = {} } = options;
  const isShare = (share: number): boolean => share >= 0 && share <= 1;
  const issues = [
    ...faultOf(Number.isSafeInteger(customers) && customers >= 0, ["customers"], "a whole number from 0", customers),
    ...faultOf(Number.isSafeInteger(seed), ["seed"], "a whole number", seed),
    ...faultOf(parseDay(from, ["from"]) <= parseDay(to, ["to"]), ["to"], "a day not before from", to),
    ...faultOf(isShare(refunds), ["refunds"], "a share from 0 to 1", refunds),
    ...faultOf(isShare(guests), ["guests"], "a share from 0 to 1", guests),
    ...Object.entries(habits).flatMap(([name, value]) =>
      faultOf(value > 0 && value < Infinity, ["habits", name], "a finite number above 0", value),
    ),
  ];
  refuseAll(issues);
}

function faultOf(isRight: boolean, path: Issue["path"], expected: string, received: unknown): readonly Issue[] {
  return isRight ? [] : [{ code: "INVALID_OPTIONS", path, expected, received: showValue(received) }];
}

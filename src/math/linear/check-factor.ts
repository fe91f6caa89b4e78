import { requireList } from "../../core/shared.js";
import { checkFinite, checkPositive } from "../checks.js";
import type { Matrix } from "./matrix.js";

/** Refuses what is no lower triangle with a diagonal above zero. @throws INVALID_ARGUMENT, NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE */
export function checkFactor(factor: Matrix): void {
  requireList(factor, "factor", "a factor of choleskyFactor");
  for (let i = 0; i < factor.length; i++) {
    requireList(factor[i], ["factor", i], "a row of numbers");
    for (let j = 0; j < i; j++) checkFinite(factor[i]?.[j] as number, ["factor", i, j]);
    checkPositive(factor[i]?.[i] as number, ["factor", i, i]);
  }
}

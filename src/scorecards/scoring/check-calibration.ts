import { listOf, type Rule } from "../../core/shared.js";

const CODE = "SCORECARD_CALIBRATION";

/** Points whose scores go up and whose rates, from 0 to 1, only rise or only fall. */
export const calibration: Rule = (value, path, check) => {
  let direction = 0;
  let before: unknown;
  return listOf((point, here) => {
    const [earlier, now] = [before, point];
    before = point;
    if (!isPoint(now)) return check.report(here, "a score and a rate from 0 to 1: [5, 0.12]", point, undefined, CODE);
    if (!isPoint(earlier)) return point;
    if (now[0] <= earlier[0]) {
      check.report(here, `a score above ${earlier[0]}`, now[0], "Write points lowest first", CODE);
    }
    const step = Math.sign(now[1] - earlier[1]);
    if (step * direction < 0) {
      const expected = step > 0 ? `a rate not above ${earlier[1]}` : `a rate not below ${earlier[1]}`;
      check.report(here, expected, now[1], "Join neighbouring scores until the rates only rise or only fall", CODE);
    }
    direction ||= step;
    return point;
  }, 1)(value, path, check);
};

const isPoint = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]) &&
  value[1] >= 0 &&
  value[1] <= 1;

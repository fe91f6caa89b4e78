import type { Issue } from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  choice,
  fields,
  headFields,
  listOf,
  nearestName,
  optional,
  type Rule,
  satisfying,
  text,
  whole,
} from "../../core/shared.js";
import { allCells, cellCode } from "./rfm-cells.js";
import { NOT_SCORED, type RfmMap, type RfmMapAxes } from "./rfm-map.js";
import { rfmMaps } from "./rfm-maps.js";

type Path = Issue["path"];

const rangesOf: Readonly<Record<RfmMapAxes, readonly string[]>> = {
  "r-f-m": ["r", "f", "m"],
  "r-f": ["r", "f"],
  "r-fm-quintile": ["r", "fm"],
  "r-fm-mean": ["r", "fm"],
};

const shape = fields({
  ...headFields("rfm-map"),
  bins: whole({ from: 2, to: 9 }),
  axes: choice(Object.keys(rangesOf)),
  segments: listOf(text),
  rules: listOf(anything, 1),
  otherwise: optional(text),
});

/** Checks a map that may come from anywhere, whole; the checker holds every fault. */
export function checkRfmMap(json: unknown): Checker {
  const check = checker("INVALID_RFM_MAP");
  if (typeof json === "string") {
    const meant = nearestName(json, Object.keys(rfmMaps)) ?? "eleven-segments-25-cells";
    check.report([], "a map, not its name", json, `Pass the map itself: rfmMaps["${meant}"]`);
    return check;
  }
  if (shape(json, [], check) === undefined || check.issues.length > 0) return check;
  const map = json as RfmMap;
  const possible = new Set<unknown>(allCells(map).map((cell) => cellCode(cell, map.axes)));
  for (const [index, rule] of map.rules.entries()) mapRule(map, possible)(rule, ["rules", index], check);
  return check;
}

/** One rule of a map of these axes, by cells that there are or by ranges. */
function mapRule({ axes, segments }: RfmMap, possible: ReadonlySet<unknown>): Rule {
  const segment: Rule = (value, path, check) => {
    const name = text(value, path, check);
    if (name === NOT_SCORED) return check.report(path, `a name other than ${NOT_SCORED}`, name);
    return name === undefined || segments.includes(name) ? name : choice(segments)(name, path, check);
  };
  const cell = satisfying(`a cell of ${axes}, in scores from 1`, (value) => possible.has(value));
  const byCells = fields({ segment, cells: listOf(cell) });
  const byRanges = fields({ segment, ...Object.fromEntries(rangesOf[axes].map((axis) => [axis, optional(range)])) });
  return (value, path: Path, check) => (Object.hasOwn(Object(value), "cells") ? byCells : byRanges)(value, path, check);
}

const range = satisfying("[from, to] with from <= to", (value) => {
  const [from, to] = Array.isArray(value) && value.length === 2 ? value : [];
  return Number.isFinite(from) && Number.isFinite(to) && from <= to;
});

import { type DefinitionChecker, definitionChecker, type Issue, nearestName } from "../../core/index.js";
import { NOT_SCORED, type RfmMap, type RfmMapAxes } from "../rfm-map.js";
import { rfmMaps } from "../rfm-maps.js";
import { allCells, cellCode } from "./rfm-cells.js";

type Path = Issue["path"];
const INVALID = "RFM_MAP_INVALID";
const keys = ["kind", "id", "version", "schemaVersion", "bins", "axes", "segments", "rules"];

const rangesOf: Readonly<Record<RfmMapAxes, readonly string[]>> = {
  "r-f-m": ["r", "f", "m"],
  "r-f": ["r", "f"],
  "r-fm-quintile": ["r", "fm"],
  "r-fm-mean": ["r", "fm"],
};
const allAxes = Object.keys(rangesOf) as RfmMapAxes[];

/** Checks a map that may come from anywhere, whole; the checker holds every fault. */
export function checkRfmMap(json: unknown): DefinitionChecker {
  const check = definitionChecker(INVALID);
  if (typeof json === "string") {
    const meant = nearestName(json, Object.keys(rfmMaps)) ?? "eleven-segments-25-cells";
    check.report(INVALID, [], "a map, not its name", json, `Pass the map itself: rfmMaps["${meant}"]`);
    return check;
  }
  const map = check.record(json, [], keys, ["label", "otherwise"]);
  if (map === undefined) return check;
  check.choice(map.kind, ["rfm-map"], ["kind"]);
  check.text(map.id, ["id"]);
  wholeFrom(check, map.version, ["version"], 1);
  if (map.schemaVersion !== 1) check.report(INVALID, ["schemaVersion"], "1", map.schemaVersion);
  wholeFrom(check, map.bins, ["bins"], 2, 9);
  const axes = check.choice(map.axes, allAxes, ["axes"]);
  if (map.otherwise !== undefined) check.text(map.otherwise, ["otherwise"]);
  const names = check.list(map.segments, ["segments"]);
  const rules = check.list(map.rules, ["rules"], 1);
  if (check.issues.length > 0 || axes === undefined || names === undefined) return check;

  const possible = new Set(allCells(json as RfmMap).map((cell) => cellCode(cell, axes)));
  rules?.forEach((rule, index) => {
    checkRule(rule, ["rules", index], { axes, names, possible }, check);
  });
  return check;
}

interface MapScope {
  readonly axes: RfmMapAxes;
  readonly names: readonly unknown[];
  /** The cells that there are. */
  readonly possible: ReadonlySet<unknown>;
}

function checkRule(json: unknown, path: Path, { axes, names, possible }: MapScope, check: DefinitionChecker): void {
  const byCells = typeof json === "object" && json !== null && Object.hasOwn(json, "cells");
  const rule = byCells
    ? check.record(json, path, ["segment", "cells"])
    : check.record(json, path, ["segment"], rangesOf[axes]);
  if (rule === undefined) return;
  const { segment, cells, ...ranges } = rule;
  const name = check.text(segment, [...path, "segment"]);
  if (name === NOT_SCORED) {
    check.report(INVALID, [...path, "segment"], `a name other than ${NOT_SCORED}`, name);
  } else if (name !== undefined && !names.includes(name)) {
    check.report(INVALID, [...path, "segment"], `one of ${names.join(", ")}`, name);
  }
  const listed = byCells ? check.list(cells, [...path, "cells"]) : [];
  listed?.forEach((cell, at) => {
    if (possible.has(cell)) return;
    check.report(INVALID, [...path, "cells", at], `a cell of ${axes}, in scores from 1`, cell);
  });
  for (const axis of rangesOf[axes]) {
    if (ranges[axis] !== undefined) checkRange(ranges[axis], [...path, axis], check);
  }
}

function checkRange(json: unknown, path: Path, check: DefinitionChecker): void {
  const [from, to] = Array.isArray(json) && json.length === 2 ? json : [];
  if (Number.isFinite(from) && Number.isFinite(to) && from <= to) return;
  check.report(INVALID, path, "[from, to] with from <= to", json);
}

function wholeFrom(check: DefinitionChecker, value: unknown, path: Path, from: number, to?: number): void {
  const whole = check.whole(value, path);
  if (whole !== undefined) check.number(whole, path, from, to);
}

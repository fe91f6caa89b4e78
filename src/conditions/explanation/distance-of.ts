import { formatMinorUnits } from "../../core/index.js";
import { isFactGap } from "../../model/shared.js";
import type { ComparePlan } from "../planning/plan.js";
import { compareQuantities, isBounds, numberOf, type Quantity, type Ratio, ratioOf } from "../reading/exact-numbers.js";
import type { Reading } from "../reading/reading.js";
import type { RowCompiler, RowSubject } from "../rows/subject.js";
import type { Judged } from "./judged.js";

/** How far a leaf is from what is wanted: in its own unit, and relative to its target. */
export interface Distance {
  readonly distance: string | number;
  readonly open?: true | undefined;
  readonly relative: number;
}

/** The least change of a leaf's own number that makes it as wanted; undefined where that cannot be said. */
export function distanceOf(
  leaf: Judged,
  wanted: boolean,
  subject: RowSubject,
  rows: RowCompiler,
): Distance | undefined {
  const { reading } = leaf;
  const { plan } = leaf.place;
  if (plan.type === "quantifier") {
    if (plan.holds !== undefined || leaf.code === 1) return undefined;
    const isMore = (plan.condition.type === "some") === wanted;
    // Taken from 0, because minus 0 is no number that JSON has.
    const items = isMore ? 1 : 0 - (reading as number);
    return { distance: items, relative: Math.abs(items) };
  }
  if (plan.type !== "compare" || reading === undefined) return undefined;
  return compareDistance(plan, reading, wanted, subject, rows);
}

const opposites = { eq: "ne", ne: "eq", lt: "gte", gte: "lt", gt: "lte", lte: "gt" } as const;
type Op = keyof typeof opposites;

interface Target {
  readonly op: Op;
  readonly to: Quantity;
}

function compareDistance(
  plan: ComparePlan,
  actual: Reading,
  wanted: boolean,
  subject: RowSubject,
  rows: RowCompiler,
): Distance | undefined {
  const { kind } = plan.subjectType;
  const isNumeric = kind === "number" || kind === "instant" || kind === "day" || kind === "money";
  if (!isNumeric || !isQuantity(actual)) return undefined;
  const steps = targetsOf(plan, wanted, subject, rows).map((target) => stepTo(target, actual, isIeee(plan)));
  const nearest = steps
    .filter((step) => step !== undefined)
    .sort((a, b) => compareQuantities(absolute(a.by), absolute(b.by)))[0];
  if (nearest === undefined) return undefined;
  const size = Math.max(Math.abs(numberOf(nearest.to)), 1);
  return {
    distance: showStep(nearest.by, plan),
    ...(nearest.open ? { open: true } : {}),
    relative: Math.abs(numberOf(nearest.by)) / size,
  };
}

const isQuantity = (reading: Reading): reading is Quantity =>
  typeof reading === "number" || typeof reading === "bigint" || (typeof reading === "object" && "numerator" in reading);

/** Fields and folds of IEEE numbers have no next number; counts, days and minor units have. */
function isIeee({ subject, subjectType }: ComparePlan): boolean {
  if (subjectType.kind !== "number") return false;
  if (subject.type === "aggregate") return subject.ofType?.kind === "number" && subject.value.fn !== "countDistinct";
  return (subject.type === "attribute" || subject.type === "item") && subject.part === undefined;
}

/** The comparisons of which one must come true. */
function targetsOf(plan: ComparePlan, wanted: boolean, subject: RowSubject, rows: RowCompiler): readonly Target[] {
  const { test } = plan;
  const read = (operand: Parameters<RowCompiler["readerOf"]>[0]): Quantity | undefined => {
    const reading = rows.readerOf(operand)(subject);
    return !isFactGap(reading) && !isBounds(reading) && isQuantity(reading) ? reading : undefined;
  };
  const one = (op: Op, to: Quantity | undefined): readonly Target[] => (to === undefined ? [] : [{ op, to }]);
  switch (test.type) {
    case "comparison":
      return one(wanted ? test.op : opposites[test.op], read(test.operand));
    case "between": {
      if (test.wraps) return [];
      const low = read(test.from);
      const high = read(test.to);
      if (!wanted) return [...one(test.openFrom ? "lte" : "lt", low), ...one(test.openTo ? "gte" : "gt", high)];
      return [...one(test.openFrom ? "gt" : "gte", low), ...one(test.openTo ? "lt" : "lte", high)];
    }
    case "membership":
      if ((test.op === "in") !== wanted) return [];
      return test.values.flatMap((value) => one("eq", isQuantity(value) ? value : undefined));
    default:
      return [];
  }
}

interface Step extends Target {
  readonly by: number | bigint;
  readonly open: boolean;
}

/** The change that brings a number just far enough; undefined where it is there already. */
function stepTo(target: Target, actual: Quantity, ieee: boolean): Step | undefined {
  const { op, to } = target;
  const order = compareQuantities(actual, to);
  const isThere = { eq: order === 0, ne: order !== 0, lt: order < 0, lte: order <= 0, gt: order > 0, gte: order >= 0 };
  if (isThere[op]) return undefined;
  if (ieee) return { ...target, by: numberOf(to) - numberOf(actual), open: op === "lt" || op === "gt" || op === "ne" };
  return { ...target, by: difference(wholeTarget(op, to), actual), open: false };
}

/** The whole number to reach: the bound itself, or one beyond it where the bound is not enough. */
function wholeTarget(op: Op, to: Quantity): bigint {
  const { numerator, denominator } = ratioOf(to);
  const floor = floorDivide(BigInt(numerator), BigInt(denominator));
  const isWhole = floor * BigInt(denominator) === BigInt(numerator);
  switch (op) {
    case "eq":
    case "lte":
      return floor;
    case "gte":
      return isWhole ? floor : floor + 1n;
    case "lt":
      return isWhole ? floor - 1n : floor;
    case "gt":
    case "ne":
      return floor + 1n;
  }
}

const floorDivide = (a: bigint, b: bigint): bigint => (a < 0n && a % b !== 0n ? a / b - 1n : a / b);

/** Whole units, away from zero: an average may lie between two of them. */
function difference(target: bigint, actual: Quantity): number | bigint {
  const { numerator, denominator }: Ratio = ratioOf(actual);
  const whole = BigInt(denominator);
  const change = target * whole - BigInt(numerator);
  const units = change >= 0n ? (change + whole - 1n) / whole : -((-change + whole - 1n) / whole);
  return Number.isSafeInteger(Number(units)) ? Number(units) : units;
}

const absolute = (change: number | bigint): number | bigint => (change < 0 ? -change : change);

function showStep(by: number | bigint, { subjectType }: ComparePlan): string | number {
  if (subjectType.kind === "money") return formatMinorUnits(by, subjectType.scale ?? 0);
  // Adding 0 makes 0 of minus 0, which JSON has not.
  return numberOf(by) + 0;
}

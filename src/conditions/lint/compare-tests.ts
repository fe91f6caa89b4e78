import type { CompareCondition, ComparisonTest, Operand } from "../condition.js";
import type { Parameters } from "../envelope.js";
import { compareReadings, TRUE } from "../reading/compare-readings.js";
import { typeOfValue } from "../typing/type-of-value.js";
import type { NameScope, ValueType } from "../typing/value-types.js";
import { orderOfLiteral } from "../validation/check-operands.js";
import type { Literal } from "../value.js";

/** How two comparisons of one value go together: whether some value meets both, and whether some value meets neither. */
export interface Together {
  readonly canBothHold: boolean;
  readonly canNeitherHold: boolean;
}

/**
 * Tries two comparisons on every value that they could tell apart: those they name, one between each two, one below and one above. Undefined
 * where that settles nothing: other subjects, operands that are values themselves, texts searched, windows.
 */
export function compareTests(
  a: CompareCondition,
  b: CompareCondition,
  scope: NameScope,
  parameters: Parameters,
): Together | undefined {
  if (a.orMissing === true || b.orMissing === true) return undefined;
  if (JSON.stringify(a.subject) !== JSON.stringify(b.subject)) return undefined;
  const type = typeOfValue(a.subject, scope, parameters);
  const named = [...(literalsOf(a) ?? []), ...(literalsOf(b) ?? [])];
  if (literalsOf(a) === undefined || literalsOf(b) === undefined) return undefined;
  const ranks = named.map((literal) => rankOf(literal, type, named));
  if (ranks.includes(undefined)) return undefined;
  const rank = (operand: Operand): number => rankOf(operand as Literal, type, named) as number;
  const samples = samplesOf(ranks as number[], type);
  return {
    canBothHold: samples.some((sample) => holds(a, sample, rank) && holds(b, sample, rank)),
    canNeitherHold: samples.some((sample) => !holds(a, sample, rank) && !holds(b, sample, rank)),
  };
}

/** The literals of a test; undefined where it has other operands, or is no question of equality and order. */
function literalsOf(node: CompareCondition): readonly Literal[] | undefined {
  if ("values" in node)
    return ["in", "notIn"].includes(node.op) && !("ignoreCase" in node) && !("type" in node.values)
      ? node.values
      : undefined;
  if (node.op === "between") return literals([node.from, node.to]);
  const isOrdered = ["eq", "ne", "gt", "gte", "lt", "lte"].includes(node.op);
  return isOrdered && "value" in node && !("ignoreCase" in node) ? literals([node.value]) : undefined;
}

const literals = (operands: readonly Operand[]): readonly Literal[] | undefined =>
  operands.some((operand) => typeof operand === "object" && "type" in operand)
    ? undefined
    : (operands as readonly Literal[]);

/** A number for a literal: its place in the order of its type, or where there is no order its place among those named. */
function rankOf(literal: Literal, type: ValueType, named: readonly Literal[]): number | undefined {
  if (type.kind === "money" && type.currency === "*") return undefined;
  if (type.kind === "boolean") return literal === true ? 1 : 0;
  if (type.kind === "text" && type.values === undefined) return named.indexOf(literal);
  return orderOfLiteral(literal, type);
}

/** Where values are declared there are no others; elsewhere there is one between any two, and one beyond. */
function samplesOf(ranks: readonly number[], type: ValueType): readonly number[] {
  if (type.kind === "boolean") return [0, 1];
  if (type.kind === "text" && type.values !== undefined) return type.values.map((_, index) => index);
  const cuts = [...new Set(ranks)].sort((a, b) => a - b);
  const between = cuts.slice(1).map((cut, index) => (cut + (cuts[index] as number)) / 2);
  return [...cuts, ...between, (cuts[0] as number) - 1, (cuts.at(-1) as number) + 1];
}

function holds(node: CompareCondition, value: number, rank: (operand: Operand) => number): boolean {
  const is = (op: ComparisonTest["op"], operand: Operand): boolean =>
    compareReadings(op, value, rank(operand)) === TRUE;
  switch (node.op) {
    case "between": {
      const { bounds = "[]", from, to } = node;
      const isAfter = is(bounds.startsWith("[") ? "gte" : "gt", from);
      const isBefore = is(bounds.endsWith("]") ? "lte" : "lt", to);
      return rank(from) > rank(to) ? isAfter || isBefore : isAfter && isBefore;
    }
    case "in":
    case "notIn":
      return (node.values as readonly Literal[]).some((literal) => is("eq", literal)) === (node.op === "in");
    default: {
      const { op, value } = node as ComparisonTest;
      return is(op, value);
    }
  }
}

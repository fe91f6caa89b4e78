import type { Collection } from "../../model/index.js";
import type { NameScope, ValueType } from "../typing/value-types.js";
import { aggregateRules, typeOfAggregate } from "../typing/value-types.js";
import type { AggregateFunction } from "../value.js";
import { checkItems } from "./check-parts.js";
import { checkItem, checkSimpleValue } from "./check-value.js";
import { type Checker, checkKeys, isOneOf, isRecord, type Json, type Path } from "./checker.js";

const types = ["attribute", "item", "parameter", "now", "aggregate"] as const;

/** Checks a value of any sort. Its type, or undefined where it is faulty. */
export function checkValue(node: unknown, path: Path, scope: NameScope, checker: Checker): ValueType | undefined {
  if (!isRecord(node, path, "a value", checker)) return undefined;
  if (!isOneOf(node.type, types, [...path, "type"], checker)) return undefined;
  return node.type === "aggregate"
    ? checkAggregate(node, path, scope, checker)
    : checkSimpleValue(node, path, scope, checker);
}

function checkAggregate(node: Json, path: Path, scope: NameScope, checker: Checker): ValueType | undefined {
  checkKeys(node, ["type", "fn", "over", "of", "where", "window", "latest", "skipMissing"], path, checker);
  if (node.skipMissing !== undefined && node.skipMissing !== true) {
    checker.report([...path, "skipMissing"], "true, or nothing", node.skipMissing);
  }
  const item = checkItems(node, path, scope, checker);
  return item === undefined ? undefined : checkAggregated(node, path, item, checker);
}

function checkAggregated(node: Json, path: Path, item: Collection, checker: Checker): ValueType | undefined {
  const fn = node.fn;
  const functions = Object.keys(aggregateRules) as readonly AggregateFunction[];
  if (!isOneOf(fn, functions, [...path, "fn"], checker)) return undefined;
  const { needsClock, takes } = aggregateRules[fn];
  if (needsClock && !item.timed) {
    checker.reportAs("CONDITION_OPERATOR", [...path, "fn"], "an aggregate that needs no clock", fn);
  }
  if (takes === undefined) {
    if (node.of !== undefined) checker.report([...path, "of"], `nothing: ${fn} takes no field`, node.of);
    return typeOfAggregate(fn, undefined);
  }
  if (!isRecord(node.of, [...path, "of"], `an item: ${fn} is of a field`, checker)) return undefined;
  if (node.of.type !== "item") {
    checker.report([...path, "of", "type"], '"item"', node.of.type);
    return undefined;
  }
  const type = checkItem(node.of, [...path, "of"], item, checker);
  if (type === undefined) return undefined;
  if (takes.includes(type.kind)) return typeOfAggregate(fn, type);
  checker.reportAs("CONDITION_OPERATOR", [...path, "fn"], `an aggregate that takes a ${type.kind}`, fn);
  return undefined;
}

import { issueOf, refuseAll } from "../../core/shared.js";
import type { Literal, ParameterValue } from "../value.js";
import type { Planner } from "./planner.js";

/** What a declared parameter is bound to in this run, or its default. */
export function boundValue(name: string, { bound, parameters }: Planner): Literal | readonly Literal[] {
  return ((Object.hasOwn(bound, name) ? bound[name] : undefined) ?? parameters[name]?.default) as
    | Literal
    | readonly Literal[];
}

/** Refuses ends of a range of which one is a parameter that leaves nothing between them. @throws INVALID_CONDITION */
export function requireRange(from: unknown, to: unknown, isEmpty: boolean): void {
  const isParameter = (end: unknown): end is ParameterValue => Object(end).type === "parameter";
  const end = [to, from].find(isParameter);
  if (!isEmpty || end === undefined) return;
  const expected = end === to ? "more than the other end of its range" : "less than the other end of its range";
  refuseAll([issueOf("CONDITION_RANGE", ["parameters", end.name], expected, end.name)], "INVALID_CONDITION");
}

/** A text, or what a parameter in its place is bound to. */
export const boundText = (text: string | ParameterValue | undefined, planner: Planner): string | undefined =>
  typeof text === "object" ? (boundValue(text.name, planner) as string) : text;

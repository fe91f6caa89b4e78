import type { Literal } from "../value.js";
import type { Planner } from "./planner.js";

/** What a declared parameter is bound to in this run, or its default. */
export function boundValue(name: string, { bound, parameters }: Planner): Literal | readonly Literal[] {
  return (Object.hasOwn(bound, name) ? bound[name] : parameters[name]?.default) as Literal | readonly Literal[];
}

import type { DecisionTable, OutputFields } from "./decision-table.js";

/** Rows by the order in which they win: as they stand, and under `priority` by their outputs, the best first and equals as they stand. */
export function precedenceOf({
  hitPolicy,
  rows,
  outputs = {},
  priority,
}: Pick<DecisionTable, "hitPolicy" | "rows"> &
  Partial<Pick<DecisionTable, "outputs" | "priority">>): readonly number[] {
  const order = [...rows.keys()];
  if (hitPolicy !== "priority") return order;
  const ranking = (priority ?? rankingOutputs(outputs)).map((name) => ({ name, values: valuesOf(outputs, name) }));
  const ranks = rows.map(({ output }) => ranking.map(({ name, values }) => values.indexOf(output[name] as string)));
  const compare = (a: number, b: number): number => {
    const level = ranking.findIndex((_, index) => ranks[a]?.[index] !== ranks[b]?.[index]);
    return level === -1 ? a - b : (ranks[a]?.[level] as number) - (ranks[b]?.[level] as number);
  };
  return order.sort(compare);
}

/** The outputs that list their values. */
export const rankingOutputs = (outputs: OutputFields): readonly string[] =>
  Object.keys(outputs).filter((name) => valuesOf(outputs, name).length > 0);

function valuesOf(outputs: OutputFields, name: string): readonly string[] {
  const field = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
  return field?.type === "string" ? (field.values ?? []) : [];
}

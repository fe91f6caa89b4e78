/** The rows of each value: most rows first, then by value (code units); null, not stated, last. */
export function groupsOf<T>(
  rows: readonly T[],
  valueIn: (row: T) => string | null,
): [value: string | null, rows: T[]][] {
  const groups = new Map<string | null, T[]>();
  for (const row of rows) {
    const value = valueIn(row);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [row]);
    else group.push(row);
  }
  return [...groups].sort(([a, some], [b, others]) => {
    if (a === null || b === null) return a === null ? 1 : -1;
    return others.length - some.length || (a < b ? -1 : 1);
  });
}

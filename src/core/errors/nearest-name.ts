/**
 * The known name that was most likely meant, for a "did you mean" hint; undefined where none is near.
 *
 * Names that differ in case, spaces, `_`, `-` or `.` alone come first (`customer_id`, `customerId`), then the fewest edits:
 * optimal string alignment (an inserted, deleted, changed or swapped letter counts one), at most a third of the name's letters.
 * Ties go to the name that stands first; an equal name is its own nearest.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = plain(name);
  let nearest: string | undefined;
  let fewest = Math.floor(wanted.length / 3) + 1;
  for (const candidate of known) {
    const edits = editsBetween(wanted, plain(candidate), fewest);
    if (edits < fewest) {
      nearest = candidate;
      fewest = edits;
    }
  }
  return nearest;
}

const plain = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, "");

/** Optimal string alignment distance, or `limit` where it is that or more. */
function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let edits = Math.min(changed, (above[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (before[j - 2] as number) + 1);
      }
      row.push(edits);
    }
    before = above;
    above = row;
  }
  return Math.min(above[b.length] as number, limit);
}

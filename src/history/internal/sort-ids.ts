/** The codes in ascending order of their ids (code units); undefined where they stand so already, each once. */
export function sortIds(ids: readonly string[]): Int32Array | undefined {
  if (isAscending(ids)) return undefined;
  const codes = Array.from(ids.keys());
  codes.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  return Int32Array.from(codes);
}

function isAscending(ids: readonly string[]): boolean {
  for (let i = 1; i < ids.length; i++) if ((ids[i] as string) <= (ids[i - 1] as string)) return false;
  return true;
}

/** Freezes a node and everything in it, so that definitions can be shared. */
export function freeze<T>(node: T): T {
  if (typeof node !== "object" || node === null || Object.isFrozen(node)) return node;
  for (const part of Object.values(node)) freeze(part);
  return Object.freeze(node);
}

/** The entries that are stated: JSON has no undefined. */
export function stated<T extends object>(entries: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as never;
}

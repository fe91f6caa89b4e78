/** Freezes a node and everything in it, so that definitions can be shared. */
export function freeze<T>(node: T): T {
  if (typeof node !== "object" || node === null || Object.isFrozen(node)) return node;
  for (const part of Object.values(node)) freeze(part);
  return Object.freeze(node);
}

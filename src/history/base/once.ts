/** Makes a value when it is first asked for, and keeps it. A pure function of nothing: when it runs does not show. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  let waiting: (() => T) | undefined = make;
  return () => {
    if (made === undefined) {
      made = { value: (waiting as () => T)() };
      waiting = undefined; // what it was made from may go
    }
    return made.value;
  };
}

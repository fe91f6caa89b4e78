/** Stands for guests, before customers have their positions. */
export const GUEST = -1;

/** Gives every customer id a code, in the order of first sight. */
export interface CustomerDictionary {
  codeOf(customerId: string): number;
  /** The code of an id that was seen; undefined for another. */
  find(customerId: string): number | undefined;
  idOf(code: number): string;
  finish(): SortedCustomers;
}

/** The ids ascending by code unit, and the position of each code among them. */
export interface SortedCustomers {
  readonly customerIds: readonly string[];
  readonly positions: Int32Array;
}

export function customerDictionary(): CustomerDictionary {
  const codes = new Map<string, number>();
  const ids: string[] = [];
  return {
    codeOf(customerId) {
      let code = codes.get(customerId);
      if (code === undefined) {
        code = codes.size;
        codes.set(customerId, code);
        ids.push(customerId);
      }
      return code;
    },
    find: (customerId) => codes.get(customerId),
    idOf: (code) => ids[code] as string,
    finish: () => sortCustomers(ids),
  };
}

/** Sorts ids that are all different. */
export function sortCustomers(ids: readonly string[]): SortedCustomers {
  const codes = Array.from(ids.keys());
  codes.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  const positions = new Int32Array(ids.length);
  codes.forEach((code, position) => {
    positions[code] = position;
  });
  return { customerIds: codes.map((code) => ids[code] as string), positions };
}

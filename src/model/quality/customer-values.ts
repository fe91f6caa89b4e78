type Row = { readonly [name: string]: unknown };

/** The values that a customer has at a path: none, one, or the contact points of one channel. */
export function customerValues(customer: unknown, path: string): readonly unknown[] {
  const [first = "", rest] = path.split(/\.(.*)/s);
  const value = own(customer, first);
  if (rest === undefined) return isEmpty(value) ? [] : [value];
  if (first !== "contactPoints") return isEmpty(own(value, rest)) ? [] : [own(value, rest)];
  if (!Array.isArray(value)) return [];
  return value
    .filter((point) => own(point, "channel") === rest && !isEmpty(own(point, "value")))
    .map((point) => point.value);
}

function own(row: unknown, name: string): unknown {
  return typeof row === "object" && row !== null && Object.hasOwn(row, name) ? (row as Row)[name] : undefined;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

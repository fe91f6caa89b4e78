import { UTCDateMini } from "@date-fns/utc/date/mini";

/**
 * The context in which date-fns reckons: days laid at UTC midnight, in the light UTC date. No zone is read, and no `Intl` on import
 * (docs/decisions/0025-date-fns-in-utc.md).
 */
export const inUtc: { readonly in: (value: Date | number | string) => Date } = {
  in: (value) => new UTCDateMini(+new Date(value)),
};

/** Days and longer are wall-clock in the zone, only hours are exact. */
export type Unit = "hours" | "days" | "weeks" | "months" | "quarters" | "years";

/**
 * Exactly one unit: `{ days: 90 }`.
 * @category Time
 */
export type Duration = {
  [U in Unit]: { readonly [K in U]: number } & { readonly [K in Exclude<Unit, U>]?: never };
}[Unit];

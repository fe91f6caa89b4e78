/** The wall clock of an instant straight from `Intl`, one slow question each: shares nothing with `src`. */
export function naiveWall(instant: number, timeZone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
}

/** Zones with missing, doubled and skipped midnights, half-hour clocks and none at all. */
export const awkwardZones: readonly string[] = [
  "UTC",
  "America/Sao_Paulo",
  "America/Santiago",
  "Pacific/Apia",
  "America/New_York",
  "America/Havana",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Asia/Shanghai",
  "Africa/Casablanca",
];

import { zoneOf } from "../../../dist/core/index.js";
import { transactionColumns } from "../../internal/transactions.mjs";

const TIME_ZONE = "America/New_York";
const DAY_MS = 86_400_000;
const prepare = (size) => transactionColumns(size).at;

function total(instants, dayAt) {
  let days = 0;
  for (let i = 0; i < instants.length; i++) days += dayAt(instants[i]);
  return days;
}
const digest = (days) => ({ days });

/** Offsets looked up in cached stretches. */
export const zone = { prepare, digest, run: (instants) => total(instants, zoneOf(TIME_ZONE).dayAt) };

/** `Intl` asked for every instant, with one formatter for all. */
export const intl = {
  prepare,
  digest,
  run(instants) {
    const format = new Intl.DateTimeFormat("en-CA", {
      timeZone: TIME_ZONE,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    return total(instants, (instant) => Date.parse(format.format(instant)) / DAY_MS);
  },
};

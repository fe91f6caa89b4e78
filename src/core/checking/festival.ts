import { isAnnualDay } from "../occasions/festival-day.js";
import { type Festival, festivals } from "../occasions/festivals.js";
import { choice, fields, optional, type Rule, text, whole } from "./rules.js";

/** A festival of the table, or one's own: a month and day that exist in their calendar, with a name where texts need one. */
export function festival({ named = false }: { readonly named?: boolean } = {}): Rule<Festival> {
  const ofTable = choice(Object.keys(festivals));
  const own = fields({
    calendar: choice(["gregorian", "chinese"]),
    month: whole({ from: 1, to: 12 }),
    day: whole({ from: 1, to: 31 }),
    name: named ? text : optional(text),
  });
  return (value, path, check) => {
    if (typeof value !== "object") return ofTable(value, path, check) as Festival | undefined;
    const found = check.issues.length;
    own(value, path, check);
    if (check.issues.length > found) return undefined;
    if (isAnnualDay(value)) return value;
    return check.report([...path, "day"], "a day that exists", (value as unknown as { day: unknown }).day);
  };
}

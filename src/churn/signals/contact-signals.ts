import { addDuration, formatInstant, parseInstant, zoneOf } from "../../core/index.js";
import { todayOf } from "../../core/shared.js";
import {
  type CustomerBase,
  engagementIndex,
  type InteractionSummary,
  summarizeInteractions,
} from "../../history/index.js";
import type { Interaction } from "../../model/index.js";
import { type DayRows, declineTails } from "./decline.js";
import { type NumberColumn, numbers } from "./number-column.js";

const ENGAGED_BEFORE = { days: 90 } as const;

/** What interactions tell: fewer days with a contact that the customer had, less engagement. */
export function contactSignals(
  base: CustomerBase,
  interactions: readonly Interaction[],
): Readonly<Record<"churn.contactTail" | "churn.engagementChange", NumberColumn>> {
  const { customerIds, timeZone } = base;
  const earlier = formatInstant(addDuration(parseInstant(base.asOf), ENGAGED_BEFORE, zoneOf(timeZone), -1));
  const [now, before] = [base.asOf, earlier].map((asOf) =>
    summarizeInteractions(interactions, { asOf, timeZone, customerIds }),
  ) as [InteractionSummary, InteractionSummary];
  const [indexNow, indexBefore] = [now, before].map((summary) => engagementIndex(summary).columns.index) as [
    NumberColumn,
    NumberColumn,
  ];
  return {
    "churn.contactTail": declineTails(contactDays(now), todayOf(base)),
    "churn.engagementChange": numbers(base.size, (customer) =>
      indexNow.known[customer] === 1 && indexBefore.known[customer] === 1
        ? indexNow.values[customer]! - indexBefore.values[customer]!
        : undefined,
    ),
  };
}

/** The days on which a customer was in touch; what the business began says nothing of them. */
function contactDays({ log, timeZone }: InteractionSummary): DayRows {
  const zone = zoneOf(timeZone);
  const { offsets, at, directions } = log;
  const days = new Int32Array(at.length);
  const counted = new Uint8Array(at.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    let last: number | undefined;
    for (let entry = offsets[customer]!; entry < offsets[customer + 1]!; entry++) {
      days[entry] = zone.dayAt(at[entry]!);
      if (directions[entry] === OUTBOUND || days[entry] === last) continue;
      counted[entry] = 1;
      last = days[entry];
    }
  }
  return { offsets, days, counted };
}

const OUTBOUND = 2;

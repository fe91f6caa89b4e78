import { customerTable, formatInstant, type MaybeColumn, zoneOf } from "../../core/index.js";
import { anything, checkOptions, choice, parseMoment } from "../../core/shared.js";
import type { Interaction, Rows } from "../../model/index.js";
import { requireRows } from "../../model/shared.js";
import { interactionLog } from "../reading/interaction-log.js";
import { INBOUND, readInteractions } from "../reading/read-interactions.js";
import { requireTexts } from "../texts/require-texts.js";
import type {
  InteractionLog,
  InteractionSummary,
  InteractionsColumns,
  InteractionsRow,
  SummarizeInteractionsOptions,
} from "./interaction-summary.js";

/**
 * Reads interactions, in any order, into counts per channel and kind and the last contact in each direction, customer by customer.
 *
 * Whatever is later than `asOf` is only counted. An interaction that does not say who began counts in neither direction; one that names no channel
 * counts under `null`. No interaction gives an empty table, or rows of zeros for those listed in `customerIds`: nothing was recorded of them.
 * The order of the input changes nothing.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_INTERACTION, DUPLICATE_INTERACTION, INVALID_INSTANT with the row's number in the path; INVALID_TIME_ZONE
 * @example
 * import { summarizeInteractions } from "clientele/history";
 * const interactions = [
 *   { id: "1", customerId: "ann", at: "2026-03-02T09:00:00Z", kind: "message", direction: "inbound", channel: "wechat" },
 *   { id: "2", customerId: "ann", at: "2026-03-05T09:00:00Z", kind: "call", direction: "outbound", channel: "phone" },
 * ] as const;
 * const ann = summarizeInteractions(interactions, { asOf: "2026-03-12" }).get("ann");
 * [ann?.daysSinceLastInbound, ann?.daysSinceLastOutbound]; // => [10, 7]
 * ann?.byChannel[0]; // => { channel: "phone", interactions: 1 }
 * @category Interactions
 */
export function summarizeInteractions(
  interactions: Rows<Interaction>,
  options: SummarizeInteractionsOptions,
): InteractionSummary {
  checkOptions<SummarizeInteractionsOptions>(options, {
    asOf: anything,
    timeZone: anything,
    localTimes: choice(["refuse", "in-zone"]),
    customerIds: anything,
  });
  const { timeZone = "UTC", localTimes } = options;
  const zone = zoneOf(timeZone);
  const asOf = parseMoment(options.asOf, { timeZone, dayAs: "end", path: ["asOf"] });
  requireRows(interactions, ["interactions"]);
  const wanted =
    options.customerIds === undefined ? undefined : new Set(requireTexts(options.customerIds, ["customerIds"]));
  const entries = readInteractions(interactions, { asOf, timeZone, localTimes, wanted });
  const customerIds = wanted === undefined ? [...new Set(entries.customers)].sort() : [...wanted];
  const log = interactionLog(entries, customerIds);
  const columns = columnsOf(log);
  const today = zone.dayAt(asOf);
  const table = customerTable<InteractionsRow, InteractionsColumns>({
    customerIds,
    columns,
    row: (index) => {
      const last = (column: MaybeColumn): number | null => (column.known[index] === 1 ? column.values[index]! : null);
      const lastInbound = last(columns.lastInboundAt);
      const lastOutbound = last(columns.lastOutboundAt);
      return {
        customerId: customerIds[index]!,
        interactions: columns.interactions[index]!,
        inbound: columns.inbound[index]!,
        outbound: columns.outbound[index]!,
        lastInbound: lastInbound === null ? null : formatInstant(lastInbound),
        lastOutbound: lastOutbound === null ? null : formatInstant(lastOutbound),
        daysSinceLastInbound: lastInbound === null ? null : today - zone.dayAt(lastInbound),
        daysSinceLastOutbound: lastOutbound === null ? null : today - zone.dayAt(lastOutbound),
        byChannel: counted(log.channels, log, index).map(([code, count]) => ({
          channel: code === 0 ? null : log.channelNames[code - 1]!,
          interactions: count,
        })),
        byKind: counted(log.kinds, log, index).map(([code, count]) => ({
          kind: log.kindNames[code]!,
          interactions: count,
        })),
      };
    },
  });
  const { afterAsOf, otherCustomers } = entries;
  return { ...table, asOf: formatInstant(asOf), timeZone, log, ignored: { afterAsOf, otherCustomers } };
}

function columnsOf({ offsets, at, directions }: InteractionLog): InteractionsColumns {
  const customers = offsets.length - 1;
  const maybe = () => ({ values: new Float64Array(customers), known: new Uint8Array(customers) });
  const interactions = new Int32Array(customers);
  const inbound = new Int32Array(customers);
  const outbound = new Int32Array(customers);
  const lastInboundAt = maybe();
  const lastOutboundAt = maybe();
  for (let customer = 0; customer < customers; customer++) {
    interactions[customer] = offsets[customer + 1]! - offsets[customer]!;
    for (let entry = offsets[customer]!; entry < offsets[customer + 1]!; entry++) {
      if (directions[entry] === 0) continue;
      const isInbound = directions[entry] === INBOUND;
      (isInbound ? inbound : outbound)[customer]! += 1;
      const last = isInbound ? lastInboundAt : lastOutboundAt;
      last.values[customer] = at[entry]!;
      last.known[customer] = 1;
    }
  }
  return { interactions, inbound, outbound, lastInboundAt, lastOutboundAt };
}

/** Codes of one customer with their counts, the most frequent first, then by code. */
function counted(
  codes: InteractionLog["kinds"],
  { offsets }: InteractionLog,
  customer: number,
): [code: number, count: number][] {
  const counts = new Map<number, number>();
  for (let entry = offsets[customer]!; entry < offsets[customer + 1]!; entry++) {
    counts.set(codes[entry]!, (counts.get(codes[entry]!) ?? 0) + 1);
  }
  return [...counts].sort(([a, few], [b, many]) => many - few || a - b);
}

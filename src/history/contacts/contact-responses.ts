import { addDuration, type Duration, parseDuration, parseInstant, zoneOf } from "../../core/index.js";
import { anything, checkOptions, choice, requireShape } from "../../core/shared.js";
import { quantile, wilsonInterval } from "../../math/index.js";
import type { InteractionDirection } from "../../model/index.js";
import { INBOUND, OUTBOUND } from "../reading/read-interactions.js";
import type { InteractionSummary } from "./interaction-summary.js";

/** What counts as an answer. */
export interface ContactResponsesOptions {
  /** How soon an answer has to follow. */
  readonly within: Duration;
  /** Who began: the business (`outbound`, the default: do customers respond?) or the customer (`inbound`: how fast do we reply?). */
  readonly began?: InteractionDirection | undefined;
}

/** The contacts of one channel and what came of them. */
export interface ContactResponses {
  /** Null: the contact states no channel. */
  readonly channel: string | null;
  /** Answered, unanswered, and open together. */
  readonly contacts: number;
  readonly answered: number;
  /** Not answered yet, and there is time left. */
  readonly open: number;
  /** Answered among those that are not open; null where there are none. */
  readonly rate: number | null;
  /** Wilson's interval of the rate, 95 %. */
  readonly interval: readonly [lower: number, upper: number] | null;
  /** The median wait of those answered; null where none was. */
  readonly medianHours: number | null;
}

const HOUR = 3_600_000;

/**
 * Response rates and times by channel (响应率、回复时长): which contacts were answered by the other side, on whatever channel, and how soon.
 *
 * A contact is answered if the next contact that the same customer's other side began lies after it and within `within`; one answer may
 * answer several. What does not say who began counts on neither side. Channels stand by name, contacts without one last. For one segment,
 * summarise its customers only.
 * @throws INVALID_ARGUMENT, INVALID_OPTIONS, INVALID_DURATION
 * @example
 * import { contactResponses, summarizeInteractions } from "clientele/history";
 * const summary = summarizeInteractions(
 *   [
 *     { id: "1", customerId: "ann", at: "2026-03-02T09:00:00Z", kind: "message", direction: "outbound", channel: "email" },
 *     { id: "2", customerId: "ann", at: "2026-03-02T15:00:00Z", kind: "call", direction: "inbound", channel: "phone" },
 *     { id: "3", customerId: "ben", at: "2026-03-02T09:00:00Z", kind: "message", direction: "outbound", channel: "email" },
 *   ],
 *   { asOf: "2026-04-01" },
 * );
 * const [email] = contactResponses(summary, { within: { days: 7 } });
 * [email?.contacts, email?.answered, email?.rate, email?.medianHours]; // => [2, 1, 0.5, 6]
 * @category Interactions
 */
export function contactResponses(
  summary: InteractionSummary,
  options: ContactResponsesOptions,
): readonly ContactResponses[] {
  requireShape(summary, "summary", "a summary of summarizeInteractions", "asOf", "timeZone", "log");
  checkOptions<ContactResponsesOptions>(options, { within: anything, began: choice(["inbound", "outbound"]) }, [
    "within",
  ]);
  const { within, began = "outbound" } = options;
  parseDuration(within, ["within"]);
  const { offsets, at, directions, channels, channelNames } = summary.log;
  const zone = zoneOf(summary.timeZone);
  const asOf = parseInstant(summary.asOf);
  const [side, other] = began === "outbound" ? [OUTBOUND, INBOUND] : [INBOUND, OUTBOUND];
  const tallies = new Map<number, { contacts: number; open: number; waits: number[] }>();
  for (let customer = 0; customer < summary.size; customer++) {
    // Backwards in time: `nearest` is the other side's contact met last, `answer` the last one met that lies after the moment.
    let nearest = Number.POSITIVE_INFINITY;
    let answer = nearest;
    for (let entry = offsets[customer + 1]! - 1; entry >= offsets[customer]!; entry--) {
      const moment = at[entry]!;
      if (nearest > moment) answer = nearest;
      if (directions[entry] === other) nearest = moment;
      if (directions[entry] !== side) continue;
      const until = addDuration(moment, within, zone);
      const tally = tallies.get(channels[entry]!) ?? { contacts: 0, open: 0, waits: [] };
      tallies.set(channels[entry]!, tally);
      tally.contacts += 1;
      if (answer <= until) tally.waits.push((answer - moment) / HOUR);
      else if (until > asOf) tally.open += 1;
    }
  }
  const last = channelNames.length + 1;
  return [...tallies]
    .sort(([a], [b]) => (a || last) - (b || last))
    .map(([code, { contacts, open, waits }]) => {
      const answered = waits.length;
      const settled = contacts - open;
      return {
        channel: code === 0 ? null : channelNames[code - 1]!,
        contacts,
        answered,
        open,
        rate: settled === 0 ? null : answered / settled,
        interval: settled === 0 ? null : wilsonInterval(answered, settled),
        medianHours: answered === 0 ? null : quantile(waits, 0.5),
      };
    });
}

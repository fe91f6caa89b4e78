import type { ClienteleError, LocalTimes } from "../../core/index.js";
import { parseMoment, refusal } from "../../core/shared.js";
import type { Interaction, InteractionKind, Rows } from "../../model/index.js";
import { idRule } from "../../model/shared.js";
import { growingFloat64, growingInt32 } from "../rows/growing-columns.js";
import { rowFaults } from "./row-faults.js";

/** Interactions in columns, in the order read. */
export interface InteractionEntries {
  readonly customers: readonly string[];
  readonly at: Float64Array;
  readonly directions: Int32Array;
  readonly kinds: Int32Array;
  readonly channels: Int32Array;
  readonly channelNames: readonly string[];
  readonly afterAsOf: number;
  readonly otherCustomers: number;
}

/** Every kind, in the order of the model. */
export const interactionKinds: readonly InteractionKind[] = [
  "view",
  "message",
  "call",
  "visit",
  "inquiry",
  "sample",
  "event",
];
export const INBOUND = 1;
export const OUTBOUND = 2;

/** Which interactions are read, and how their times are. */
export interface InteractionRules {
  readonly asOf: number;
  readonly timeZone: string;
  readonly localTimes: LocalTimes | undefined;
  /** Whose interactions, where not everybody's. */
  readonly wanted: ReadonlySet<string> | undefined;
}

/** Reads interactions into columns. */
export function readInteractions(
  interactions: Rows<Interaction>,
  { asOf, timeZone, localTimes, wanted }: InteractionRules,
): InteractionEntries {
  const kindCodes = new Map(interactionKinds.map((kind, code) => [kind, code]));
  const channelCodes = new Map<string, number>();
  const ids = new Set<string>();
  const customers: string[] = [];
  const at = growingFloat64();
  const directions = growingInt32();
  const kinds = growingInt32();
  const channels = growingInt32();
  let afterAsOf = 0;
  let otherCustomers = 0;
  let index = 0;
  const faults = rowFaults();
  const read = (row: Interaction, index: number): void => {
    const kind = kindCodes.get(check(row, index).kind);
    if (kind === undefined) throw fault(index, "kind", `one of ${interactionKinds.join(", ")}`, row.kind);
    const instant = parseMoment(row.at, { timeZone, localTimes, path: [index, "at"] });
    if (ids.has(row.id)) throw fault(index, "id", "an id that is used once", row.id, "DUPLICATE_INTERACTION");
    ids.add(row.id);
    if (instant > asOf) afterAsOf++;
    else if (wanted !== undefined && !wanted.has(row.customerId)) otherCustomers++;
    else {
      customers.push(row.customerId);
      at.push(instant);
      directions.push(row.direction === undefined ? 0 : row.direction === "inbound" ? INBOUND : OUTBOUND);
      kinds.push(kind);
      if (row.channel === undefined) channels.push(0);
      else {
        if (!channelCodes.has(row.channel)) channelCodes.set(row.channel, channelCodes.size + 1);
        channels.push(channelCodes.get(row.channel) as number);
      }
    }
  };
  for (const row of interactions) {
    try {
      read(row, index++);
    } catch (fault) {
      faults.add(fault);
    }
  }
  faults.refuse();
  return {
    customers,
    at: at.finish(),
    directions: directions.finish(),
    kinds: kinds.finish(),
    channels: channels.finish(),
    channelNames: [...channelCodes.keys()],
    afterAsOf,
    otherCustomers,
  };
}

/** What every interaction must have to be counted; `parseInteractions` looks at the rest. */
function check(row: Interaction, index: number): Interaction {
  if (typeof row !== "object" || row === null) throw fault(index, undefined, "an interaction", row);
  for (const name of ["id", "customerId"] as const) {
    if (!idRule.accepts(row[name])) throw fault(index, name, "a text that is not blank", row[name]);
  }
  if (row.channel !== undefined && !isText(row.channel)) throw fault(index, "channel", "a non-empty text", row.channel);
  const { direction } = row;
  if (direction !== undefined && direction !== "inbound" && direction !== "outbound") {
    throw fault(index, "direction", "inbound or outbound", direction);
  }
  return row;
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

function fault(
  index: number,
  field: string | undefined,
  expected: string,
  received: unknown,
  code: "INVALID_INTERACTION" | "DUPLICATE_INTERACTION" = "INVALID_INTERACTION",
): ClienteleError {
  const path = field === undefined ? [index] : [index, field];
  return refusal(code, path, expected, received);
}

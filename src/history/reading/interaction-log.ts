import { sortedPositions } from "../../math/index.js";
import type { InteractionLog } from "../contacts/interaction-summary.js";
import { type InteractionEntries, interactionKinds } from "./read-interactions.js";

/** Sorts entries by customer, then by time; channels stand ascending by name, so that the order of the input leaves no trace in the codes. */
export function interactionLog(entries: InteractionEntries, customerIds: readonly string[]): InteractionLog {
  const positions = new Map(customerIds.map((id, position) => [id, position]));
  const customerOf = Int32Array.from(entries.customers, (id) => positions.get(id)!);
  const length = customerOf.length;
  const offsets = new Int32Array(customerIds.length + 1);
  for (const customer of customerOf) offsets[customer + 1]! += 1;
  for (let i = 0; i < customerIds.length; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice();
  const order = new Int32Array(length);
  for (const entry of sortedPositions(entries.at)) order[next[customerOf[entry]!]!++] = entry;

  const channelNames = [...entries.channelNames].sort();
  const channelCodes = new Map(channelNames.map((name, i) => [name, i + 1]));
  const sortedCode = [0, ...entries.channelNames.map((name) => channelCodes.get(name)!)];
  return {
    offsets,
    at: Float64Array.from(order, (entry) => entries.at[entry]!),
    directions: Uint8Array.from(order, (entry) => entries.directions[entry]!),
    kinds: Uint8Array.from(order, (entry) => entries.kinds[entry]!),
    kindNames: interactionKinds,
    channels: Int32Array.from(order, (entry) => sortedCode[entries.channels[entry]!]!),
    channelNames,
  };
}

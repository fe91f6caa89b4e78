import { ClienteleError, showValue } from "../../core/index.js";

/** Refuses an option of a measure. */
export function refuseOption(name: string, expected: string, received: unknown): never {
  throw new ClienteleError({ code: "INVALID_MEASURE_OPTION", path: [name], expected, received: showValue(received) });
}

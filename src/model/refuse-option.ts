import { ClienteleError, showValue } from "../core/index.js";

/** Refuses the value of an option. */
export function refuseOption(name: string, expected: string, received: unknown): never {
  throw new ClienteleError({ code: "INVALID_OPTIONS", path: [name], expected, received: showValue(received) });
}

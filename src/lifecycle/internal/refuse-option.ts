import { ClienteleError, showValue } from "../../core/index.js";

/** Refuses an option by its place. @throws INVALID_LIFECYCLE_OPTION */
export function refuseOption(path: readonly (string | number)[], expected: string, received: unknown): never {
  throw new ClienteleError({ code: "INVALID_LIFECYCLE_OPTION", path, expected, received: showValue(received) });
}

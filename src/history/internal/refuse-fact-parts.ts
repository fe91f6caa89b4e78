import { ClienteleError } from "../../core/index.js";

/** Refuses parts of facts that do not go together. */
export function refuseFactParts(
  path: readonly (string | number)[],
  expected: string,
  received: string,
  hint?: string,
): never {
  const advice = hint === undefined ? {} : { hint };
  throw new ClienteleError({ code: "INVALID_FACT_PARTS", path, expected, received, ...advice });
}

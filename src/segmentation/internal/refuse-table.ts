import { ClienteleError, showValue } from "../../core/index.js";

/** Refuses what is not the table of an earlier step. @throws RFM_TABLE_INVALID */
export function refuseTable(name: string, expected: string, received: unknown): never {
  throw new ClienteleError({ code: "RFM_TABLE_INVALID", path: [name], expected, received: showValue(received) });
}

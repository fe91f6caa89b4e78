import type { FactTable } from "../../model/index.js";
import { assembleFactTable } from "../../model/shared.js";
import type { ChurnInputs } from "./churn-inputs.js";
import { churnSchema } from "./churn-schema.js";

/** The signals alone, for rules that ask for nothing else. */
export function signalTable({ base, signals }: ChurnInputs): FactTable {
  const { asOf, timeZone, customerIds } = base;
  const parts = { schema: churnSchema(), asOf, timeZone, customerIds, columns: signals, collections: {} };
  return assembleFactTable(parts) as unknown as FactTable;
}

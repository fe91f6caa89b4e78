import { defineSchema, type FactTable } from "../../model/index.js";
import { assembleFactTable } from "../../model/shared.js";
import type { ChurnInputs } from "./churn-inputs.js";
import type { ChurnSignal } from "./churn-schema.js";

/** Some signals alone, for rules that ask for nothing else; no other is worked out. */
export function signalTable({ base, signals }: ChurnInputs, names: readonly ChurnSignal[]): FactTable {
  const { asOf, timeZone, customerIds } = base;
  const schema = defineSchema({ attributes: Object.fromEntries(names.map((name) => [name, { type: "number" }])) });
  const columns = Object.fromEntries(names.map((name) => [name, signals[name]]));
  return assembleFactTable({ schema, asOf, timeZone, customerIds, columns, collections: {} }) as unknown as FactTable;
}

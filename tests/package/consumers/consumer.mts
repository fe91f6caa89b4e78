// A TypeScript user with ES modules.
import { type CustomerTable, describeReasons, isClienteleError, parseDay, type Reason } from "clientele";
import { type Assessed, customerTable, known } from "clientele/core";
import type { FactSchema, Facts } from "clientele/model";

const schema = { attributes: { city: { type: "string" } }, collections: {} } as const satisfies FactSchema;
const facts: Facts<typeof schema> = { attributes: { city: "Ghent" } };
const table: CustomerTable<Assessed<number>> = customerTable({
  customerIds: ["ann"],
  columns: {},
  row: () => known(parseDay("2026-04-01")),
});
const reason: Reason = { code: "shop.city", params: { city: facts.attributes.city ?? "nowhere" } };
const words: readonly string[] = describeReasons([reason], { "shop.city": "lives in {city}" });
try {
  table.at(1);
} catch (error) {
  if (isClienteleError(error, "INDEX_OUT_OF_RANGE")) words.at(error.path.length);
}
// @ts-expect-error a day is a text
parseDay(20260401);

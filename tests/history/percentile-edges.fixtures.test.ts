import { readdirSync, readFileSync } from "node:fs";
import { type PercentileEdges, withPercentile } from "clientele/history";
import { defineSchema, factTable } from "clientele/model";
import { expect, test } from "vitest";

// Edges are kept by hosts: what a released version wrote must be read for ever. Files are added, never changed.
const folder = new URL("fixtures/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.startsWith("percentile-edges-"));

test.each(files)("%s places customers as it did", (file) => {
  const edges = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as PercentileEdges<"net">;
  const schema = defineSchema({ attributes: { net: { type: "money", currency: "EUR" } } });
  const nets = ["0", "0.99", "1.00", "55.00", "90.99", "91.00", "250.00"];
  const rows = nets.map((net, i) => ({ customerId: `c${i}`, attributes: { net } }));
  const placed = withPercentile(factTable(schema, rows, { asOf: "2026-04-01" }), edges);
  expect([...placed.customerIds].map((id) => placed.get(id)?.attributes["net.percentile"])).toEqual([
    1, 1, 1, 55, 90, 91, 100,
  ]);
});

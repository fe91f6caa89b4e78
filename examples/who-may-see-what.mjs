// Who may see what? A table says which fields a role may read; what no row names is withheld, and a role that is not known sees nothing.
import { defineSchema } from "clientele/model";
import { decideByTable, defineDecisionTable } from "clientele/scorecards";

const schema = defineSchema({ attributes: { role: { type: "string", values: ["service", "sales", "owner"] } } });
const role = { type: "attribute", field: "role" };
const rights = defineDecisionTable(
  {
    id: "rights",
    version: 1,
    hitPolicy: "collect",
    gaps: "allowed",
    inputs: [role],
    outputs: { field: { type: "string" } },
    rows: [
      { cells: [{ op: "in", values: ["service", "sales", "owner"] }], output: { field: "name" } },
      { cells: [{ op: "in", values: ["service", "sales", "owner"] }], output: { field: "city" } },
      { cells: [{ op: "in", values: ["sales", "owner"] }], output: { field: "net" } },
      { cells: [{ op: "eq", value: "owner" }], output: { field: "margin" } },
    ],
  },
  schema,
);

const customer = { name: "Ann", city: "Berlin", net: "340.00", margin: "0.21", notes: "divorced" };
for (const asking of ["service", "sales", "owner", "intern"]) {
  const decided = decideByTable({ attributes: { role: asking } }, rights, { schema, asOf: "2026-04-01" });
  const allowed = decided.status === "known" ? decided.value.outputs.map(({ field }) => field) : [];
  const seen = Object.fromEntries(Object.entries(customer).filter(([field]) => allowed.includes(field)));
  const withheld = Object.keys(customer).filter((field) => !allowed.includes(field));
  console.log(`${asking}: ${JSON.stringify(seen)}, withheld: ${withheld.join(", ")}`);
}

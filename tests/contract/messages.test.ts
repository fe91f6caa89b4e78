import { expect, test } from "vitest";
import { virtualProgram } from "./virtual-program.js";

// What a compiler says of one bad row: where it is wrong, in a few lines that name the field.
const head = `import * as c from "./rooms.js";
const options = { asOf: "2026-04-01" } as const;
const misspelt = [{ id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", curency: "USD" }];
`;
const calls = {
  list: "c.summarizePurchases(misspelt, options);",
  literal:
    'c.summarizePurchases([{ id: "1", customerId: "ann", at: "2026-01-05", amount: "1.00", curency: "USD" }], options);',
  number:
    'c.summarizePurchases([{ id: 1, customerId: "ann", at: "2026-01-05", amount: "1.00", currency: "USD" }], options);',
  append: "c.appendTransactions(c.summarizePurchases([], options), misspelt);",
  commission: "c.commissionStatement(misspelt, {} as c.CommissionPlan, {} as c.CommissionOptions);",
  simulation: "c.simulateLoyaltyProgram(misspelt, {} as c.LoyaltyProgram, {} as c.SimulationAssumptions);",
  facts:
    'c.factTable(c.defineSchema({ attributes: { n: { type: "number" } } }), [{ customerId: "a", attributes: { n: "x" } }], options);',
  sum: 'c.sumMoney([{ amount: "1.00", curency: "USD" }], "USD");',
  payback: 'c.acquisitionPayback(c.summarizePurchases([], options), [{ cohort: "2026-01" }]);',
  touch: 'c.attributeTouch([{ code: "A", at: "2026-01-01" }], "2026-02-01", {} as c.ReferralProgram);',
  claim: 'c.decideClaim([{ partnerId: "p" }], {} as c.ClaimRules, {} as c.ClaimOptions);',
  commands: 'c.decideAll(c.referralDecider({} as c.ReferralProgram), [{ type: "tick" }]);',
  revenue: 'c.recurringRevenue([{ id: "1" }], { from: "2026-01-01", to: "2026-02-01" } as never);',
};
const program = virtualProgram(
  new Map(Object.entries(calls).map(([name, call]) => [`${name}.ts`, `${head}${call}\n`])),
);

test.each([
  ["list", "Property 'currency' is missing"],
  ["literal", "Did you mean to write 'currency'?"],
  ["number", "Type 'number' is not assignable to type 'string'"],
  ["append", "Property 'currency' is missing"],
  ["commission", "Property 'currency' is missing"],
  ["simulation", "Property 'currency' is missing"],
  ["facts", "Type 'string' is not assignable to type 'number'"],
  ["sum", "Did you mean to write 'currency'?"],
  ["payback", "Property 'cost' is missing"],
  ["touch", "Property 'how' is missing"],
  ["claim", "missing the following properties from type 'ClaimRegistration'"],
  ["commands", "Property 'at' is missing"],
  ["revenue", "missing the following properties from type 'Contract'"],
] as const)("one bad row given to %s is one short complaint: %s", (name, sentence) => {
  const complaints = program.complaints(`${name}.ts`);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toContain(sentence);
  expect(complaints[0]?.split("\n").length).toBeLessThanOrEqual(3);
  expect(complaints[0]).not.toMatch(/overload|Iterator/);
});

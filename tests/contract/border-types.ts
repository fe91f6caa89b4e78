/** What users hand in: whatever the contract allows, we take. */
export const taken: readonly string[] = [
  "InstantInput",
  "Duration",
  "Money",
  "AmountInput",
  "Localized",
  "Catalogue",
  "TransactionLine",
  "Transaction",
  "Field",
  "Fields",
  "Collections",
  "FactSchema",
  "Facts",
  "SummarizeOptions",
  "Literal",
  "Value",
  "Operand",
  "Test",
  "Condition",
  "Window",
  "EvaluationFrame",
  "Scorecard",
];

/** What users get: whatever the contract promises, we give. */
export const given: readonly string[] = [
  "Column",
  "MaybeColumn",
  "Reason",
  "Known<number>",
  "Unknown",
  "Assessed<number>",
  "DefinitionRef",
  'Definition<"segment">',
  "Issue",
  "ClienteleError",
  "CustomerTable<string, { readonly age: contract.Column }>",
  "FactTable<contract.FactSchema>",
  "CollectionColumns",
  "BaseFrame",
  "PurchaseCalendar",
  "CustomerSummary",
  "SummaryColumns",
  "CustomerBase",
  "Truth",
  "Explanation",
  "Verdict",
  "CompiledCondition<contract.FactSchema>",
  "Scored",
  "LifecycleStage",
  "Accepted<string, string, string>",
  'Refused<{ readonly code: "LATE" }>',
  'Decision<string, string, string, { readonly code: "LATE" }>',
];

const festivals = "a festival is one of a closed list of names";

/** Types that improve on the contract, with the difference. */
export const departures: Readonly<Record<string, string>> = {
  FactTable: "knownSince may be told per collection",
  Value: festivals,
  Operand: festivals,
  Test: festivals,
  Window: festivals,
  Scorecard: festivals,
  Condition: `${festivals}; every variant is an interface of its own, so all and any are two`,
};

/** Reason codes of `ledger`, with their parameters. */
export const ledgerReasonCodes = [
  "ledger.cap-reached", // credited, desired
] as const;
/** One of the reason codes of `ledger`. */
export type LedgerReasonCode = (typeof ledgerReasonCodes)[number];

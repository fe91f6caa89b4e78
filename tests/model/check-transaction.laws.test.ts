import { checkTransaction, isTransaction, parseTransactions, transactionRecordSchema } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brokenRows } from "./support/broken-rows.js";
import { records } from "./support/record-arbitraries.js";

const rows = fc.oneof(records.transaction, brokenRows(records.transaction, ["amount", "at", "refundOf", "cost"]));

describe("the guard by hand and the zod schema", () => {
  // Seen to fail with `amountRule` left off `shipping` in the guard, and with the line guard accepting unknown names.
  test("agree on every row: good, broken and weird", () => {
    const seen = { right: 0, wrong: 0, wrongInLines: 0, unknown: 0, inherited: 0 };
    fc.assert(
      fc.property(rows, (row) => {
        const byZod = transactionRecordSchema.safeParse(row);
        expect(isTransaction(row)).toBe(byZod.success);
        const onlyUnknown = byZod.success || byZod.error.issues.every((issue) => issue.code === "unrecognized_keys");
        expect(isTransaction(row, "ignore")).toBe(onlyUnknown);
        seen[byZod.success ? "right" : "wrong"]++;
        if (!byZod.success && byZod.error.issues.some(({ path }) => path[0] === "lines")) seen.wrongInLines++;
        if (!byZod.success && onlyUnknown) seen.unknown++;
        if (byZod.success && !Object.hasOwn(row as object, "id")) seen.inherited++;
      }),
      { numRuns: 2000 },
    );
    for (const [kind, times] of Object.entries(seen)) expect(times, kind).toBeGreaterThan(2);
  });

  // Seen to fail with a path that does not start with the index.
  test("the check gives what parsing gives, and nothing where the guard says yes", () => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(rows, fc.constantFrom("refuse", "ignore"), (row, unknownFields) => {
        const issues = checkTransaction(row, 7, unknownFields);
        const { rejected } = parseTransactions([row], { unknownFields });
        expect(issues).toEqual((rejected[0]?.issues ?? []).map((issue) => ({ ...issue, path: [7, ...issue.path] })));
        expect(issues.length === 0).toBe(isTransaction(row, unknownFields));
        for (const { code } of issues) codes.add(code);
      }),
      { numRuns: 2000 },
    );
    for (const code of [
      "MISSING_FIELD",
      "UNKNOWN_FIELD",
      "REFUND_OF_A_PURCHASE",
      "NEGATIVE_AMOUNT",
      "INVALID_RECORD",
    ]) {
      expect(codes, code).toContain(code);
    }
  });
});

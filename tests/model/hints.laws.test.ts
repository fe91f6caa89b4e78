import type { Issue } from "clientele/core";
import type { RecordKind } from "clientele/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { followHint } from "../support/follow-hint.js";
import { brokenRows } from "./support/broken-rows.js";
import { records } from "./support/record-arbitraries.js";
import { recordKinds } from "./support/record-kinds.js";

/** Texts and values as they stand in files and forms. */
const written = fc.constantFrom<unknown[]>(
  ...["$1,120.00", "€ 12,50", "1.234,56", "(12.50)", "+12.50", ".50", "￥12.50", "RMB 12.50", "1,234", "1 234,5"],
  ...["-5", "12.50-", "−3", "- $ 7", "(¥1,234)", "1'234.50", "1,23,456.00", "5.", "0,125", "12,5", "１２．５", "CHF 5"],
  ...[
    "2026/1/5",
    "5.1.2026",
    "31/12/2026",
    "20260105",
    "2026年1月5日",
    "2026-1-5",
    "2026-01-05T10:00",
    "2026-02-30T10:00",
  ],
  ...["2026-01-05T10:00:00Z", "usd", " EUR", "xxx", "007", "9".repeat(400), "vip, test", "true", "refunded", "Online"],
  ...[-1, -1e-9, Number.NaN, -Infinity, 17, 17n, 20_000, null, "", true],
  { amount: 12.5, currency: "USD" },
  { amount: "12,50", currency: "usd" },
  { calendar: "gregorian", mounth: 5, day: 17 },
  { calendar: "lunar", month: 5, day: 17 },
  { calendar: "Chinese", month: 5, day: 17 },
  { calendar: "chinese", month: 5, day: 17, leapmonth: true },
  { calendar: "chinese", month: 5, day: 17, leapmonth: true, leapMonth: true },
  { gold: null, silver: Number.NaN },
);

const fieldsOf = (record: object): readonly string[] => Object.keys(record);
const rows = (kind: RecordKind): fc.Arbitrary<unknown> =>
  fc.oneof(
    brokenRows(records[kind]),
    fc
      .tuple(records[kind], fc.nat(), written)
      .map(([record, at, value]) => ({ ...record, [fieldsOf(record)[at % fieldsOf(record).length] as string]: value })),
  );

const isSame = (a: Issue) => (b: Issue) =>
  a.code === b.code && a.received === b.received && a.hint === b.hint && a.path.join("/") === b.path.join("/");

const followed = new Set<string>();

// Seen to fail with `append "Z"` on a day that does not exist, and with "NaN" as the text of a rate.
test.each(recordKinds)("hints about %s records lead on", (kind, _, parse) => {
  fc.assert(
    fc.property(rows(kind as RecordKind), (row) => {
      for (const issue of parse([row]).rejected[0]?.issues ?? []) {
        if (issue.hint === undefined) continue;
        for (const mended of followHint(row, issue)) {
          followed.add(issue.hint.replace(/".*?"|\{.*\}|[\d.]+/gu, "…"));
          const left = parse([mended]).rejected[0]?.issues ?? [];
          expect(left.filter(isSame(issue)), issue.hint).toEqual([]);
        }
      }
    }),
  );
});

test("hints of many kinds were followed", () => {
  expect(followed.size).toBeGreaterThan(15);
});

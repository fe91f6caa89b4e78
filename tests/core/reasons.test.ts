import { describe, expect, it } from "vitest";
import { describeIssues, describeReasons, known, type Reason, unknown } from "../../src/core/index.js";
import { en, zhCN } from "../../src/labels/index.js";

const reason = (code: string, params: Reason["params"] = {}): Reason => ({ code, params });

describe("known and unknown", () => {
  it("are plain data that survive JSON", () => {
    for (const assessed of [known(5, [reason("shop.late")]), unknown(["gaps"]), known(null)]) {
      expect(JSON.parse(JSON.stringify(assessed))).toEqual(assessed);
    }
  });
});

describe("describeReasons", () => {
  const words = {
    "shop.gap": "every {gap} days, {gap|day|days}",
    "shop.spent": "spent {net}",
    "shop.tags": "tagged {tags}",
    "shop.missing": "needs {other}",
    "shop.brace": "a { brace } and {odd|pair}",
  };

  it("fills parameters, and chooses a word by a number", () => {
    expect(describeReasons([reason("shop.gap", { gap: 1 }), reason("shop.gap", { gap: 2 })], words)).toEqual([
      "every 1 days, day",
      "every 2 days, days",
    ]);
    expect(describeReasons([reason("shop.gap", { gap: 0 })], words)).toEqual(["every 0 days, days"]);
    expect(describeReasons([reason("shop.gap", { gap: true })], words)).toEqual(["every true days, days"]);
  });

  it("writes money with its currency and joins lists with the language's separator", () => {
    const spent = reason("shop.spent", { net: { amount: "12.50", currency: "EUR" } });
    const tagged = reason("shop.tags", { tags: ["vip", "b2b"] });
    expect(describeReasons([spent, tagged], words)).toEqual(["spent 12.50 EUR", "tagged vip, b2b"]);
    expect(describeReasons([tagged], { ...zhCN, ...words })).toEqual(["tagged vip、b2b"]);
    expect(describeReasons([tagged], { ...en, ...words })).toEqual(["tagged vip, b2b"]);
  });

  it("looks up the words of a parameter that is a name itself", () => {
    const named = { "shop.moved": "from {from@shop.stage} to {to@shop.stage}", "shop.stage.new": "New customer" };
    const moved = (from: string, to: Reason["params"][string]): Reason => reason("shop.moved", { from, to });
    expect(describeReasons([moved("new", ["new", "old"])], named)).toEqual(["from New customer to New customer, old"]);
    expect(describeReasons([moved("toString", 7)], named)).toEqual(["from toString to 7"]);
    expect(describeReasons([reason("shop.moved")], named)).toEqual(["from {from@shop.stage} to {to@shop.stage}"]);
  });

  it("groups the digits of an amount where the language does, and shows a number with the decimals asked for", () => {
    const spent = (amount: string): Reason => reason("shop.spent", { net: { amount, currency: "EUR" } });
    const all = [spent("25043.0500"), spent("-1234567"), spent("999.12345"), spent("0.0001")];
    expect(describeReasons(all, { ...words, "core.group-separator": "," })).toEqual([
      "spent 25,043.0500 EUR",
      "spent -1,234,567 EUR",
      "spent 999.12345 EUR",
      "spent 0.0001 EUR",
    ]);
    expect(describeReasons([spent("25043.0500")], words)).toEqual(["spent 25043.0500 EUR"]);
    const shares = { "shop.share": "{share.2} of {share.0}, {word.2}" };
    expect(describeReasons([reason("shop.share", { share: 76.9, word: "all" })], shares)).toEqual(["76.90 of 77, all"]);
  });

  it("shows what it has no words for: an unknown code, a missing parameter, a brace that is none", () => {
    expect(describeReasons([reason("shop.new"), reason("toString"), reason("__proto__")], words)).toEqual([
      "shop.new",
      "toString",
      "__proto__",
    ]);
    expect(describeReasons([reason("shop.missing", { toString: "x" })], words)).toEqual(["needs {other}"]);
    expect(describeReasons([reason("shop.brace", { odd: 1 })], words)).toEqual(["a { brace } and {odd|pair}"]);
  });

  it("does not read a parameter's own text as a template", () => {
    expect(describeReasons([reason("shop.missing", { other: "{gap} $1 $&", gap: 5 })], words)).toEqual([
      "needs {gap} $1 $&",
    ]);
  });

  it("has nothing to say about no reasons", () => {
    expect(describeReasons([], words)).toEqual([]);
  });
});

describe("describeIssues", () => {
  const issue = { code: "INVALID_AMOUNT", path: ["rows", 3, "Sales"], expected: "a decimal string", received: '"1,5"' };

  it("says where and what in the reader's language", () => {
    expect(describeIssues([issue], en)).toEqual(['"1,5" at rows[3].Sales is not an amount']);
    expect(describeIssues([issue], zhCN)).toEqual(['rows[3].Sales 的 "1,5" 不是有效的金额']);
  });

  it("names the whole input where there is no path, and shows a code it has no words for", () => {
    expect(describeIssues([{ ...issue, path: [] }], en)).toEqual(['"1,5" at the input is not an amount']);
    expect(describeIssues([{ ...issue, path: [] }], zhCN)).toEqual(['输入的 "1,5" 不是有效的金额']);
    expect(describeIssues([{ ...issue, code: "NEW_CODE" }], en)).toEqual(["NEW_CODE"]);
    const mended = { ...issue, path: [], hint: "Write 1.5" };
    expect(describeIssues([mended], { INVALID_AMOUNT: "{path}: {hint}" })).toEqual(["the input: Write 1.5"]);
  });
});

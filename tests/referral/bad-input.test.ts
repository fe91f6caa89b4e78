import { describe, expect, test } from "vitest";
import { isClienteleError } from "../../src/core/index.js";
import {
  defaultReferralFraud,
  defineReferralProgram,
  nextReferralDueAt,
  referralDecider,
  referrerDecider,
  validateReferralProgram,
} from "../../src/referral/index.js";
import { bound, buy, clicked, doubleSided, giveBack, joined, program, walk } from "./support/programs.js";

const at = "2026-04-01T00:00:00Z";
const [advocate] = doubleSided.rewards;

describe("programmes: every fault, where it is", () => {
  test.each<[string, object, string]>([
    ["no zone", { timeZone: "Mars/Base" }, "timeZone"],
    ["no window", { attribution: { touch: "last" } }, "attribution.window"],
    ["two units", { hold: { days: 1, hours: 2 } }, "hold"],
    ["middle touch", { attribution: { touch: "middle", window: { days: 1 } } }, "attribution.touch"],
    ["no rewards", { rewards: [] }, "rewards"],
    [
      "no condition",
      { qualifies: { type: "compare", subject: { type: "attribute", field: "order.weight" }, op: "exists" } },
      "qualifies.subject.field",
    ],
    [
      "half a point",
      { rewards: [{ ...advocate, reward: { kind: "points", points: 0.5 } }] },
      "rewards.0.reward.points",
    ],
    ["no points", { rewards: [{ ...advocate, reward: { kind: "points", points: 0 } }] }, "rewards.0.reward.points"],
    ["an unknown kind", { rewards: [{ ...advocate, reward: { kind: "karma" } }] }, "rewards.0.reward.kind"],
    [
      "negative credit",
      { rewards: [{ ...advocate, reward: { kind: "credit", value: { amount: "-1", currency: "USD" } } }] },
      "rewards.0.reward.value.amount",
    ],
    [
      "fine credit",
      { rewards: [{ ...advocate, reward: { kind: "credit", value: { amount: "0.001", currency: "USD" } } }] },
      "rewards.0.reward.value.amount",
    ],
    [
      "unknown currency",
      { rewards: [{ ...advocate, reward: { kind: "credit", value: { amount: "1", currency: "usd" } } }] },
      "rewards.0.reward.value.currency",
    ],
    [
      "a rate above one",
      { rewards: [{ ...advocate, reward: { kind: "percentage", rate: "1.01" } }] },
      "rewards.0.reward.rate",
    ],
    [
      "a rate as a number",
      { rewards: [{ ...advocate, reward: { kind: "percentage", rate: 0.25 } }] },
      "rewards.0.reward.rate",
    ],
    ["one id twice", { rewards: [advocate, advocate] }, "rewards.1.id"],
    ["a milestone for the friend", { rewards: [{ ...advocate, for: "referee", milestone: 3 }] }, "rewards.0.for"],
    [
      "a milestone of a share",
      { rewards: [{ ...advocate, reward: { kind: "percentage", rate: "0.1" }, milestone: 3 }] },
      "rewards.0.reward",
    ],
    [
      "a milestone that recurs",
      { rewards: [{ ...advocate, milestone: 3, recurringFor: { days: 1 } }] },
      "rewards.0.recurringFor",
    ],
    ["milestone and n-th", { rewards: [{ ...advocate, milestone: 3, nth: { from: 1 } }] }, "rewards.0.nth"],
    ["n-th backwards", { rewards: [{ ...advocate, nth: { from: 3, to: 2 } }] }, "rewards.0.nth.to"],
    ["a second level", { rewards: [{ ...advocate, level: 2 }] }, "rewards.0.level"],
    ["a cap of nothing", { caps: [{ rewards: 0, per: "referrer" }] }, "caps.0.rewards"],
    ["a cap by year", { caps: [{ rewards: 1, per: "year" }] }, "caps.0.per"],
    ["new after no days", { newCustomer: { inactiveDays: 0 } }, "newCustomer.inactiveDays"],
    ["a band of its own", { fraud: { ...defaultReferralFraud, bands: [{ id: "maybe", min: 0 }] } }, "fraud.bands.0.id"],
    ["no currency", { currencies: [] }, "currencies"],
  ])("%s", (_, changes, path) => {
    const faulty = { ...program(), ...changes };
    expect(validateReferralProgram(faulty).map((issue) => issue.path.join("."))).toContain(path);
    expect(() => referralDecider(faulty as never)).toThrow("INVALID_DEFINITION");
    expect(() => referrerDecider(faulty as never)).toThrow("INVALID_DEFINITION");
  });

  test.each([
    ["0", true],
    ["1", true],
    ["1.000", true],
    ["0.000000000000000001", true],
    ["0.0000000000000000001", false],
    ["1.000000000000000001", false],
    ["-0.1", false],
    ["a half", false],
  ])("a rate of %s: %s", (rate, isRight) => {
    const faults = validateReferralProgram({
      ...program(),
      rewards: [{ ...advocate, reward: { kind: "percentage", rate } }],
    });
    expect(faults.map(({ path }) => path.join("."))).toEqual(isRight ? [] : ["rewards.0.reward.rate"]);
  });

  test.each([
    ["0.01", "USD", []],
    ["0.00", "USD", ["amount"]],
    [5, "USD", ["amount"]],
    ["much", "USD", ["amount"]],
    ["5.00", 7, ["currency"]],
  ])("credit of %j %j", (amount, currency, wrong) => {
    const reward = { kind: "credit", value: { amount, currency } };
    const faults = validateReferralProgram({ ...program(), rewards: [{ ...advocate, reward }] });
    expect(faults.map(({ path }) => path.at(-1))).toEqual(wrong);
  });

  test("all faults at once", () => {
    expect(validateReferralProgram({ ...program(), hold: {}, timeZone: 7, rewards: [{}] }).length).toBeGreaterThan(3);
    expect(() => defineReferralProgram(null as never)).toThrow("INVALID_DEFINITION");
    expect(validateReferralProgram(program())).toEqual([]);
  });
});

describe("commands: refused whole, with code and place", () => {
  const hashes = (phone: unknown) => ({ referrer: { phone }, referee: {} });
  test.each<[string, object, string, string]>([
    ["a touch without a key", { ...clicked("A", at), key: undefined }, "INVALID_REFERRAL_COMMAND", "key"],
    ["a touch by magic", { ...clicked("A", at), how: "magic" }, "INVALID_REFERRAL_COMMAND", "how"],
    [
      "an empty hash",
      { ...joined("A", "F", at), hashes: hashes("") },
      "INVALID_REFERRAL_COMMAND",
      "hashes.referrer.phone",
    ],
    [
      "a hash that is null",
      { ...joined("A", "F", at), hashes: hashes(null) },
      "INVALID_REFERRAL_COMMAND",
      "hashes.referrer.phone",
    ],
    [
      "a misspelt hash",
      { ...joined("A", "F", at), hashes: { referrer: { fone: "x" }, referee: {} } },
      "INVALID_REFERRAL_COMMAND",
      "hashes.referrer.fone",
    ],
    ["nobody", joined("A", "", at), "INVALID_REFERRAL_COMMAND", "refereeId"],
    ["an order that is none", { ...buy("o", "1.00", at), order: 7 }, "INVALID_REFERRAL_COMMAND", "order"],
    ["a negative order", buy("o", "-1.00", at), "NEGATIVE_AMOUNT", "order.amount"],
    ["an order of no day", buy("o", "1.00", "2026-02-30"), "INVALID_INSTANT", "at"],
    [
      "an order in no currency",
      { ...buy("o", "1.00", at), order: { ...buy("o", "1.00", at).order, currency: "usd" } },
      "INVALID_CURRENCY",
      "order.currency",
    ],
    [
      "a negative payment",
      { ...buy("o", "1.00", at), paid: { amount: "-1", currency: "USD" } },
      "INVALID_REFERRAL_COMMAND",
      "paid.amount",
    ],
    ["a negative refund", giveBack("o", "-1.00", at), "INVALID_REFERRAL_COMMAND", "cumulative.amount"],
    ["a refund too fine", giveBack("o", "0.001", at), "AMOUNT_TOO_FINE", "cumulative.amount"],
    [
      "a review by nobody",
      { type: "review", key: "v", at, verdict: "void", reason: "x" },
      "INVALID_REFERRAL_COMMAND",
      "actor",
    ],
    [
      "a review without a reason",
      { type: "review", key: "v", at, actor: "e", verdict: "void", reason: "" },
      "INVALID_REFERRAL_COMMAND",
      "reason",
    ],
    ["a hold without a reason", { type: "hold", key: "h", at }, "INVALID_REFERRAL_COMMAND", "reason"],
    ["a command of another house", { type: "grant", key: "g", at }, "UNKNOWN_COMMAND", "type"],
    ["no moment", { type: "tick", at: "soon" }, "INVALID_INSTANT", "at"],
  ])("%s", (_, command, code, path) => {
    const made = bound(program(), at);
    const before = made.ledger();
    try {
      made.tell(
        "key" in command && command.key !== undefined ? ({ ...command, key: "fresh" } as never) : (command as never),
      );
      expect.unreachable("it was accepted");
    } catch (error) {
      if (!isClienteleError(error)) throw error;
      expect([error.code, error.issues.map((issue) => issue.path.join("."))]).toEqual([
        code,
        expect.arrayContaining([path]),
      ]);
    }
    expect(made.ledger()).toBe(before);
  });

  test.each(["КОД", "码", "", " ", "A B", "A".repeat(65), "-A"])("the code %j is refused or is none", (code) => {
    const made = walk(program());
    const command = { ...clicked("A", at), code };
    if (code.trim() === "") expect(() => made.tell(command)).toThrow("INVALID_REFERRAL_COMMAND");
    else expect(made.refused(command)).toEqual({ code: "CODE_UNREADABLE", text: code });
  });

  test("a refused sign-up leaves no trace and may be tried again", () => {
    const made = walk(program());
    expect(made.refused(joined("A", "F", at)).code).toBe("NO_TOUCH");
    made.tell(clicked("A", at));
    expect(made.tell(joined("A", "F", at)).status).toBe("signed-up");
    expect(nextReferralDueAt(made.ledger())).toBeNull();
  });

  test("one key, another payload", () => {
    const made = bound(program(), at);
    made.tell(buy("o", "30.00", "2026-04-02"));
    expect(made.refused(buy("o", "31.00", "2026-04-02"))).toEqual({ code: "IDEMPOTENCY_CONFLICT", key: "order:o" });
  });
});

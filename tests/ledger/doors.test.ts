import {
  accept,
  deserializeLedger,
  forgetKeys,
  type Ledger,
  type LedgerOptions,
  type LedgerRules,
  ledgerDecider,
  type SnapshotFormat,
  serializeLedger,
} from "clientele/ledger";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

type Visit = { readonly type: "visit"; readonly key: string; readonly at: string };
type Rules = LedgerRules<number, Visit, { type: "Visited" }, { visit: number }, { code: "CLOSED" }>;
const rules: Rules = {
  initialState: () => 0,
  decide: { visit: () => accept(1, { type: "Visited" }) },
  evolve: (count) => count + 1,
};
const format: SnapshotFormat<number> = { kind: "visits", schemaVersion: 1, read: Number };
const ledger = ledgerDecider(rules).initialState();

describe("what is no ledger is refused before it is worked with", () => {
  test.each<[unknown, string]>([
    [undefined, "rules"],
    [null, "rules"],
    ["rules", "rules"],
    [{ ...rules, initialState: 0 }, "rules.initialState"],
    [{ ...rules, evolve: undefined }, "rules.evolve"],
    [{ ...rules, decide: null }, "rules.decide"],
    [{ ...rules, decide: { visit: true } }, "rules.decide.visit"],
  ])("rules: %#", (given, path) => {
    const fault = faultOf(() => ledgerDecider(given as Rules));
    expect([fault.code, fault.path.join(".")]).toEqual(["INVALID_LEDGER", path]);
  });

  test.each([{ factField: ["age"] }, null, 5])("options: %j", (options) => {
    expect(faultOf(() => ledgerDecider(rules, options as LedgerOptions)).code).toBe("INVALID_OPTIONS");
  });

  test("a text in place of a list of fact fields, which would be taken letter by letter", () => {
    const options = { factFields: "age" } as unknown as LedgerOptions;
    expect(faultOf(() => ledgerDecider(rules, options))).toMatchObject({
      code: "INVALID_OPTIONS",
      path: ["factFields"],
    });
  });

  test.each([null, undefined, 5, "visit"])("commands: %j", (command) => {
    expect(faultOf(() => ledgerDecider(rules).decide(command as never, ledger)).code).toBe("INVALID_COMMAND");
  });

  test.each([null, undefined, {}, { version: 1 }, { version: 1, answers: null }])("ledgers: %j", (given) => {
    for (const door of [() => serializeLedger(given as never, format), () => forgetKeys(given as never, "2026-04-01")])
      expect(faultOf(door)).toMatchObject({ code: "INVALID_LEDGER", path: ["ledger"] });
  });

  test.each([null, undefined, {}, { ...format, kind: "" }, { ...format, schemaVersion: 0 }])("formats: %j", (given) => {
    const snapshot = serializeLedger(ledger as Ledger<number>, format);
    for (const door of [
      () => serializeLedger(ledger, given as SnapshotFormat<number>),
      () => deserializeLedger(snapshot, given as SnapshotFormat<number>),
    ]) {
      expect(faultOf(door)).toMatchObject({ code: "INVALID_LEDGER", path: ["format"] });
    }
  });
});

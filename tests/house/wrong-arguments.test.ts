import { isClienteleError } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { defineLoyaltyProgram, emptyAccount } from "clientele/loyalty";
import { beforeAll, describe, expect, test } from "vitest";
import { docBlocks } from "../docs/doc-blocks.js";
import { runBlock } from "../docs/run-block.js";
import { root } from "../support/checkout.js";

type Fn = (...args: readonly unknown[]) => unknown;
interface Call {
  readonly fn: Fn;
  readonly args: readonly unknown[];
}

const rooms =
  "core math model history conditions ledger scorecards lifecycle segmentation value churn loyalty referral";

/** Two calls of every public function, as the examples of the documentation make them. */
const calls = new Map<string, Call[]>();

const program = defineLoyaltyProgram({
  id: "club",
  version: 1,
  timeZone: "UTC",
  pointTypes: [{ id: "points" }],
  earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
});
const account = emptyAccount(program);
const command = [account, { key: "k", at: "2026-01-05" }, program];

const functions: string[] = [];

/** Arguments of those that no example calls by name. */
const without: Readonly<Record<string, readonly unknown[]>> = {
  "core/customerPositions": [["ann"]],
  "core/daysInMonth": [2026, 2],
  "core/formatPath": [["rows", 3]],
  "core/readAmount": ["1.50"],
  "core/readBirthday": ["1990-05-17"],
  "core/readDay": ["2026-01-05"],
  "core/readInstant": ["2026-01-05T10:00Z"],
  "history/compactBase": [summarizePurchases([], { asOf: "2026-01-05" })],
  ...Object.fromEntries(
    ["importOpening", "openAccount", "redeemPoints", "refundOrder", "reverseRedemption", "sweepExpired"].map((verb) => [
      `loyalty/${verb}`,
      command,
    ]),
  ),
  "loyalty/unmergeAccounts": [account, ...command],
};

beforeAll(async () => {
  for (const room of rooms.split(" ")) {
    const module: object = await import(`${root}src/${room}/index.ts`);
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== "function") continue;
      const args = without[`${room}/${name}`];
      functions.push(`${room}/${name}`);
      if (args !== undefined) calls.set(`${room}/${name}`, [{ fn: value, args }]);
    }
  }
  let before = { file: "", code: "" };
  for (const { file, code, marks } of docBlocks()) {
    const goesOn = marks.includes("continued") && file === before.file;
    const whole = goesOn ? `${before.code}\n${code}` : code;
    // What was claimed before in a chain has been checked elsewhere.
    before = { file, code: whole.replace(/ \/\/ (=>|≈) .*$/gm, "") };
    if (file.startsWith("src") && !marks.includes("not-run")) await runBlock(whole, recording, () => "");
  }
}, 60_000);

async function recording(specifier: string): Promise<object> {
  const file = specifier.replace(/^clientele(\/\w+)?$/, `${root}src$1/index.ts`);
  const module: object = await import(/* @vite-ignore */ file);
  const room = specifier.slice("clientele/".length);
  const recorded = ([name, value]: [string, unknown]): [string, unknown] => [
    name,
    typeof value === "function" && rooms.includes(room) ? recordedAs(`${room}/${name}`, value as Fn) : value,
  ];
  return Object.fromEntries(Object.entries(module).map(recorded));
}

function recordedAs(name: string, fn: Fn): Fn {
  return (...args) => {
    const met = calls.get(name) ?? [];
    if (met.length < 2) calls.set(name, [...met, { fn, args }]);
    return fn(...args);
  };
}

/** What stands in the place of an argument where JSON, a form or plain JavaScript went wrong. */
const wrong: readonly unknown[] = [
  ...[undefined, null, {}, [], "", "x", -1, 1.5, 1e300, Number.NaN, true, 10n],
  ...[[null], [1], ["x"], [{}], { a: null }, new Date(Number.NaN), () => undefined],
];

/** They hold what they are given, whatever it is, or hand it on to functions of the caller. */
const holders = ["core/known", "core/unknown", "ledger/accept", "ledger/refuse", "ledger/fold"];

function holdsNaN(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null || value instanceof Date || depth > 6) return Number.isNaN(value);
  const parts: readonly unknown[] = ArrayBuffer.isView(value) ? Array.from(value as never) : Object.values(value);
  return parts.slice(0, 200).some((part) => holdsNaN(part, depth + 1));
}

/** What a call with a wrong argument does that it must not: a raw error, or a number that is none. */
function misdeed({ fn, args }: Call): string | undefined {
  try {
    return holdsNaN(fn(...args)) ? "gives NaN" : undefined;
  } catch (error) {
    return isClienteleError(error) ? undefined : String(error);
  }
}

describe.each(rooms.split(" "))("%s", (room) => {
  test("refuses wrong arguments by name, and never answers NaN", () => {
    const found: string[] = [];
    let tried = 0;
    for (const [name, recorded] of calls) {
      if (!name.startsWith(`${room}/`) || holders.includes(name)) continue;
      for (const { fn, args } of recorded) {
        if (misdeed({ fn, args }) !== undefined) continue;
        args.forEach((_, place) => {
          for (const value of wrong) {
            tried++;
            const misdone = misdeed({ fn, args: [...args.slice(0, place), value, ...args.slice(place + 1)] });
            if (misdone !== undefined) found.push(`${name}, argument ${place}: ${misdone}`);
          }
        });
      }
    }
    expect([...new Set(found)]).toEqual([]);
    expect(tried).toBeGreaterThan(50);
  });
});

test("every public function is called", () => {
  expect(functions.filter((name) => !calls.has(name))).toEqual(["core/ClienteleError"]);
});

import { isClienteleError } from "clientele/core";
import { beforeAll, describe, expect, test } from "vitest";
import { type Call, functions, recordedCalls, rooms } from "../support/recorded-calls.js";

let calls: ReadonlyMap<string, readonly Call[]>;

beforeAll(async () => {
  calls = await recordedCalls();
}, 60_000);

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

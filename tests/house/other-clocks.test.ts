import { isClienteleError } from "clientele/core";
import { beforeAll, describe, expect, test } from "vitest";
import { type Call, isMade, recordedCalls } from "../support/recorded-calls.js";

let calls: ReadonlyMap<string, readonly Call[]>;

beforeAll(async () => {
  calls = await recordedCalls();
}, 60_000);

type Clock = (moment: string) => number;

const clocks: readonly (readonly [string, Clock])[] = [
  ["seconds", (moment) => Math.floor(Date.parse(moment) / 1000)],
  ["the days of a spreadsheet", (moment) => Math.floor(Date.parse(moment) / 86_400_000) + 25_569],
];

/** Those that look at one value or row and answer what it is, and those that leave what they cannot read unknown or rejected. */
const answering: readonly string[] = [
  ...["core/parseInstant", "core/readBirthday", "core/readDay", "core/readInstant"],
  ...["model/isTransaction", "model/checkTransaction", "model/orderFacts", "conditions/nextChangeAt"],
  ...["Transactions", "Customers", "Interactions", "Feedback", "Cases", "Contracts"].map(
    (kind) => `model/parse${kind}`,
  ),
  ...["model/transactionsFromLines", "model/profileQuality"],
  // They read no moment: what they give is read later, or they were given a state of the library.
  ...["ledger/forgetKeys", "loyalty/pointsBalance", "loyalty/breakageRate"],
  ...["history/splitByCurrency", "conditions/canonicalizeCondition", "value/simulateCustomers"],
];

const isMoment = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}([T ].*)?$/.test(value);

const isPlain = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);

/** The names under which a host wrote moments into an argument. */
function momentsIn(value: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (!isPlain(value) || isMade(value)) return names;
  for (const [name, part] of Object.entries(value)) {
    if (isMoment(part)) names.add(name);
    else momentsIn(part, names);
  }
  return names;
}

/** The argument with every moment of that name on another clock. */
function onClock(value: unknown, wanted: string, clock: Clock): unknown {
  if (!isPlain(value) || isMade(value)) return value;
  const parts = Object.entries(value).map(([name, part]): [string, unknown] => [
    name,
    name === wanted && isMoment(part) ? clock(part) : onClock(part, wanted, clock),
  ]);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

describe.each(clocks)("a moment in %s", (_, clock) => {
  // Seen to fail with 53 arguments of 43 functions, all of which read January 1970.
  test("is refused by every function that would read it as milliseconds", () => {
    const silent: string[] = [];
    let refused = 0;
    for (const [name, recorded] of calls) {
      if (answering.includes(name)) continue;
      for (const { fn, args } of recorded) {
        const attempts = args.flatMap((argument, place): (readonly [string, readonly unknown[]])[] => {
          const others = isMoment(argument)
            ? [["", clock(argument)] as const]
            : [...momentsIn(argument)].map((moment) => [moment, onClock(argument, moment, clock)] as const);
          return others.map(([moment, other]) => [
            `${place} ${moment}`,
            [...args.slice(0, place), other, ...args.slice(place + 1)],
          ]);
        });
        for (const [place, changed] of attempts) {
          try {
            fn(...changed);
            silent.push(`${name}, argument ${place}`);
          } catch (error) {
            if (isClienteleError(error)) refused++;
            else silent.push(`${name}, argument ${place}: ${error}`);
          }
        }
      }
    }
    expect([...new Set(silent)]).toEqual([]);
    expect(refused).toBeGreaterThan(100);
  });
});

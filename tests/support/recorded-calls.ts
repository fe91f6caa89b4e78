import { summarizePurchases } from "clientele/history";
import { defineLoyaltyProgram, emptyAccount } from "clientele/loyalty";
import { docBlocks } from "../docs/doc-blocks.js";
import { runBlock } from "../docs/run-block.js";
import { root } from "./checkout.js";

type Fn = (...args: readonly unknown[]) => unknown;
/** A call of a public function, as an example of the documentation makes it. */
export interface Call {
  readonly fn: Fn;
  readonly args: readonly unknown[];
}

export const rooms =
  "core math model history conditions ledger scorecards lifecycle segmentation value churn loyalty referral";

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

/** The names of all public functions. */
export const functions: string[] = [];

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

let recording: Promise<void> | undefined;

/** Two calls of every public function, by room and name; made once for all that ask. */
export async function recordedCalls(): Promise<ReadonlyMap<string, readonly Call[]>> {
  recording ??= record();
  await recording;
  return calls;
}

async function record(): Promise<void> {
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
    if (file.startsWith("src") && !marks.includes("not-run")) await runBlock(whole, importRecorded, () => "");
  }
}

async function importRecorded(specifier: string): Promise<object> {
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
    const result = fn(...args);
    for (const part of partsOf(result, partsOf(args))) made.add(part);
    return result;
  };
}

const made = new WeakSet<object>();

/** True for what a function of the library gave back: a host hands it on, and wrote no part of it. */
export const isMade = (value: object): boolean => made.has(value);

/** All objects within a value that were not known before. */
function partsOf(value: unknown, known: ReadonlySet<object> = new Set(), found = new Set<object>()): Set<object> {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return found;
  if (known.has(value) || found.has(value) || found.size > 1000) return found;
  found.add(value);
  for (const part of Object.values(value)) partsOf(part, known, found);
  return found;
}

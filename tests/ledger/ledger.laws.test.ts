import { decideAll, deserializeLedger, fold, forgetKeys, serializeLedger } from "clientele/ledger";
import { checkDecider } from "clientele/testing";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { noAnswers, recallAnswer, rememberAnswer } from "../../src/ledger/answers.js";
import { earn, type PointsCommand, pointsAccount, pointsSnapshot, redeem } from "./points-account.js";

// Few keys, amounts and instants, so that repeats, conflicts, refusals, expiries and empty sweeps all happen.
const instants = ["2026-01-01T00:00:00Z", "2026-06-30T23:59:59.999Z", "2026-07-01T00:00:00Z", "2027-01-01T00:00:00Z"];
const at = fc.constantFrom(...instants);
const key = fc.constantFrom("a", "b", "c", "__proto__", "é 1");
const command: fc.Arbitrary<PointsCommand> = fc.oneof(
  fc
    .record({ key, at, points: fc.constantFrom(0, 1, 50), expiresAt: at })
    .map(({ key, points, at, expiresAt }) => earn(key, points, { at, expiresAt })),
  fc.record({ key, at, points: fc.constantFrom(1, 40, 60) }).map(({ key, at, points }) => redeem(key, points, at)),
  at.map((at): PointsCommand => ({ type: "sweep", at })),
);
/** Every third command or so is an earlier one again. */
const repeated = fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 39 }) });
const history = fc
  .array(fc.tuple(command, repeated), { maxLength: 40 })
  .map((drawn) =>
    drawn.map(
      ([command, repeated], index) => drawn[repeated === null ? index : repeated % (index + 1)]?.[0] ?? command,
    ),
  );

const seen = { accepted: 0, replayed: 0, conflicts: 0, short: 0, emptySweeps: 0, expiries: 0, empty: 0, forgotten: 0 };
afterAll(() => {
  for (const [what, count] of Object.entries(seen)) expect(count, `histories with ${what}`).toBeGreaterThan(0);
});

// Each law here was seen to fail on a planted bug: an `evolve` that does not count versions, the stamp on the last event, rules that sort
// the state in place, a batch that starts afresh after three commands, shelves that lose what they join or grow in place,
// and a forgotten horizon that is not asked.
test("law: decisions are pure, states are what their events lead to, repeats replay, and any snapshot plus its tail is the whole", () => {
  fc.assert(fc.property(history, (commands) => void checkDecider(pointsAccount, commands)));
});

test("law: a batch is the same as one command after another", () => {
  fc.assert(
    fc.property(history, (commands) => {
      const batch = decideAll(pointsAccount, commands);
      let state = pointsAccount.initialState();
      const decisions = commands.map((command) => {
        const decision = pointsAccount.decide(command, state);
        if (decision.ok) state = decision.state;
        count(command, decision);
        return decision;
      });
      if (commands.length === 0) seen.empty++;
      expect(batch.decisions).toEqual(decisions);
      expect(batch.state).toEqual(state);
      expect(batch.events).toEqual(decisions.flatMap((decision) => decision.events as unknown[]));
      expect(fold(pointsAccount, batch.events)).toEqual(state);
      expect(state.version).toBe(batch.events.length);
    }),
  );
});

test("law: cutting a batch in two changes nothing", () => {
  fc.assert(
    fc.property(history, fc.nat(40), (commands, cut) => {
      const whole = decideAll(pointsAccount, commands);
      const head = decideAll(pointsAccount, commands.slice(0, cut));
      const tail = decideAll(pointsAccount, commands.slice(cut), head.state);
      expect(tail.state).toEqual(whole.state);
      expect([...head.events, ...tail.events]).toEqual(whole.events);
    }),
  );
});

test("law: delivering every message again, any number of times and in any order, changes nothing", () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (commands, order) => {
      const { state, decisions } = decideAll(pointsAccount, commands);
      const done = commands.filter((command, index) => {
        const decision = decisions[index];
        return command.key !== undefined && decision?.ok && decision.events.length > 0;
      });
      const again = done.flatMap((command) => [command, command]).sort(() => (order.next().value % 3) - 1);
      const repeated = decideAll(pointsAccount, again, state);
      expect(repeated.events).toEqual([]);
      expect(repeated.state).toBe(state);
    }),
  );
});

test("law: writing and reading a snapshot gives the same ledger", () => {
  fc.assert(
    fc.property(history, (commands) => {
      const { state } = decideAll(pointsAccount, commands);
      expect(deserializeLedger(serializeLedger(state, pointsSnapshot), pointsSnapshot)).toEqual(state);
    }),
  );
});

test("law: a ledger that forgot keys never lets a command take effect twice, and answers all others as the whole one", () => {
  fc.assert(
    fc.property(history, command, at, (commands, next, horizon) => {
      const { state } = decideAll(pointsAccount, commands);
      const small = forgetKeys(state, horizon);
      const whole = pointsAccount.decide(next, state);
      const forgetful = pointsAccount.decide(next, small);
      if (!forgetful.ok && forgetful.error.code === "KEY_FORGOTTEN") {
        seen.forgotten++;
        expect(next.at < horizon).toBe(true);
        return;
      }
      // A key that was forgotten and names another, later message is a new key.
      if (!whole.ok && whole.error.code === "IDEMPOTENCY_CONFLICT" && next.at >= horizon) return;
      expect(forgetful.events).toEqual(whole.events);
      expect({ ...forgetful, state: null, events: null }).toEqual({ ...whole, state: null, events: null });
    }),
  );
});

test("law: answers are found among any number of others, and adding one leaves the answers before as they were", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 600 }), (size) => {
      const stamp = (index: number) => ({
        type: "earn",
        key: `${index}`,
        at: instants[0] as string,
        fingerprint: "0".repeat(16),
        outcome: index,
      });
      let answers = noAnswers;
      for (let index = 0; index < size; index++) answers = rememberAnswer(answers, stamp(index));
      const before = JSON.stringify(answers);
      const fork = rememberAnswer(answers, stamp(-1));
      expect(JSON.stringify(answers)).toBe(before);
      expect(recallAnswer(answers, "earn", "-1")).toBeUndefined();
      expect(recallAnswer(fork, "earn", "-1")).toEqual(stamp(-1));
      expect(recallAnswer(fork, "redeem", "-1")).toBeUndefined();
      for (let index = 0; index < size; index++) expect(recallAnswer(fork, "earn", `${index}`)).toEqual(stamp(index));
      expect(answers.shelves.flat().map(({ outcome }) => outcome)).toEqual([...Array(size).keys()]);
      expect(answers.shelves.length).toBeLessThanOrEqual(Math.log2(size + 1));
    }),
    { numRuns: 40 }, // each run looks up to 600 answers up in two memories
  );
});

function count(command: PointsCommand, decision: ReturnType<typeof pointsAccount.decide>): void {
  if (!decision.ok) {
    if (decision.error.code === "IDEMPOTENCY_CONFLICT") seen.conflicts++;
    if (decision.error.code === "INSUFFICIENT_POINTS") seen.short++;
    return;
  }
  seen.accepted++;
  if (decision.replayed) seen.replayed++;
  if (command.type === "sweep") decision.events.length === 0 ? seen.emptySweeps++ : seen.expiries++;
}

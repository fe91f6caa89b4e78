// Points in PostgreSQL against a real server: sixteen writers on one account, some of them killed; nothing lost, nothing doubled.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { fold } from "../../dist/ledger/index.js";
import { checkLoyaltyInvariants, loyaltyDecider, pointsBalance } from "../../dist/loyalty/index.js";
import { commandsOf, program } from "./program.mjs";
import { startServer } from "./server.mjs";
import { appendEvents, execute, keepSnapshot, loadAccount } from "./store.mjs";

const WRITERS = 16;
const EACH = 20;
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const decider = loyaltyDecider(program);
const at = "2026-06-01T00:00:00Z";

const checks = {
  async "sixteen writers on one account, four of them killed between append and snapshot"(db, address) {
    const write = (writer, ...dies) =>
      new Promise((resolve) => {
        const args = [
          here("writer.mjs"),
          JSON.stringify(address),
          "ann",
          String(writer),
          String(EACH),
          ...dies.map(String),
        ];
        spawn(process.execPath, args, { stdio: "inherit" }).once("exit", (code, signal) => resolve(signal ?? code));
      });
    const ends = await Promise.all(
      Array.from({ length: WRITERS }, (_, writer) =>
        writer % 4 === 0 ? write(writer, 5 + ((writer / 4) % 3)) : write(writer),
      ),
    );
    assert.deepEqual(
      ends.map((end) => end === "SIGKILL"),
      Array.from({ length: WRITERS }, (_, writer) => writer % 4 === 0),
    );
    assert.ok(
      ends.every((end) => end === 0 || end === "SIGKILL"),
      `writers ended with ${ends}`,
    );
    // The killed are started again, and send all of their messages again.
    assert.deepEqual(await Promise.all([0, 4, 8, 12].map((writer) => write(writer))), [0, 0, 0, 0]);

    const stored = await db.query(
      "select version, command, key, data from loyalty_event where account = 'ann' order by version",
    );
    assert.deepEqual(
      stored.rows.map(({ version }) => version),
      stored.rows.map((_, index) => index + 1),
      "no gap and no fork",
    );
    const whole = fold(
      decider,
      stored.rows.map(({ data }) => data),
    );
    const { account: kept } = await loadAccount(db, decider, "ann");
    assert.deepEqual(kept, whole, "snapshot and tail give what all events give");
    assert.deepEqual(checkLoyaltyInvariants(whole, at), []);

    const sent = Array.from({ length: WRITERS }, (_, writer) => commandsOf(writer, EACH)).flat();
    const orders = new Set(sent.filter(({ type }) => type === "earn").map(({ key }) => key));
    const earned = stored.rows.filter(({ command }) => command === "earn").map(({ key }) => key);
    assert.deepEqual(new Set(earned), orders, "every order is there");
    assert.equal(earned.length, orders.size, "and once");
    const redeemed = stored.rows.filter(({ command }) => command === "redeem").length;
    assert.equal(pointsBalance(whole, at).available, orders.size * 10 - redeemed * 30);
    return `${stored.rows.length} events by ${WRITERS} writers`;
  },

  async "a repeated message gets its first answer, a changed one is refused"(db) {
    const [command] = commandsOf("ben", 1);
    const first = await execute(db, decider, "ben", command);
    const again = await execute(db, decider, "ben", command);
    assert.deepEqual([again.replayed, again.events, again.outcome], [true, [], first.outcome]);
    const changed = await execute(db, decider, "ben", { ...command, order: { ...command.order, amount: "11.00" } });
    assert.equal(changed.error.code, "IDEMPOTENCY_CONFLICT");
    assert.equal((await loadAccount(db, decider, "ben")).account.version, first.state.version);
  },

  async "events are all appended or none"(db) {
    const { account } = await loadAccount(db, decider, "ben");
    const event = { version: account.version + 1, event: { type: "AccountResumed", v: 1, at } };
    const taken = { ...event, version: account.version };
    assert.equal(await appendEvents(db, "ben", [event, taken]), false);
    assert.equal((await loadAccount(db, decider, "ben")).account.version, account.version);
  },

  async "an older snapshot never takes the place of a newer, and losing one loses nothing"(db) {
    const { account } = await loadAccount(db, decider, "ann");
    await keepSnapshot(db, "ann", account);
    await keepSnapshot(db, "ann", decider.initialState());
    const { rows } = await db.query("select version from loyalty_snapshot where account = 'ann'");
    assert.deepEqual(rows, [{ version: account.version }]);
    await db.query("delete from loyalty_snapshot");
    assert.deepEqual((await loadAccount(db, decider, "ann")).account, account);
  },

  async "a sweep reads the accounts that are due, and no others"(db) {
    for (const account of ["ann", "ben"])
      await keepSnapshot(db, account, (await loadAccount(db, decider, account)).account);
    const due = async (instant) =>
      (
        await db.query("select account from loyalty_snapshot where next_due <= $1 order by account", [instant])
      ).rows.map(({ account }) => account);
    assert.deepEqual(await due("2027-05-31T21:59:59.999Z"), []);
    assert.deepEqual(await due("2027-05-31T22:00:00Z"), ["ann", "ben"]);
    const before = pointsBalance((await loadAccount(db, decider, "ben")).account, "2027-06-01T00:00:00Z").available;
    const swept = await execute(db, decider, "ben", {
      type: "sweep",
      key: "sweep:2027-06-01",
      at: "2027-06-01T00:00:00Z",
    });
    assert.deepEqual([before, swept.outcome.expired], [0, 10]);
    await keepSnapshot(db, "ben", swept.state);
    assert.deepEqual(await due("2027-06-01T00:00:00Z"), ["ann"]);
  },

  async "the guide shows what is tested here"() {
    const guide = readFileSync(here("../../docs/guides/points-in-postgresql.md"), "utf8");
    const shown = readFileSync(here("store.mjs"), "utf8").replaceAll(
      /\.\.\/\.\.\/dist\/(\w+)\/index\.js/g,
      "clientele/$1",
    );
    assert.ok(guide.includes(shown.trim()), "store.mjs stands in the guide as it is");
    assert.ok(
      guide.includes(readFileSync(here("schema.sql"), "utf8").trim()),
      "schema.sql stands in the guide as it is",
    );
  },
};

const { address, stop } = await startServer();
let [passed, failed] = [0, 0];
const db = new pg.Client(address);
try {
  await db.connect();
  await db.query(readFileSync(here("schema.sql"), "utf8"));
  for (const [name, check] of Object.entries(checks)) {
    try {
      const found = await check(db, address);
      passed++;
      console.log(`✓ ${name}${found === undefined ? "" : ` (${found})`}`);
    } catch (error) {
      failed++;
      console.error(`✗ ${name}\n${error.stack}`);
    }
  }
} finally {
  await db.end();
  await stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

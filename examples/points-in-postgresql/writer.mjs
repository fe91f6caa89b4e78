// One writer in a process of its own: node writer.mjs ADDRESS ACCOUNT WRITER COMMANDS [DIES_AFTER]
// With DIES_AFTER it is killed right after that append, before it could keep a snapshot or tell anyone.
import pg from "pg";
import { loyaltyDecider } from "../../dist/loyalty/index.js";
import { commandsOf, program } from "./program.mjs";
import { appendEvents, execute, loadAccount } from "./store.mjs";

const [address, account, writer, each, diesAfter = "-1"] = process.argv.slice(2);
const db = new pg.Client(JSON.parse(address));
await db.connect();
const decider = loyaltyDecider(program);
for (const [index, command] of commandsOf(writer, Number(each)).entries()) {
  if (index === Number(diesAfter)) {
    for (;;) {
      const { account: state } = await loadAccount(db, decider, account);
      const decision = decider.decide(command, state);
      if (!decision.ok || decision.events.length === 0) break;
      if (await appendEvents(db, account, decision.events)) process.kill(process.pid, "SIGKILL");
    }
  }
  await execute(db, decider, account, command);
}
await db.end();

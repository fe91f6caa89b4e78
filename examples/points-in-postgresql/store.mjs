// Accounts of points in PostgreSQL: append events, keep a snapshot, try again where another writer was first.
import { setTimeout as wait } from "node:timers/promises";
import { fold } from "../../dist/ledger/index.js";
import { deserializeAccount, nextDueAt, serializeAccount, upcastLoyaltyEvent } from "../../dist/loyalty/index.js";

const SNAPSHOT_EVERY = 50;
const UNIQUE_VIOLATION = "23505";

/** The account as it stands: its snapshot, and the events since. */
export async function loadAccount(db, decider, account) {
  const snapshot = await db.query("select state from loyalty_snapshot where account = $1", [account]);
  const [kept] = snapshot.rows;
  const from = kept === undefined ? decider.initialState() : deserializeAccount(kept.state);
  const tail = await db.query("select data from loyalty_event where account = $1 and version > $2 order by version", [
    account,
    from.version,
  ]);
  return {
    account: fold(
      decider,
      tail.rows.map(({ data }) => upcastLoyaltyEvent(data)),
      from,
    ),
    behind: tail.rows.length,
  };
}

/** Adds events to the end of an account: all of them in one statement, or none. False where another writer was first. */
export async function appendEvents(db, account, events) {
  const rows = events.map((data) => ({
    version: data.version,
    command: data.command?.type,
    key: data.command?.key,
    data,
  }));
  try {
    await db.query(
      `insert into loyalty_event (account, version, command, key, data)
       select $1, version, command, key, data
       from jsonb_to_recordset($2) as event (version integer, command text, key text, data jsonb)`,
      [account, JSON.stringify(rows)],
    );
    return true;
  } catch (error) {
    if (error.code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

/** Keeps a snapshot; an older one never takes the place of a newer. Losing it loses nothing but time. */
export async function keepSnapshot(db, account, state) {
  await db.query(
    `insert into loyalty_snapshot (account, version, state, next_due) values ($1, $2, $3, $4)
     on conflict (account) do update
     set version = excluded.version, state = excluded.state, next_due = excluded.next_due
     where loyalty_snapshot.version < excluded.version`,
    [account, state.version, serializeAccount(state), nextDueAt(state)],
  );
}

/** Decides a command and stores what happened. Where another writer was first, it reads again and decides anew. */
export async function execute(db, decider, account, command, { attempts = 100 } = {}) {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { account: state, behind } = await loadAccount(db, decider, account);
    const decision = decider.decide(command, state);
    if (!decision.ok || decision.events.length === 0) return decision;
    if (await appendEvents(db, account, decision.events)) {
      if (behind + decision.events.length >= SNAPSHOT_EVERY) await keepSnapshot(db, account, decision.state);
      return decision;
    }
    await wait(Math.random() * 10 * attempt);
  }
  throw new Error(`${account}: other writers were first ${attempts} times`);
}

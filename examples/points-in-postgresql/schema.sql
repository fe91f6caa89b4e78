create table loyalty_event (
  account text not null,
  version integer not null,
  command text, -- the type and key of a command stand on its first event only
  key text,
  data jsonb not null, -- the event as the library gave it
  primary key (account, version)
);
create unique index loyalty_command on loyalty_event (account, command, key) where key is not null;

create table loyalty_snapshot (
  account text primary key,
  version integer not null,
  state text not null, -- what serializeAccount wrote
  next_due timestamptz -- when time does something to the account by itself
);
create index loyalty_due on loyalty_snapshot (next_due) where next_due is not null;

-- The founding ceremony. Everything that counts is on the chain; this keeps the charter and the signatures on their way there.
create table alliance.founding (
  id bigint generated always as identity primary key,
  -- RFC 8785; its SHA-256 is what the founders sign.
  charter text not null,
  charter_hash text not null check (charter_hash ~ '^0x[0-9a-f]{64}$'),
  -- abandoned: another charter took its place before it was founded
  step text not null default 'deploying' check (step in ('deploying', 'signing', 'founded', 'abandoned')),
  governor text,
  registry text,
  record text,
  deploy_transaction text,
  attempts integer not null default 0,
  -- Why it does not go on, until it does.
  problem text,
  started_at timestamptz not null default now(),
  founded_at timestamptz,
  log_offered_at timestamptz
);
-- One at a time, and one alliance.
create unique index founding_present on alliance.founding ((true)) where step <> 'abandoned';

create table alliance.founder (
  founding bigint not null references alliance.founding (id) on delete cascade,
  position integer not null,
  slug text not null,
  member_id text not null,
  key text not null,
  signature text,
  signed_at timestamptz,
  enrol_transaction text,
  attempts integer not null default 0,
  problem text,
  enrolled_at timestamptz,
  primary key (founding, slug)
);
create index founder_waiting on alliance.founder (founding) where enrolled_at is null;

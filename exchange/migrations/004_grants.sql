-- What a provider allows a consumer, as each side keeps it. `terms` is what the chain must show under `id`.
CREATE TABLE exchange.grants (
  participant text NOT NULL,
  id text NOT NULL CHECK (id ~ '^0x[0-9a-f]{64}$'),
  role text NOT NULL CHECK (role IN ('provider', 'consumer')),
  agreement text NOT NULL,
  provider text NOT NULL,
  consumer text NOT NULL,
  provider_slug text NOT NULL,
  consumer_slug text NOT NULL,
  dataset text NOT NULL,
  version integer NOT NULL,
  purpose text NOT NULL,
  items text[] NOT NULL,
  not_before timestamptz NOT NULL,
  not_after timestamptz NOT NULL,
  max_count bigint CHECK (max_count > 0),
  used bigint NOT NULL DEFAULT 0 CHECK (max_count IS NULL OR used <= max_count),
  policy jsonb NOT NULL,
  policy_digest text NOT NULL,
  -- Of the commitments to purpose and columns; never on the chain.
  salt text NOT NULL,
  terms jsonb NOT NULL,
  state text NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'active', 'suspended', 'revoked', 'renounced', 'expired', 'refused')),
  -- What this side wants, in force at once; the chain follows.
  held_here boolean NOT NULL DEFAULT false,
  ended_here text CHECK (ended_here IN ('revoked', 'renounced', 'refused')),
  -- What the chain showed last.
  chain_stage smallint NOT NULL DEFAULT 0,
  chain_holds smallint NOT NULL DEFAULT 0,
  -- Why the chain's terms are not those of the agreement; such a grant never becomes active.
  difference text,
  transaction text,
  reason text,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (participant, id),
  UNIQUE (participant, agreement)
) WITH (fillfactor = 60);
CREATE INDEX grants_by_time ON exchange.grants (participant, created_at DESC, id DESC);
CREATE INDEX grants_open ON exchange.grants (not_after) WHERE state IN ('pending', 'active', 'suspended');
CREATE INDEX grants_by_id ON exchange.grants (id);

-- Every request under a grant, at the provider: the number is taken once, and the limit cannot be passed.
CREATE TABLE exchange.grant_uses (
  participant text NOT NULL,
  grant_id text NOT NULL,
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  case_number text,
  PRIMARY KEY (participant, grant_id, number)
);
CREATE INDEX grant_uses_by_time ON exchange.grant_uses (participant, grant_id, at);

-- Messages of this process's departments to the contract, in the order in which they were decided.
CREATE TABLE exchange.grant_calls (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  participant text NOT NULL,
  grant_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('issue', 'suspend', 'resume', 'revoke', 'renounce')),
  sequence bigint NOT NULL,
  reason text,
  reason_salt text,
  actor text,
  -- The signed call; null until the contract is known.
  contract text,
  data text,
  -- How often it was given to the carrier anew, after a transaction failed for good.
  attempt integer NOT NULL DEFAULT 1,
  -- Steps in a row that came to nothing, such as while the chain did not answer.
  failures integer NOT NULL DEFAULT 0,
  -- 'overtaken': a newer message made it needless.
  -- By which whoever carries it knows it.
  reference text,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'carried', 'done', 'failed', 'overtaken')),
  due_at timestamptz NOT NULL,
  problem text,
  transaction text,
  block_number bigint,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  UNIQUE (participant, grant_id, sequence)
);
CREATE INDEX grant_calls_open ON exchange.grant_calls (due_at) WHERE state IN ('waiting', 'carried');

-- The contract's events as the chain shows them now; blocks that are not safe yet are read again.
CREATE TABLE exchange.grant_events (
  contract text NOT NULL,
  block_number bigint NOT NULL,
  log_index integer NOT NULL,
  block_hash text NOT NULL,
  transaction text NOT NULL,
  grant_id text NOT NULL,
  kind text NOT NULL,
  by_address text NOT NULL,
  sequence bigint NOT NULL,
  reason text,
  terms jsonb,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (contract, block_number, log_index)
);
CREATE INDEX grant_events_by_grant ON exchange.grant_events (grant_id, block_number, log_index);

-- Up to which block the events are read, and from which on they may still change.
CREATE TABLE exchange.grant_progress (
  contract text PRIMARY KEY,
  next_block bigint NOT NULL,
  safe_block bigint NOT NULL
);

-- Every grant on the chain as its events leave it, whoever's it is; for the map.
CREATE TABLE exchange.chain_grants (
  contract text NOT NULL,
  id text NOT NULL,
  provider text NOT NULL,
  consumer text NOT NULL,
  terms jsonb NOT NULL,
  stage smallint NOT NULL,
  holds smallint NOT NULL,
  block_number bigint NOT NULL,
  transaction text NOT NULL,
  PRIMARY KEY (contract, id)
);
CREATE INDEX chain_grants_by_parties ON exchange.chain_grants (contract, provider, consumer);

CREATE TABLE exchange.key_releases (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  participant text NOT NULL,
  grant_id text NOT NULL,
  transfer text NOT NULL,
  consumer text NOT NULL,
  block_number bigint NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX key_releases_by_grant ON exchange.key_releases (participant, grant_id, number);

-- Transfers that the policy monitor suspended and will let go on.
CREATE TABLE exchange.watched_transfers (
  participant text NOT NULL,
  transfer text NOT NULL,
  code text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (participant, transfer)
);

-- On the platform: calls of connectors that run elsewhere, which it carries and pays for.
CREATE TABLE exchange.carried_calls (
  key text PRIMARY KEY,
  participant text NOT NULL,
  transaction_id text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX carried_calls_by_transaction ON exchange.carried_calls (transaction_id);
CREATE INDEX carried_calls_by_time ON exchange.carried_calls (participant, created_at);

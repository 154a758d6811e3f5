CREATE SCHEMA IF NOT EXISTS ledger;

-- Private keys, encrypted under a key derived from the master key with `salt`; the address is bound as associated data.
CREATE TABLE ledger.keys (
  address text PRIMARY KEY CHECK (address ~ '^0x[0-9a-f]{40}$'),
  name text NOT NULL UNIQUE,
  salt bytea NOT NULL,
  iv bytea NOT NULL,
  ciphertext bytea NOT NULL,
  tag bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- A chain is its id and its first block: a network that was set up anew under the same id is another chain.
CREATE TABLE ledger.chains (
  chain text PRIMARY KEY,
  evm_chain_id bigint NOT NULL,
  genesis_hash text NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now()
);

-- One row a signer and chain; its lock orders the allocation of nonces.
CREATE TABLE ledger.lanes (
  chain text NOT NULL REFERENCES ledger.chains,
  signer text NOT NULL REFERENCES ledger.keys,
  PRIMARY KEY (chain, signer)
);

CREATE TABLE ledger.transactions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain text NOT NULL REFERENCES ledger.chains,
  tenant text NOT NULL,
  idempotency_key text NOT NULL,
  request_hash text NOT NULL,
  signer text NOT NULL REFERENCES ledger.keys,
  to_address text,
  data text NOT NULL,
  value numeric(78, 0) NOT NULL,
  state text NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'signed', 'broadcast', 'packed', 'executed', 'confirmed', 'failed')),
  nonce bigint,
  raw text,
  hash text UNIQUE,
  attempts int NOT NULL DEFAULT 0,
  accepted boolean NOT NULL DEFAULT false,
  block_hash text,
  block_number bigint,
  success boolean,
  reason text,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  signed_at timestamptz,
  attempted_at timestamptz,
  broadcast_at timestamptz,
  packed_at timestamptz,
  executed_at timestamptz,
  confirmed_at timestamptz,
  finalized_at timestamptz,
  failed_at timestamptz,
  UNIQUE (chain, tenant, idempotency_key),
  UNIQUE (chain, signer, nonce),
  CHECK (state = 'queued' OR state = 'failed' OR (nonce IS NOT NULL AND raw IS NOT NULL AND hash IS NOT NULL))
);
CREATE INDEX transactions_open ON ledger.transactions (chain, state, id) WHERE state NOT IN ('confirmed', 'failed');

CREATE TABLE ledger.contracts (
  chain text NOT NULL REFERENCES ledger.chains,
  name text NOT NULL,
  address text NOT NULL,
  source_hash text NOT NULL,
  transaction_id bigint NOT NULL REFERENCES ledger.transactions,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain, name)
);

CREATE TABLE ledger.statements (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  subject text NOT NULL,
  -- The bytes of the leaf, canonical JSON; what is proven is exactly this text.
  encoded text NOT NULL,
  log_index bigint UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX statements_subject ON ledger.statements (subject, seq);
CREATE INDEX statements_pending ON ledger.statements (seq) WHERE log_index IS NULL;

-- Apart from the statements, so that a payload and its salt can be erased.
CREATE TABLE ledger.payloads (
  statement_seq bigint PRIMARY KEY REFERENCES ledger.statements,
  salt text NOT NULL,
  content text NOT NULL
);

-- Complete subtrees only: each is written once and never changes; every proof is O(log n) of them.
CREATE TABLE ledger.nodes (
  level smallint NOT NULL,
  index bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (level, index)
);

CREATE TABLE ledger.log_head (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  size bigint NOT NULL,
  root text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- The root of the empty log is SHA-256 of nothing.
INSERT INTO ledger.log_head (size, root)
VALUES (0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');

CREATE TABLE ledger.checkpoints (
  chain text NOT NULL REFERENCES ledger.chains,
  contract text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  root text NOT NULL,
  transaction_id bigint NOT NULL UNIQUE REFERENCES ledger.transactions,
  attempt int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain, contract, size)
);

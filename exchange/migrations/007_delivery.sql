-- Where data come from, and databases that deliveries are put into. Secrets are sealed to the department's own connector.
CREATE TABLE exchange.sources (
  id uuid PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('postgres', 'csv', 'parquet', 'file', 'http')),
  settings jsonb NOT NULL,
  secret text,
  -- Whether deliveries may be written into it.
  writable boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (participant, name)
);

-- The provider's side of a transfer.
CREATE TABLE exchange.deliveries (
  participant text NOT NULL,
  -- Id of the own row of the transfer; the other side knows it as providerPid.
  transfer uuid NOT NULL,
  agreement text NOT NULL,
  dataset text NOT NULL,
  format text NOT NULL,
  consumer_slug text NOT NULL,
  suite text NOT NULL,
  -- The transfer's key, sealed to the own connector; empty when the transfer is over.
  sealed_key text NOT NULL,
  prefix bytea NOT NULL,
  -- prepared: nobody asked yet · making: rows are being sealed into the spool · ready: chunks can be had · ended: the consumer has all
  state text NOT NULL CHECK (state IN ('prepared', 'making', 'ready', 'ended', 'failed')),
  purpose text,
  case_number text,
  opened_at timestamptz,
  -- What was read: columns of rows, or name, size and version of a file.
  content jsonb,
  chunks bigint,
  bytes bigint,
  rows bigint,
  digest text,
  -- How far a push has come at the other side.
  pushed bigint NOT NULL DEFAULT 0,
  problem text,
  -- Set while the transfer is suspended or over: nothing is served.
  stopped text,
  lease_until timestamptz NOT NULL DEFAULT '-infinity',
  attempts int NOT NULL DEFAULT 0,
  PRIMARY KEY (participant, transfer)
);
CREATE INDEX ON exchange.deliveries (state, lease_until) WHERE state IN ('making', 'ready');

-- Every chunk as it was sealed first. A chunk leaves only after its row is durable, and only when it is the same: a nonce
-- never seals two contents.
CREATE TABLE exchange.delivery_chunks (
  participant text NOT NULL,
  transfer uuid NOT NULL,
  number bigint NOT NULL,
  digest bytea NOT NULL,
  -- Of the sealed chunk, and its place in the spool; files have no spool.
  bytes int NOT NULL,
  place bigint,
  PRIMARY KEY (participant, transfer, number)
);

-- The consumer's side.
CREATE TABLE exchange.intakes (
  id uuid PRIMARY KEY,
  participant text NOT NULL,
  -- Id of the own row of the transfer; null until it is requested.
  transfer uuid,
  agreement text NOT NULL,
  format text NOT NULL,
  purpose text NOT NULL,
  case_number text,
  destination jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'suspended', 'finishing', 'done', 'cancelled', 'failed', 'erased')),
  -- The provider's manifest.
  manifest jsonb,
  chunks bigint NOT NULL DEFAULT 0,
  chunks_in_all bigint,
  bytes bigint NOT NULL DEFAULT 0,
  rows bigint,
  -- Of a stream: after which row it goes on.
  after jsonb,
  digest text,
  -- Signed by the provider when it was told the end.
  receipt text,
  problem text,
  -- When somebody first downloaded the file: a copy is outside of the connector.
  handed_out_at timestamptz,
  next_attempt_at timestamptz NOT NULL DEFAULT '-infinity',
  attempts int NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX ON exchange.intakes (participant, transfer) WHERE transfer IS NOT NULL;
CREATE INDEX ON exchange.intakes (next_attempt_at) WHERE state IN ('running', 'finishing');
CREATE INDEX ON exchange.intakes (participant, agreement);
-- Two deliveries never write one file.
CREATE UNIQUE INDEX ON exchange.intakes (participant, (destination ->> 'name'))
  WHERE destination ->> 'kind' = 'file' AND state NOT IN ('cancelled', 'failed', 'erased');

CREATE TABLE exchange.intake_chunks (
  intake uuid NOT NULL REFERENCES exchange.intakes ON DELETE CASCADE,
  number bigint NOT NULL,
  digest bytea NOT NULL,
  PRIMARY KEY (intake, number)
);

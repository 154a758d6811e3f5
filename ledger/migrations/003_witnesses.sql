-- The log's Ed25519 key (signed-note), encrypted as the keys in ledger.keys are. The name is the log's origin.
CREATE TABLE ledger.log_keys (
  name text PRIMARY KEY,
  public_key text NOT NULL CHECK (public_key ~ '^[0-9a-f]{64}$'),
  salt bytea NOT NULL,
  iv bytea NOT NULL,
  ciphertext bytea NOT NULL,
  tag bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- What the log signed, before anybody could see it: at most one root a size, and never taken back. It is published once it
-- has a quorum of witnesses; the log's newest checkpoint is the largest published one.
CREATE TABLE ledger.signed_checkpoints (
  size bigint PRIMARY KEY CHECK (size > 0),
  root text NOT NULL,
  -- With the log's own signature only; the witnesses' lines are in ledger.cosignatures.
  note text NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  published_at timestamptz
);
CREATE INDEX signed_checkpoints_published ON ledger.signed_checkpoints (size) WHERE published_at IS NOT NULL;

-- Proofs look for the earliest checkpoint that holds a statement.
CREATE INDEX checkpoints_size ON ledger.checkpoints (chain, size);

-- Who vouches for the log; a witness that was removed stays for the checkpoints that it cosigned.
CREATE TABLE ledger.witnesses (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  vkeys text[] NOT NULL CHECK (cardinality(vkeys) > 0),
  -- From the key of type 0xff; null where the witness does not sign for the chain.
  address text CHECK (address ~ '^0x[0-9a-f]{40}$'),
  -- Submission prefix of tlog-witness.
  url text NOT NULL,
  added_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  -- Size that it cosigned last, by its own word.
  size bigint NOT NULL DEFAULT 0,
  cosigned_at timestamptz,
  attempted_at timestamptz,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  failures int NOT NULL DEFAULT 0,
  last_error text,
  -- It knows another or a longer history than this database.
  disagrees boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX witnesses_name ON ledger.witnesses (name) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX witnesses_address ON ledger.witnesses (address) WHERE removed_at IS NULL;

CREATE TABLE ledger.witness_policy (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  -- How many witnesses have to cosign; 0: a checkpoint is published with the log's signature alone.
  threshold int NOT NULL CHECK (threshold >= 0),
  changed_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO ledger.witness_policy (threshold) VALUES (0);

CREATE TABLE ledger.cosignatures (
  size bigint NOT NULL REFERENCES ledger.signed_checkpoints,
  witness_id bigint NOT NULL REFERENCES ledger.witnesses,
  -- Verified signature lines, as they stand at the end of the checkpoint.
  lines text NOT NULL,
  -- The one of them that the contract checks, 65 bytes in hexadecimal with 0x.
  anchor_signature text,
  stored_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (size, witness_id)
);

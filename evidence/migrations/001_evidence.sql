CREATE SCHEMA IF NOT EXISTS evidence;

-- What a member wants to know of a record besides its statement, which everybody may read. Only records that have any of it.
CREATE TABLE evidence.records (
  statement_id uuid PRIMARY KEY,
  -- Only where the subject is not made from the digest: such a record is found by its subject.
  digest bytea,
  name text,
  bytes bigint
);
CREATE INDEX records_digest ON evidence.records (digest) WHERE digest IS NOT NULL;

-- The first request under each idempotency key; the statements tell what was answered.
CREATE TABLE evidence.requests (
  member text NOT NULL,
  key text NOT NULL,
  body_hash bytea NOT NULL,
  statement_ids uuid[] NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (member, key)
);

-- Who erased what, when and why. It outlives what was erased.
CREATE TABLE evidence.erasures (
  statement_id uuid PRIMARY KEY,
  member text NOT NULL,
  erased_at timestamptz NOT NULL DEFAULT now(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'key')),
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  actor_member text NOT NULL,
  reason text NOT NULL,
  had_payload boolean NOT NULL
);
CREATE INDEX erasures_member ON evidence.erasures (member, erased_at DESC);

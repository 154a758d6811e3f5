-- Named queries. Their names are one space for everybody (EPCIS 2.0 section 12.8); each belongs to the member that made it.
CREATE TABLE trace.queries (
  name text COLLATE "C" PRIMARY KEY,
  member text NOT NULL,
  -- As it was given; `prefixes` are those of the request that brought it.
  definition jsonb NOT NULL,
  prefixes jsonb NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX queries_by_member ON trace.queries (member);

-- Webhook subscriptions. What is under way to the receiver is the half-open range (cursor, pending_until] of the events'
-- sequence: both move in one statement, so that a push is repeated after a crash and none is left out.
CREATE TABLE trace.subscriptions (
  id uuid PRIMARY KEY,
  query text COLLATE "C" NOT NULL REFERENCES trace.queries (name) ON DELETE CASCADE,
  member text NOT NULL,
  dest text NOT NULL,
  -- Encrypted.
  token bytea,
  -- Null for a stream.
  schedule jsonb,
  report_if_empty boolean NOT NULL,
  epc_format text NOT NULL,
  created_at timestamptz NOT NULL,
  initial_record_time timestamptz NOT NULL,
  min_record_time timestamptz NOT NULL,
  last_notified_at timestamptz,
  cursor bigint NOT NULL,
  -- Events of a scheduled run that is not finished are sent up to here.
  run_until bigint,
  pending_until bigint,
  -- Most events of one push; halved when the receiver cannot take so many.
  batch int NOT NULL,
  next_run_at timestamptz,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_problem text
);
CREATE INDEX subscriptions_by_query ON trace.subscriptions (query, member, created_at, id);
CREATE INDEX subscriptions_by_member ON trace.subscriptions (member);
CREATE INDEX subscriptions_due ON trace.subscriptions (next_attempt_at);

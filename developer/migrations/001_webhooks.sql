CREATE SCHEMA IF NOT EXISTS developer;

-- Where a member wants to be told. The secret that signs is derived from the platform's own and is not stored.
CREATE TABLE developer.webhooks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  member text NOT NULL,
  url text NOT NULL,
  states text[] NOT NULL,
  secret_version int NOT NULL DEFAULT 1,
  rotated_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  paused_at timestamptz,
  pause_reason text,
  deleted_at timestamptz
);
CREATE INDEX webhooks_member ON developer.webhooks (member, created_at DESC, id) WHERE deleted_at IS NULL;

-- How far the events of the lanes have been passed on; it moves in one transaction with the messages made of them.
CREATE TABLE developer.outbox (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  cursor text
);
INSERT INTO developer.outbox DEFAULT VALUES;

-- One message to one webhook. The order of ids is the order of delivery.
CREATE TABLE developer.messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES developer.webhooks,
  event_id text NOT NULL,
  type text NOT NULL,
  -- Exactly the bytes that are signed and sent, the same at every attempt.
  body text NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  last_status int,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  queued_at timestamptz NOT NULL DEFAULT now(),
  delivered_at timestamptz,
  UNIQUE (webhook_id, event_id)
);
CREATE INDEX messages_pending ON developer.messages (webhook_id, id) WHERE state = 'pending';
CREATE INDEX messages_listed ON developer.messages (webhook_id, state, id DESC);

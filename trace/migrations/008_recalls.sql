-- Recalls: what is affected, who has it, and what the holders did.
CREATE TABLE trace.recalls (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  member text NOT NULL,
  things text[] NOT NULL,
  reason text NOT NULL,
  instructions text NOT NULL,
  -- An exercise: everything happens but nothing has to be taken off the shelf.
  mock boolean NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  started_at timestamptz NOT NULL,
  -- How long it took to find what is affected, and over how many events.
  traced_ms int NOT NULL,
  events int NOT NULL,
  -- True when there is more than could be followed.
  truncated boolean NOT NULL,
  -- When the last holder had answered.
  answered_at timestamptz,
  closed_at timestamptz,
  outcome text
);
CREATE INDEX recalls_by_member ON trace.recalls (member, sequence);
CREATE INDEX recalls_open ON trace.recalls (sequence) WHERE state = 'open';

-- One row for a thing with one holder in one place.
CREATE TABLE trace.recall_items (
  recall uuid NOT NULL REFERENCES trace.recalls (id) ON DELETE CASCADE,
  position int NOT NULL,
  thing text COLLATE "C" NOT NULL,
  holder text NOT NULL,
  place text,
  quantity double precision,
  uom text,
  biz_step text,
  first_time timestamptz NOT NULL,
  last_time timestamptz NOT NULL,
  -- The last event that says so: who may not see it sees the holder only.
  event bigint NOT NULL,
  PRIMARY KEY (recall, position)
);
CREATE INDEX recall_items_by_holder ON trace.recall_items (recall, holder, position);
CREATE INDEX recall_items_by_thing ON trace.recall_items (thing);

CREATE TABLE trace.recall_notices (
  recall uuid NOT NULL REFERENCES trace.recalls (id) ON DELETE CASCADE,
  holder text NOT NULL,
  items int NOT NULL,
  notified_at timestamptz NOT NULL,
  seen_at timestamptz,
  answered_at timestamptz,
  answer text CHECK (answer IN ('withdrawn', 'destroyed', 'returned', 'sold', 'notFound')),
  amount text,
  note text,
  PRIMARY KEY (recall, holder)
);
CREATE INDEX recall_notices_by_holder ON trace.recall_notices (holder);

-- Every act with its statement in the evidence log.
CREATE TABLE trace.recall_acts (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recall uuid NOT NULL REFERENCES trace.recalls (id) ON DELETE CASCADE,
  member text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('started', 'answered', 'closed')),
  time timestamptz NOT NULL,
  statement_id text NOT NULL
);
CREATE INDEX recall_acts_by_recall ON trace.recall_acts (recall, sequence);

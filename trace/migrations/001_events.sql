CREATE SCHEMA IF NOT EXISTS trace;

-- @context and document-level extension fields, kept once however many events share them.
CREATE TABLE trace.envelopes (
  digest text PRIMARY KEY,
  content jsonb NOT NULL
);

CREATE TABLE trace.capture_jobs (
  capture_id text PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  member text NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  success boolean NOT NULL,
  error_behaviour text NOT NULL,
  events int NOT NULL,
  duplicates jsonb NOT NULL,
  errors jsonb NOT NULL
);
CREATE INDEX capture_jobs_by_member ON trace.capture_jobs (member, sequence);

-- Every eventID that was ever given to an event, and the hash of the content that it names.
CREATE TABLE trace.event_ids (
  event_id text COLLATE "C" PRIMARY KEY,
  hash text NOT NULL
);
CREATE INDEX event_ids_by_hash ON trace.event_ids (hash);

CREATE TABLE trace.events (
  sequence bigint PRIMARY KEY,
  event_id text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  -- SHA-256 of the errorDeclaration, which the hash leaves out; empty for an event without one.
  declaration text COLLATE "C" NOT NULL,
  capture_id text NOT NULL,
  member text NOT NULL,
  record_time timestamptz NOT NULL,
  type text NOT NULL,
  action text,
  event_time timestamptz NOT NULL,
  event_time_zone_offset text NOT NULL,
  biz_step text,
  disposition text,
  read_point text COLLATE "C",
  biz_location text COLLATE "C",
  transformation_id text,
  envelope text NOT NULL REFERENCES trace.envelopes (digest),
  document jsonb NOT NULL,
  -- RFC 8785 text of the event, exactly what the evidence is about.
  content text NOT NULL,
  statement_id text,
  UNIQUE (hash, declaration)
);
CREATE SEQUENCE trace.event_sequence OWNED BY trace.events.sequence;
CREATE INDEX events_by_event_id ON trace.events (event_id);
CREATE INDEX events_by_time ON trace.events (event_time, sequence);
CREATE INDEX events_by_record_time ON trace.events (record_time, sequence);
CREATE INDEX events_by_step ON trace.events (biz_step, event_time, sequence);
CREATE INDEX events_by_capture ON trace.events (capture_id);
CREATE INDEX events_by_transformation ON trace.events (transformation_id) WHERE transformation_id IS NOT NULL;

-- Which thing takes which part in which event. `level` is 'instance' (an EPC) or 'class' (a quantity of a lot or item).
-- The role 'emptied' marks a container out of which everything was taken.
CREATE TABLE trace.event_things (
  event bigint NOT NULL REFERENCES trace.events (sequence) ON DELETE CASCADE,
  key text COLLATE "C" NOT NULL,
  role text NOT NULL,
  level text NOT NULL,
  quantity double precision,
  uom text,
  event_time timestamptz NOT NULL
);
CREATE INDEX event_things_by_key ON trace.event_things (key, event_time);
CREATE INDEX event_things_by_event ON trace.event_things (event);

-- Serialised items whose lot an event told (ILMD lotNumber, or a Digital Link with both 10 and 21).
CREATE TABLE trace.lot_items (
  lot text COLLATE "C" NOT NULL,
  item text COLLATE "C" NOT NULL,
  PRIMARY KEY (lot, item)
);
CREATE INDEX lot_items_by_item ON trace.lot_items (item);

-- Lots that events mention, for the list of products.
CREATE TABLE trace.lots (
  key text COLLATE "C" PRIMARY KEY,
  first_event bigint NOT NULL
);
CREATE INDEX lots_by_first_event ON trace.lots (first_event);

-- Master data; whoever describes a thing first remains its describer.
CREATE TABLE trace.vocabulary (
  key text COLLATE "C" PRIMARY KEY,
  id text NOT NULL,
  type text NOT NULL,
  member text NOT NULL,
  attributes jsonb NOT NULL,
  children jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);

-- Counts without counting; several slots, so that captures at the same time do not wait for each other.
CREATE TABLE trace.totals (
  slot int PRIMARY KEY,
  events bigint NOT NULL DEFAULT 0,
  captures bigint NOT NULL DEFAULT 0
);
INSERT INTO trace.totals (slot) SELECT generate_series(0, 15);

-- What waits to be examined: all events of a capture, or one event once more.
CREATE TABLE trace.examination_queue (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  capture_id text,
  event bigint,
  CHECK ((capture_id IS NULL) <> (event IS NULL))
);
CREATE INDEX examination_queue_by_event ON trace.examination_queue (event) WHERE event IS NOT NULL;

-- Written with the events themselves, so that none is missed however captures overtake each other.
CREATE FUNCTION trace.queue_examination() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO trace.examination_queue (capture_id) SELECT DISTINCT capture_id FROM stored;
  RETURN NULL;
END $$;
CREATE TRIGGER queue_examination AFTER INSERT ON trace.events
  REFERENCING NEW TABLE AS stored FOR EACH STATEMENT EXECUTE FUNCTION trace.queue_examination();

INSERT INTO trace.examination_queue (capture_id) SELECT DISTINCT capture_id FROM trace.events;

CREATE TABLE trace.findings (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  detector text NOT NULL,
  -- What the doubt is about: an event, a lot, an item, a site and season. One finding a detector and subject.
  subject text COLLATE "C" NOT NULL,
  score double precision NOT NULL CHECK (score >= 0 AND score <= 1),
  severity text NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
  -- [{code, zh, en, values}], the weightiest first.
  reasons jsonb NOT NULL,
  -- Event hashes, things and organisations that are concerned; certifiers that certify them.
  events text[] NOT NULL,
  things text[] NOT NULL,
  members text[] NOT NULL,
  certifiers text[] NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'dismissed')),
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (detector, subject)
);
CREATE INDEX findings_by_state ON trace.findings (state, score DESC, sequence DESC);
CREATE INDEX findings_by_things ON trace.findings USING gin (things);
CREATE INDEX findings_by_members ON trace.findings USING gin (members);

-- What was decided about a finding; by nobody when the platform found that its ground is gone.
CREATE TABLE trace.finding_decisions (
  finding uuid NOT NULL REFERENCES trace.findings (id),
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  state text NOT NULL,
  note text NOT NULL,
  member text,
  person text,
  decided_at timestamptz NOT NULL,
  statement_id text,
  PRIMARY KEY (finding, sequence)
);

-- What came and went, in kilograms where the unit allows: the ground of every mass balance.
CREATE TABLE trace.balance_entries (
  event bigint NOT NULL REFERENCES trace.events (sequence) ON DELETE CASCADE,
  kind text NOT NULL,
  lot text COLLATE "C" NOT NULL,
  member text NOT NULL,
  place text COLLATE "C",
  crop text,
  season int NOT NULL,
  quantity double precision,
  uom text,
  kilograms double precision,
  PRIMARY KEY (event, kind, lot)
);
CREATE INDEX balance_by_lot ON trace.balance_entries (lot);
CREATE INDEX balance_by_member ON trace.balance_entries (member, season);
CREATE INDEX balance_harvests ON trace.balance_entries (place, crop, season) WHERE kind = 'harvest';

-- What a hectare can plausibly bear, of organically grown crops; region '*' where none is named (ISO 3166-2 otherwise).
CREATE TABLE trace.plausible_yields (
  crop text NOT NULL,
  region text NOT NULL,
  typical_kg_per_hectare double precision NOT NULL,
  most_kg_per_hectare double precision NOT NULL CHECK (most_kg_per_hectare >= typical_kg_per_hectare),
  -- The month in which a season begins, so that a harvest around New Year counts as one.
  season_starts_month int NOT NULL DEFAULT 1 CHECK (season_starts_month BETWEEN 1 AND 12),
  PRIMARY KEY (crop, region)
);
INSERT INTO trace.plausible_yields VALUES
  ('kiwifruit', '*', 15000, 24000, 1), ('kiwifruit', 'CN-43', 14000, 22000, 1), ('kiwifruit', 'CN-50', 13000, 21000, 1),
  ('stem-mustard', '*', 30000, 42000, 9), ('stem-mustard', 'CN-50', 32000, 45000, 9),
  ('tea', '*', 2500, 4500, 3), ('tea', 'CN-43', 2200, 4000, 3), ('tea', 'CN-50', 2200, 4000, 3),
  ('rice', '*', 5500, 8000, 1), ('rice', 'CN-43', 5800, 8200, 1), ('rice', 'CN-50', 5600, 8000, 1),
  ('citrus', '*', 18000, 32000, 4), ('citrus', 'CN-43', 18000, 30000, 4), ('citrus', 'CN-50', 18000, 32000, 4),
  ('rapeseed', '*', 1700, 2600, 9), ('sichuan-pepper', '*', 2500, 5000, 1), ('camellia-oil-fruit', '*', 6000, 11000, 1),
  ('lily-bulb', '*', 8000, 15000, 1), ('chilli', '*', 15000, 28000, 1), ('potato', '*', 17000, 30000, 1);

-- The greatest part of the weight of all inputs that can come out of a step; crop '*' where none is named.
CREATE TABLE trace.plausible_ratios (
  step text NOT NULL,
  crop text NOT NULL,
  most_ratio double precision NOT NULL CHECK (most_ratio > 0),
  PRIMARY KEY (step, crop)
);
INSERT INTO trace.plausible_ratios VALUES
  ('*', '*', 1), ('drying', '*', 0.6), ('drying', 'kiwifruit', 0.3), ('drying', 'stem-mustard', 0.75),
  ('drying', 'tea', 0.3), ('drying', 'rice', 0.95), ('milling', 'rice', 0.75), ('pressing', 'rapeseed', 0.45),
  ('pressing', 'camellia-oil-fruit', 0.12), ('salting', 'stem-mustard', 0.9), ('pickling', 'stem-mustard', 0.85);

-- What a connector did and what was asked of it: written with the act itself, then put into the participant's chain, signed
-- and handed to the evidence log a moment later, many at once.
CREATE TABLE exchange.records (
  id uuid PRIMARY KEY,
  place bigint GENERATED ALWAYS AS IDENTITY,
  participant text NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('ok', 'refused', 'failed')),
  counterparty text,
  negotiation text,
  transfer text,
  agreement text,
  application text,
  grant_id text,
  dataset text,
  purpose text,
  bytes bigint,
  row_count bigint,
  -- What may name a person stays out of the signed text: that holds only a digest of it with a salt, so that it can be erased.
  case_number text,
  subjects text[],
  private_salt text,
  detail jsonb NOT NULL,
  -- Texts whose digests the record holds: messages, tokens, agreements, receipts.
  documents jsonb,
  -- Canonical JSON of the record without sequence and previous; gone once `jws` holds it.
  content text,
  sequence bigint,
  digest text,
  jws text,
  UNIQUE (participant, sequence)
);
CREATE INDEX records_waiting ON exchange.records (participant, place) WHERE sequence IS NULL;
CREATE INDEX records_by_time ON exchange.records (participant, at DESC, id DESC);
CREATE INDEX records_by_agreement ON exchange.records (participant, agreement) WHERE agreement IS NOT NULL;
CREATE INDEX records_by_negotiation ON exchange.records (participant, negotiation) WHERE negotiation IS NOT NULL;
CREATE INDEX records_by_transfer ON exchange.records (participant, transfer) WHERE transfer IS NOT NULL;
CREATE INDEX records_by_application ON exchange.records (participant, application) WHERE application IS NOT NULL;
CREATE INDEX records_by_grant ON exchange.records (participant, grant_id, at) WHERE grant_id IS NOT NULL;
CREATE INDEX records_by_subject ON exchange.records USING gin (subjects) WHERE subjects IS NOT NULL;

-- The end of every participant's chain, and up to where the chain of blocks holds it.
CREATE TABLE exchange.record_heads (
  participant text PRIMARY KEY,
  sequence bigint NOT NULL DEFAULT 0,
  digest text,
  anchored bigint NOT NULL DEFAULT 0
);

-- A chained record changes no more, except that what may name a person is erased.
CREATE FUNCTION exchange.keep_records() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  private text[] := ARRAY['case_number', 'subjects', 'private_salt'];
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - private = to_jsonb(OLD) - private
    AND NEW.case_number IS NULL AND NEW.subjects IS NULL AND NEW.private_salt IS NULL
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'record % is part of a chain and stays as it is', OLD.id;
END $$;
CREATE TRIGGER keep_records BEFORE UPDATE OR DELETE ON exchange.records
  FOR EACH ROW WHEN (OLD.sequence IS NOT NULL) EXECUTE FUNCTION exchange.keep_records();

-- Refusals beyond the first ones of a minute are counted here and recorded as one when the minute is over.
CREATE TABLE exchange.refusal_counts (
  participant text NOT NULL,
  source text NOT NULL,
  minute timestamptz NOT NULL,
  count bigint NOT NULL,
  first_detail jsonb NOT NULL,
  PRIMARY KEY (participant, source, minute)
);

-- Records of a standalone connector on their way to the platform's evidence log.
CREATE TABLE exchange.notary_outbox (
  id uuid PRIMARY KEY,
  place bigint GENERATED ALWAYS AS IDENTITY,
  participant text NOT NULL,
  at text NOT NULL,
  digest text NOT NULL,
  received_at timestamptz,
  bundle jsonb
);
CREATE INDEX notary_outbox_waiting ON exchange.notary_outbox (place) WHERE received_at IS NULL;

-- On the platform: the records that standalone connectors handed in, so that a repeated batch states nothing twice.
CREATE TABLE exchange.notarised (
  id uuid PRIMARY KEY,
  member text NOT NULL,
  digest text NOT NULL,
  at text NOT NULL,
  received_at timestamptz NOT NULL
);

CREATE TABLE exchange.anomalies (
  id uuid PRIMARY KEY,
  participant text NOT NULL,
  rule text NOT NULL,
  -- What it was found for: the same thing is found once.
  key text NOT NULL,
  found_at timestamptz NOT NULL,
  at timestamptz NOT NULL,
  facts jsonb NOT NULL,
  records uuid[] NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'explained', 'confirmed')),
  note text,
  judged_by text,
  judged_at timestamptz,
  UNIQUE (participant, rule, key)
);
CREATE INDEX anomalies_by_time ON exchange.anomalies (participant, at DESC, id DESC);

-- How far every participant's records were looked through.
CREATE TABLE exchange.anomaly_progress (
  participant text PRIMARY KEY,
  sequence bigint NOT NULL DEFAULT 0
);

-- Words and places that events use, once each, for the collections of the discovery interface.
-- kind: eventType, bizStep, disposition, bizLocation, readPoint.
CREATE TABLE trace.words (
  kind text NOT NULL,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, value)
);
INSERT INTO trace.words (kind, value)
SELECT DISTINCT w.kind, w.value
FROM trace.events e, LATERAL (VALUES ('eventType', e.type), ('bizStep', e.biz_step), ('disposition', e.disposition),
  ('bizLocation', e.biz_location), ('readPoint', e.read_point)) AS w(kind, value)
WHERE w.value IS NOT NULL;

-- Page tokens that a caller gave back before they ran out; SHA-256 in hexadecimal.
CREATE TABLE trace.given_back_tokens (
  digest text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX given_back_tokens_by_expiry ON trace.given_back_tokens (expires_at);

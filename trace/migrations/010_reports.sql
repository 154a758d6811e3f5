-- Suspicions that consumers reported. Nothing of the person is kept: no name, no address, no network address.
CREATE TABLE trace.reports (
  report_id text PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  thing text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('counterfeit', 'opened', 'spoiled', 'label', 'other')),
  text text NOT NULL,
  reported_at timestamptz NOT NULL
);
CREATE INDEX reports_by_thing ON trace.reports (thing, sequence);

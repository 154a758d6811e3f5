-- Certificates of operators, sites and products. The signed credential is the alliance's; this is what it covers.
CREATE TABLE trace.certificates (
  id uuid PRIMARY KEY,
  -- As events cite it, in canonical form.
  uri text COLLATE "C" NOT NULL UNIQUE,
  credential uuid NOT NULL UNIQUE,
  type text NOT NULL,
  number text NOT NULL,
  standard text NOT NULL,
  -- Slugs of the certifier and of the operator that it is about.
  issuer text NOT NULL,
  operator text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  -- {activities, sites: [{place, crop, areaHectares}], products: [{item, crop}]}
  scope jsonb NOT NULL,
  issued_at timestamptz NOT NULL
);
CREATE INDEX certificates_by_operator ON trace.certificates (operator, issued_at);
CREATE INDEX certificates_by_issued ON trace.certificates (issued_at, id);

-- When a certificate was suspended, reinstated or withdrawn, and from when on that holds.
CREATE TABLE trace.certificate_states (
  certificate uuid NOT NULL REFERENCES trace.certificates (id),
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  state text NOT NULL CHECK (state IN ('valid', 'suspended', 'withdrawn')),
  effective_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (certificate, sequence)
);

-- Which event claims what certificate covers it; `uri` is empty for an organic claim that cites none.
CREATE TABLE trace.organic_claims (
  event bigint NOT NULL REFERENCES trace.events (sequence) ON DELETE CASCADE,
  uri text COLLATE "C" NOT NULL,
  member text NOT NULL,
  PRIMARY KEY (event, uri)
);
CREATE INDEX organic_claims_by_uri ON trace.organic_claims (uri);
CREATE INDEX organic_claims_uncited ON trace.organic_claims (member) WHERE uri = '';

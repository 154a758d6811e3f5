-- Decentralised identifiers (did:web) of members; the alliance's own has no member. A member uses one at a time.
CREATE TABLE alliance.did (
  did text PRIMARY KEY,
  member text REFERENCES alliance.member (slug),
  -- 'hosted': the platform keeps document and keys; 'own': the member does, on its own domain.
  kind text NOT NULL CHECK (kind IN ('hosted', 'own')),
  current boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX did_current ON alliance.did (coalesce(member, '')) WHERE current;

-- Keys of hosted DIDs; the private ones are sealed in ledger.identity_keys. Times are whole seconds, as in proofs.
CREATE TABLE alliance.did_key (
  public_key bytea PRIMARY KEY,
  did text NOT NULL REFERENCES alliance.did,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  -- A key that others may know vouches for nothing, whenever it signed.
  compromised boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX did_key_current ON alliance.did_key (did) WHERE valid_to IS NULL;

-- Every version of a hosted document, with its statement in the evidence log.
CREATE TABLE alliance.did_version (
  did text NOT NULL REFERENCES alliance.did,
  version int NOT NULL,
  document text NOT NULL,
  digest text NOT NULL,
  reason text NOT NULL,
  statement_id uuid NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  PRIMARY KEY (did, version)
);

-- Types of credentials that members define, with the JSON Schema of what they say of their subject.
CREATE TABLE alliance.credential_type (
  name text PRIMARY KEY CHECK (name ~ '^[A-Z][A-Za-z0-9]{2,63}$'),
  member text NOT NULL REFERENCES alliance.member (slug),
  title_zh text NOT NULL,
  title_en text NOT NULL,
  schema text NOT NULL,
  -- Only issuers that the alliance accredited for it may issue it.
  accredited boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A pair of status lists of one issuer: revocation and suspension, with the same places.
CREATE TABLE alliance.status_pair (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  issuer text NOT NULL REFERENCES alliance.did,
  taken int NOT NULL DEFAULT 0,
  open boolean NOT NULL DEFAULT true
);
CREATE UNIQUE INDEX status_pair_open ON alliance.status_pair (issuer) WHERE open;

CREATE TABLE alliance.status_list (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  pair uuid NOT NULL REFERENCES alliance.status_pair,
  purpose text NOT NULL CHECK (purpose IN ('revocation', 'suspension')),
  url text NOT NULL UNIQUE,
  version int NOT NULL,
  -- The newest version, signed in both ways.
  json text NOT NULL,
  jwt text NOT NULL,
  published_at timestamptz NOT NULL,
  UNIQUE (pair, purpose)
);

CREATE TABLE alliance.status_version (
  list uuid NOT NULL REFERENCES alliance.status_list,
  version int NOT NULL,
  digest text NOT NULL,
  statement_id uuid NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (list, version)
);

-- Credentials that were issued here.
CREATE TABLE alliance.credential (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  format text NOT NULL,
  issuer text NOT NULL REFERENCES alliance.did,
  -- Member that issued it; null for the alliance.
  issuer_member text REFERENCES alliance.member (slug),
  subject text NOT NULL,
  subject_member text REFERENCES alliance.member (slug),
  -- What it says of its subject, for lists.
  claims text NOT NULL,
  credential text NOT NULL,
  issued_at timestamptz NOT NULL,
  valid_until timestamptz,
  key bytea NOT NULL REFERENCES alliance.did_key (public_key),
  pair uuid NOT NULL REFERENCES alliance.status_pair,
  place int NOT NULL,
  suspended_at timestamptz,
  revoked_at timestamptz,
  reason text,
  UNIQUE (pair, place)
);
CREATE INDEX credential_issuer ON alliance.credential (issuer_member, issued_at DESC, id DESC);
CREATE INDEX credential_subject ON alliance.credential (subject, type);
CREATE INDEX credential_subject_member ON alliance.credential (subject_member, type);

-- Credentials that a member holds, whoever issued them.
CREATE TABLE alliance.held_credential (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  member text NOT NULL REFERENCES alliance.member (slug),
  type text NOT NULL,
  format text NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  credential text NOT NULL,
  -- SHA-256 of the credential: none is held twice.
  digest bytea NOT NULL,
  valid_until timestamptz,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (member, digest)
);
CREATE INDEX held_credential_member ON alliance.held_credential (member, received_at DESC, id DESC);

-- Challenges that the platform gave for presentations; each counts once.
CREATE TABLE alliance.presentation_challenge (
  challenge text PRIMARY KEY,
  domain text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX presentation_challenge_expiry ON alliance.presentation_challenge (expires_at);

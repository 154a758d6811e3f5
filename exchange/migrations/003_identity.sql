-- Keys of the connectors of this process. The private part is sealed under a secret that is not in the database.
CREATE TABLE exchange.keys (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  participant text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('signing', 'encryption', 'chain', 'pseudonym')),
  -- The did:key, the JSON Web Key or the address; a fingerprint for a key that has no public part.
  public text NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL,
  -- A retired key signs nothing more; what was sealed to it still opens.
  retired_at timestamptz
);
CREATE UNIQUE INDEX keys_present ON exchange.keys (participant, kind) WHERE retired_at IS NULL;

-- Tokens that came once; they are kept until they expired, so that none counts twice.
CREATE TABLE exchange.seen_tokens (
  issuer text NOT NULL,
  jti text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, jti)
);
CREATE INDEX seen_tokens_expired ON exchange.seen_tokens (expires_at);

-- The alliance's registry of connectors; filled on the platform only.
CREATE TABLE exchange.connectors (
  slug text PRIMARY KEY,
  did text NOT NULL UNIQUE,
  address text NOT NULL,
  encryption_key jsonb NOT NULL,
  chain_address text NOT NULL,
  -- Whether the platform itself runs it.
  hosted boolean NOT NULL,
  credential text NOT NULL,
  -- Of a credential that was issued here; null for one that the member signed on its own machine.
  credential_id uuid,
  -- Credentials of former keys and addresses that are still to be revoked.
  stale_credentials uuid[] NOT NULL DEFAULT '{}',
  registered_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  -- What the connector's version document said when it was asked last.
  checked_at timestamptz,
  seen_at timestamptz,
  problem text
);

-- DIDs that a connector had before its keys were rotated: records name them for ever.
CREATE TABLE exchange.former_dids (
  did text PRIMARY KEY,
  slug text NOT NULL REFERENCES exchange.connectors,
  replaced_at timestamptz NOT NULL
);

-- The data authority; one row at most.
CREATE TABLE exchange.authority (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  slug text NOT NULL,
  named_at timestamptz NOT NULL
);

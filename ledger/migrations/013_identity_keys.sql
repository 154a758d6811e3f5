-- Ed25519 keys that members sign credentials with: the seed (RFC 8032), encrypted as other keys are. A DID document names them
-- by their public key.
CREATE TABLE ledger.identity_keys (
  public_key bytea PRIMARY KEY CHECK (length(public_key) = 32),
  tenant text NOT NULL,
  salt bytea NOT NULL,
  iv bytea NOT NULL,
  ciphertext bytea NOT NULL,
  tag bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX identity_keys_tenant ON ledger.identity_keys (tenant);

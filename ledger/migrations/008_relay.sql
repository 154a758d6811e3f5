-- Calls that members signed with keys of their own, and the transactions that carry them.
CREATE TABLE ledger.relays (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  chain text NOT NULL REFERENCES ledger.chains,
  tenant text NOT NULL,
  from_address text NOT NULL,
  to_address text NOT NULL,
  nonce numeric(78, 0) NOT NULL,
  -- EIP-712 digest of the request, by which a repetition is known.
  digest text NOT NULL,
  -- Most that the treasury may pay for it.
  cost_wei numeric(78, 0) NOT NULL,
  transaction_id bigint NOT NULL REFERENCES ledger.transactions,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (chain, digest)
);
CREATE INDEX relays_tenant ON ledger.relays (tenant, created_at DESC, id DESC);
CREATE INDEX relays_from ON ledger.relays (chain, from_address, created_at DESC);

-- What the treasury pays for a member in 24 hours at most, where it is not the default.
CREATE TABLE ledger.relay_caps (
  tenant text PRIMARY KEY,
  cap_wei numeric(78, 0) NOT NULL CHECK (cap_wei >= 0),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- Hierarchical wallets (BIP-32): the seed, encrypted as keys are. Their accounts are rows of ledger.keys.
CREATE TABLE ledger.wallets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant text NOT NULL,
  name text NOT NULL,
  salt bytea NOT NULL,
  iv bytea NOT NULL,
  ciphertext bytea NOT NULL,
  tag bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  archived_at timestamptz,
  UNIQUE (tenant, name)
);

-- 'single': a key of its own; 'derived': an account of a wallet; 'external': a signer elsewhere holds the key, and what is
-- encrypted here is the token that it wants to see. The platform's own keys belong to the tenant 'ledger'.
ALTER TABLE ledger.keys
  ADD COLUMN tenant text NOT NULL DEFAULT 'ledger',
  ADD COLUMN kind text NOT NULL DEFAULT 'single' CHECK (kind IN ('single', 'derived', 'external')),
  ADD COLUMN wallet_id uuid REFERENCES ledger.wallets,
  ADD COLUMN path text,
  ADD COLUMN url text,
  ADD COLUMN identifier text,
  ADD COLUMN archived_at timestamptz,
  ADD CHECK ((kind = 'derived') = (wallet_id IS NOT NULL AND path IS NOT NULL)),
  ADD CHECK ((kind = 'external') = (url IS NOT NULL AND identifier IS NOT NULL)),
  ADD UNIQUE (wallet_id, path),
  DROP CONSTRAINT keys_name_key,
  ADD UNIQUE (tenant, name);

-- Says which master key everything encrypted in this database belongs to: a constant, encrypted under it.
CREATE TABLE ledger.master_key (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  salt bytea NOT NULL,
  iv bytea NOT NULL,
  ciphertext bytea NOT NULL,
  tag bytea NOT NULL,
  generation int NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- Where the next nonce of a signer comes from; moves on in the SQL transaction that stores the signed bytes.
ALTER TABLE ledger.lanes ADD COLUMN next_nonce bigint NOT NULL DEFAULT 0;
INSERT INTO ledger.lanes (chain, signer, next_nonce)
SELECT chain, signer, max(nonce) + 1 FROM ledger.transactions WHERE nonce IS NOT NULL GROUP BY chain, signer
ON CONFLICT (chain, signer) DO UPDATE SET next_nonce = EXCLUDED.next_nonce;

ALTER TABLE ledger.transactions
  DROP CONSTRAINT transactions_state_check,
  DROP CONSTRAINT transactions_check,
  DROP CONSTRAINT transactions_chain_signer_nonce_key,
  -- A network that was set up anew under the same id sees the same bytes again.
  DROP CONSTRAINT transactions_hash_key,
  ADD UNIQUE (hash, chain),
  ADD COLUMN space text NOT NULL DEFAULT 'espace' CHECK (space IN ('espace', 'core')),
  -- Gas that the caller gave; null: it is estimated.
  ADD COLUMN gas_limit bigint CHECK (gas_limit > 0),
  -- Most that gas may cost in all, in wei; null: whatever the chain asks for.
  ADD COLUMN fee_budget numeric(78, 0),
  -- Of the bytes in `raw`: what they are and what they cost at most.
  ADD COLUMN variant text NOT NULL DEFAULT 'original' CHECK (variant IN ('original', 'bump', 'replacement', 'cancellation')),
  ADD COLUMN gas bigint,
  ADD COLUMN max_fee numeric(78, 0),
  ADD COLUMN priority_fee numeric(78, 0),
  -- Of the execution.
  ADD COLUMN gas_used bigint,
  -- Paid for gas, in wei.
  ADD COLUMN fee numeric(78, 0),
  ADD COLUMN contract_address text,
  ADD COLUMN revert_data text,
  -- Counts the changes of the request while it waits, so that nobody signs an old one.
  ADD COLUMN revision int NOT NULL DEFAULT 0,
  -- What the owner asked for while it was on its way and the lane has not done yet.
  ADD COLUMN wish jsonb,
  -- What the lane did about it that nobody asked for.
  ADD COLUMN notes text[] NOT NULL DEFAULT '{}',
  -- Wei that counts against the tenant's cap of that period; first the most it may cost, in the end what it did cost.
  ADD COLUMN reserved numeric(78, 0),
  ADD COLUMN reserved_period timestamptz,
  ADD COLUMN cancelled_at timestamptz,
  ADD CONSTRAINT transactions_state_check
    CHECK (state IN ('queued', 'signed', 'broadcast', 'packed', 'executed', 'confirmed', 'failed', 'cancelled')),
  ADD CONSTRAINT transactions_bytes_check
    CHECK (state IN ('queued', 'failed', 'cancelled') OR (nonce IS NOT NULL AND raw IS NOT NULL AND hash IS NOT NULL));
-- 0 waits, 1 is on its way, 2 is over. Its value changes twice, so that all other changes of a row touch no index.
ALTER TABLE ledger.transactions ADD COLUMN phase smallint GENERATED ALWAYS AS (
  CASE
    WHEN state = 'queued' THEN 0
    WHEN state IN ('signed', 'broadcast', 'packed', 'executed') THEN 1
    WHEN state = 'cancelled' AND nonce IS NOT NULL AND confirmed_at IS NULL THEN 1
    ELSE 2
  END) STORED;
ALTER TABLE ledger.transactions SET (fillfactor = 60);

-- A nonce belongs to one request. One that somebody else used is free again if the chain forgets that use.
CREATE UNIQUE INDEX transactions_nonce ON ledger.transactions (chain, signer, nonce)
  WHERE reason IS DISTINCT FROM 'nonceTaken';
DROP INDEX ledger.transactions_open;
CREATE INDEX transactions_queued ON ledger.transactions (chain, tenant, signer, id) WHERE phase = 0;
CREATE INDEX transactions_flying ON ledger.transactions (chain, signer, nonce) WHERE phase = 1;
CREATE INDEX transactions_wishes ON ledger.transactions (chain, id) WHERE wish IS NOT NULL;
CREATE INDEX transactions_blocks ON ledger.transactions USING brin (block_number);
CREATE INDEX transactions_tenant ON ledger.transactions (tenant, id);

-- Signed bytes of a transaction that others with the same nonce replaced. Either may be executed.
CREATE TABLE ledger.transaction_attempts (
  transaction_id bigint NOT NULL REFERENCES ledger.transactions ON DELETE CASCADE,
  number int NOT NULL,
  variant text NOT NULL,
  raw text NOT NULL,
  hash text NOT NULL,
  gas bigint,
  max_fee numeric(78, 0),
  priority_fee numeric(78, 0),
  signed_at timestamptz,
  PRIMARY KEY (transaction_id, number)
);

-- Every change of state, in the SQL transaction that makes it.
CREATE TABLE ledger.transaction_events (
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  transaction_id bigint NOT NULL,
  tenant text NOT NULL,
  state text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (xid, seq)
);

-- Once a statement: the lanes change hundreds of rows at a time. Rows of a statement are few or many, and a plan
-- made for few would be quadratic for many.
CREATE FUNCTION ledger.record_transaction_events() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO ledger.transaction_events (transaction_id, tenant, state)
    SELECT id, tenant, state FROM changed ORDER BY id;
  ELSE
    INSERT INTO ledger.transaction_events (transaction_id, tenant, state)
    SELECT changed.id, changed.tenant, changed.state FROM changed JOIN before USING (id)
    WHERE changed.state <> before.state ORDER BY changed.id;
  END IF;
  IF FOUND THEN
    PERFORM pg_notify('ledger_transaction_events', '');
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER transactions_inserted AFTER INSERT ON ledger.transactions
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.record_transaction_events();
CREATE TRIGGER transactions_updated AFTER UPDATE ON ledger.transactions
  REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ledger.record_transaction_events();

-- What a tenant may do; a missing row or a null is no limit.
CREATE TABLE ledger.tenant_limits (
  tenant text PRIMARY KEY,
  max_queued int CHECK (max_queued >= 0),
  -- Most wei, values and fees together, in each period.
  cap_wei numeric(78, 0) CHECK (cap_wei >= 0),
  period_seconds int NOT NULL DEFAULT 86400 CHECK (period_seconds > 0),
  -- Most that the gas of one transaction may cost where the request does not say.
  fee_budget_wei numeric(78, 0) NOT NULL DEFAULT 100000000000000000 CHECK (fee_budget_wei > 0),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ledger.tenant_spending (
  tenant text NOT NULL,
  period timestamptz NOT NULL,
  spent_wei numeric(78, 0) NOT NULL,
  PRIMARY KEY (tenant, period)
);

-- Accounts that the treasury keeps above a floor.
CREATE TABLE ledger.funded_accounts (
  chain text NOT NULL REFERENCES ledger.chains,
  address text NOT NULL CHECK (address ~ '^0x[0-9a-f]{40}$'),
  target_wei numeric(78, 0) NOT NULL,
  floor_wei numeric(78, 0) NOT NULL CHECK (floor_wei < target_wei),
  transfers int NOT NULL DEFAULT 0,
  transaction_id bigint REFERENCES ledger.transactions,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain, address)
);

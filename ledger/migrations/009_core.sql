-- What only Core Space transactions have, of the bytes in ledger.transactions.raw. A Core Space is a chain of its own in
-- ledger.chains, whose key begins with 'core:'.
CREATE TABLE ledger.core_transactions (
  transaction_id bigint PRIMARY KEY REFERENCES ledger.transactions ON DELETE CASCADE,
  storage_limit bigint NOT NULL,
  -- The bytes can be packed while the chain is within 100,000 epochs of it; then they are signed again.
  epoch_height bigint NOT NULL,
  -- Null until it is executed.
  gas_sponsored boolean,
  storage_sponsored boolean
);

-- The index of chains: what was executed, epoch by epoch. Spaces are 0 for Core Space and 1 for eSpace.
CREATE SCHEMA chain_index;

-- One row a chain; a network that was set up anew has another first block and is another chain. The row is locked by
-- whoever writes, so that two writers can never mix.
CREATE TABLE chain_index.chains (
  id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain text NOT NULL UNIQUE,
  evm_chain_id bigint NOT NULL,
  core_chain_id bigint,
  genesis_hash bytea NOT NULL,
  -- Every epoch from 0 to this one is in the index; -1 before the first.
  indexed_epoch bigint NOT NULL DEFAULT -1,
  node_epoch bigint,
  both_spaces boolean NOT NULL,
  true_order boolean NOT NULL,
  message text,
  blocks bigint NOT NULL DEFAULT 0,
  off_pivot_blocks bigint NOT NULL DEFAULT 0,
  core_transactions bigint NOT NULL DEFAULT 0,
  espace_transactions bigint NOT NULL DEFAULT 0,
  phantom_transactions bigint NOT NULL DEFAULT 0,
  failed_transactions bigint NOT NULL DEFAULT 0,
  duplicates bigint NOT NULL DEFAULT 0,
  logs bigint NOT NULL DEFAULT 0,
  transfers bigint NOT NULL DEFAULT 0,
  contracts bigint NOT NULL DEFAULT 0,
  accounts bigint NOT NULL DEFAULT 0,
  reorganisations bigint NOT NULL DEFAULT 0,
  reorganised_epochs bigint NOT NULL DEFAULT 0,
  deepest_reorganisation bigint NOT NULL DEFAULT 0,
  reorganised_at timestamptz,
  seen_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz
);

-- What an epoch added to the totals and the statistics, so that a reorganisation can take exactly that away again.
CREATE TABLE chain_index.epochs (
  chain smallint NOT NULL,
  epoch bigint NOT NULL,
  pivot bytea NOT NULL,
  parent bytea NOT NULL,
  time bigint NOT NULL,
  blocks int NOT NULL,
  off_pivot_blocks int NOT NULL,
  core_transactions int NOT NULL,
  espace_transactions int NOT NULL,
  phantom_transactions int NOT NULL,
  failed_transactions int NOT NULL,
  duplicates int NOT NULL,
  logs int NOT NULL,
  transfers int NOT NULL,
  contracts int NOT NULL,
  accounts int NOT NULL,
  gas_used numeric NOT NULL,
  fees numeric NOT NULL,
  PRIMARY KEY (chain, epoch)
);

CREATE TABLE chain_index.blocks (
  chain smallint NOT NULL,
  epoch bigint NOT NULL,
  position int NOT NULL,
  hash bytea NOT NULL,
  height bigint NOT NULL,
  number bigint,
  pivot boolean NOT NULL,
  skipped boolean NOT NULL,
  parent bytea NOT NULL,
  referees bytea[] NOT NULL,
  miner bytea NOT NULL,
  time bigint NOT NULL,
  difficulty numeric NOT NULL,
  adaptive boolean NOT NULL,
  blame bigint NOT NULL,
  gas_limit numeric NOT NULL,
  gas_used numeric,
  size int NOT NULL,
  core_transactions int NOT NULL,
  espace_transactions int NOT NULL,
  pow_quality numeric,
  nonce numeric NOT NULL,
  base_fee numeric,
  transactions_root bytea,
  deferred_state_root bytea,
  deferred_receipts_root bytea,
  deferred_logs_bloom_hash bytea,
  pos_reference bytea,
  custom bytea[] NOT NULL,
  PRIMARY KEY (chain, epoch, position)
);
CREATE INDEX blocks_hash ON chain_index.blocks USING hash (hash);
CREATE INDEX blocks_parent ON chain_index.blocks USING hash (parent);
CREATE INDEX blocks_miner ON chain_index.blocks (chain, miner, epoch, position);

-- The edges from a block to its referees, to be followed against their direction.
CREATE TABLE chain_index.referees (
  chain smallint NOT NULL,
  epoch bigint NOT NULL,
  block bytea NOT NULL,
  referee bytea NOT NULL
);
CREATE INDEX referees_referee ON chain_index.referees USING hash (referee);
CREATE INDEX referees_epoch ON chain_index.referees (chain, epoch);

-- Executed transactions in their true order.
CREATE TABLE chain_index.transactions (
  chain smallint NOT NULL,
  epoch bigint NOT NULL,
  position int NOT NULL,
  hash bytea NOT NULL,
  space smallint NOT NULL,
  ok boolean NOT NULL,
  block bytea NOT NULL,
  sender bytea NOT NULL,
  recipient bytea,
  created bytea,
  input bytea NOT NULL,
  -- What is only read together with the row, and costs far less as one text than as 17 columns: decimals in a row with
  -- spaces between them, `-` where there is none. In order: type, phantom (1 or 0), place in the block, value, nonce,
  -- gas limit, gas used, fee, gas price, max fee, max priority fee, effective gas price, burnt fee, storage limit,
  -- storage collateralized, gas sponsored (1 or 0), storage sponsored (1 or 0).
  details text NOT NULL,
  error text,
  core_hash bytea,
  PRIMARY KEY (chain, epoch, position)
);
CREATE INDEX transactions_hash ON chain_index.transactions USING hash (hash);
CREATE INDEX transactions_sender ON chain_index.transactions (chain, space, sender, epoch, position);
CREATE INDEX transactions_recipient ON chain_index.transactions (chain, space, recipient, epoch, position)
  WHERE recipient IS NOT NULL;
CREATE INDEX transactions_created ON chain_index.transactions (chain, space, created, epoch, position)
  WHERE created IS NOT NULL;
CREATE INDEX transactions_failed ON chain_index.transactions (chain, epoch, position) WHERE NOT ok;
CREATE INDEX transactions_core ON chain_index.transactions (core_hash) WHERE core_hash IS NOT NULL;

-- Copies of transactions that were packed but skipped: executed in an earlier block, or not executable there.
CREATE TABLE chain_index.duplicates (
  chain smallint NOT NULL,
  epoch bigint NOT NULL,
  hash bytea NOT NULL,
  block bytea NOT NULL
);
CREATE INDEX duplicates_epoch ON chain_index.duplicates (chain, epoch);
CREATE INDEX duplicates_hash ON chain_index.duplicates USING hash (hash);

-- Logs as the chain has them; they are decoded when read, with the ABIs known by then.
CREATE TABLE chain_index.logs (
  chain smallint NOT NULL,
  epoch bigint NOT NULL,
  space smallint NOT NULL,
  log_index int NOT NULL,
  position int NOT NULL,
  address bytea NOT NULL,
  topic0 bytea,
  topic1 bytea,
  topic2 bytea,
  topic3 bytea,
  data bytea NOT NULL,
  -- Token transfers that the log tells; they are read out of it. NULL when it tells none.
  token_kind smallint,
  transfers smallint,
  PRIMARY KEY (chain, epoch, space, log_index)
);
CREATE INDEX logs_address ON chain_index.logs (chain, space, address, epoch, log_index);
-- Token transfers are found in the logs themselves: by the token, and by who gave and who got. In ERC-20 and ERC-721 those
-- are the first two indexed parameters, in ERC-1155 they stand behind the operator.
CREATE INDEX logs_token ON chain_index.logs (chain, space, address, epoch, log_index) WHERE token_kind IS NOT NULL;
CREATE INDEX logs_giver ON chain_index.logs (chain, space, topic1, epoch, log_index) WHERE token_kind < 1155;
CREATE INDEX logs_taker ON chain_index.logs (chain, space, topic2, epoch, log_index) WHERE token_kind < 1155;
CREATE INDEX logs_multi_giver ON chain_index.logs (chain, space, topic2, epoch, log_index) WHERE token_kind = 1155;
CREATE INDEX logs_multi_taker ON chain_index.logs (chain, space, topic3, epoch, log_index) WHERE token_kind = 1155;

-- Every address that was seen, with the epoch where it was seen first.
CREATE TABLE chain_index.addresses (
  chain smallint NOT NULL,
  space smallint NOT NULL,
  address bytea NOT NULL,
  epoch bigint NOT NULL,
  PRIMARY KEY (chain, space, address)
);
CREATE INDEX addresses_epoch ON chain_index.addresses (chain, epoch);

-- Contracts: created by a transaction, or known by their logs. What a node says about them is filled in later.
CREATE TABLE chain_index.contracts (
  chain smallint NOT NULL,
  space smallint NOT NULL,
  address bytea NOT NULL,
  epoch bigint NOT NULL,
  creator bytea,
  transaction_hash bytea,
  described_at timestamptz,
  code_hash bytea,
  token_kind smallint,
  token_name text,
  token_symbol text,
  token_decimals int,
  PRIMARY KEY (chain, space, address)
);
CREATE INDEX contracts_epoch ON chain_index.contracts (chain, epoch, space, address);
CREATE INDEX contracts_undescribed ON chain_index.contracts (chain, epoch) WHERE described_at IS NULL;
CREATE INDEX contracts_code ON chain_index.contracts (chain, code_hash);
CREATE INDEX contracts_token_name ON chain_index.contracts (chain, lower(token_name) text_pattern_ops);

-- Source and ABI of contracts whose source compiles to the code on the chain. Contracts with the same code share it.
CREATE TABLE chain_index.verifications (
  chain smallint NOT NULL,
  space smallint NOT NULL,
  address bytea NOT NULL,
  code_hash bytea NOT NULL,
  name text NOT NULL,
  file text NOT NULL,
  compiler text NOT NULL,
  exact boolean NOT NULL,
  settings jsonb NOT NULL,
  sources jsonb NOT NULL,
  abi jsonb NOT NULL,
  verified_by text NOT NULL,
  verified_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain, space, address)
);
CREATE INDEX verifications_code ON chain_index.verifications (chain, code_hash);
CREATE INDEX verifications_name ON chain_index.verifications (chain, lower(name) text_pattern_ops);

-- Sums over time, kept in the same SQL transaction as the epochs: step 60, 3600 or 86400 seconds.
CREATE TABLE chain_index.statistics (
  chain smallint NOT NULL,
  step int NOT NULL,
  time bigint NOT NULL,
  epochs bigint NOT NULL,
  blocks bigint NOT NULL,
  off_pivot_blocks bigint NOT NULL,
  core_transactions bigint NOT NULL,
  espace_transactions bigint NOT NULL,
  phantom_transactions bigint NOT NULL,
  failed_transactions bigint NOT NULL,
  duplicates bigint NOT NULL,
  logs bigint NOT NULL,
  transfers bigint NOT NULL,
  contracts bigint NOT NULL,
  accounts bigint NOT NULL,
  gas_used numeric NOT NULL,
  fees numeric NOT NULL,
  PRIMARY KEY (chain, step, time)
);

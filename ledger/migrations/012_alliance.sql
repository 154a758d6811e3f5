-- To whom the log's contract goes once an alliance is founded; without a row it is the treasury's, and the operator enters
-- the witnesses.
CREATE TABLE ledger.log_hand_overs (
  chain text PRIMARY KEY,
  new_owner text NOT NULL CHECK (new_owner ~ '^0x[0-9a-f]{40}$'),
  requested_at timestamptz NOT NULL DEFAULT now(),
  -- The contract that the new owner is known to have; the contract of a newer source is handed over again.
  contract text,
  done_at timestamptz,
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now()
);

-- What members publish of their witnesses. Which of them vouch is decided by the owner of the contract, by address alone.
CREATE TABLE ledger.witness_profiles (
  address text PRIMARY KEY CHECK (address ~ '^0x[0-9a-f]{40}$'),
  member text NOT NULL,
  name text NOT NULL,
  vkeys text[] NOT NULL CHECK (cardinality(vkeys) > 0),
  url text NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now()
);

-- Null while a witness was elected that has published no profile yet: it counts, but nobody knows where to ask it.
ALTER TABLE ledger.witnesses ALTER url DROP NOT NULL;
ALTER TABLE ledger.witnesses ADD member text;

-- That the genesis account is to be emptied into the treasury, because its key leaves the platform.
CREATE TABLE ledger.genesis_sweeps (
  chain text PRIMARY KEY,
  requested_at timestamptz NOT NULL DEFAULT now(),
  swept_at timestamptz
);

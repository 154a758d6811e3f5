-- Contract negotiations, each side its own row. The state is the one on the wire; inner_state is nobody else's business.
CREATE TABLE exchange.negotiations (
  id uuid PRIMARY KEY,
  participant text NOT NULL,
  role text NOT NULL CHECK (role IN ('provider', 'consumer')),
  initiator text NOT NULL CHECK (initiator IN ('provider', 'consumer')),
  provider_pid text,
  consumer_pid text,
  counterparty_did text NOT NULL,
  counterparty_slug text NOT NULL,
  counterparty_address text NOT NULL,
  state text CHECK (state IN ('REQUESTED', 'OFFERED', 'ACCEPTED', 'AGREED', 'VERIFIED', 'FINALIZED', 'TERMINATED')),
  inner_state text NOT NULL CHECK (inner_state IN ('sending', 'person', 'chain', 'counterparty', 'done')),
  ending jsonb,
  -- A termination that was asked for and is sent as soon as this side may terminate.
  termination jsonb,
  offer jsonb NOT NULL,
  offered_by text NOT NULL CHECK (offered_by IN ('provider', 'consumer')),
  -- Ids of all offers that were on the table: a counter-offer names one of them.
  offer_ids text[] NOT NULL DEFAULT '{}',
  agreement jsonb,
  agreement_id text,
  dataset text NOT NULL,
  purpose text,
  extension jsonb NOT NULL DEFAULT '{}',
  retired_at timestamptz,
  key text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (participant, key)
);
-- The first message of a process is one process, however often it comes.
CREATE UNIQUE INDEX negotiations_requested ON exchange.negotiations (participant, counterparty_slug, counterparty_did, consumer_pid)
  WHERE role = 'provider' AND initiator = 'consumer';
CREATE UNIQUE INDEX negotiations_offered ON exchange.negotiations (participant, counterparty_slug, counterparty_did, provider_pid)
  WHERE role = 'consumer' AND initiator = 'provider';
-- An agreement id is one agreement of each side.
CREATE UNIQUE INDEX negotiations_agreement ON exchange.negotiations (participant, agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX negotiations_list ON exchange.negotiations (participant, created_at DESC, id);
CREATE INDEX negotiations_reuse ON exchange.negotiations (participant, counterparty_slug, dataset)
  WHERE state = 'FINALIZED' AND retired_at IS NULL;
CREATE INDEX negotiations_running ON exchange.negotiations (updated_at) WHERE inner_state <> 'done';

CREATE TABLE exchange.transfers (
  id uuid PRIMARY KEY,
  participant text NOT NULL,
  role text NOT NULL CHECK (role IN ('provider', 'consumer')),
  initiator text NOT NULL DEFAULT 'consumer' CHECK (initiator = 'consumer'),
  provider_pid text,
  consumer_pid text,
  counterparty_did text NOT NULL,
  counterparty_slug text NOT NULL,
  counterparty_address text NOT NULL,
  state text CHECK (state IN ('REQUESTED', 'STARTED', 'SUSPENDED', 'COMPLETED', 'TERMINATED')),
  inner_state text NOT NULL CHECK (inner_state IN ('sending', 'person', 'chain', 'counterparty', 'done')),
  ending jsonb,
  -- A termination that was asked for and is sent as soon as this side may terminate.
  termination jsonb,
  agreement_id text NOT NULL,
  dataset text NOT NULL,
  format text NOT NULL,
  data_address jsonb,
  extension jsonb NOT NULL DEFAULT '{}',
  suspended_by text CHECK (suspended_by IN ('provider', 'consumer')),
  key text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (participant, key)
);
CREATE UNIQUE INDEX transfers_requested ON exchange.transfers (participant, counterparty_slug, counterparty_did, consumer_pid)
  WHERE role = 'provider';
CREATE INDEX transfers_list ON exchange.transfers (participant, created_at DESC, id);
CREATE INDEX transfers_agreement ON exchange.transfers (participant, agreement_id);
CREATE INDEX transfers_running ON exchange.transfers (updated_at) WHERE inner_state <> 'done';

-- Every message that was accepted, and those of ours on their way.
CREATE TABLE exchange.dsp_messages (
  id uuid PRIMARY KEY,
  -- Order within a process.
  seq bigint GENERATED ALWAYS AS IDENTITY,
  participant text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('negotiation', 'transfer')),
  process uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  step text NOT NULL,
  type text NOT NULL,
  -- What the message says besides pids and context; its text is made when it is sent first and stays the same then.
  payload jsonb,
  -- `@id` of a message that came, by which a repeat is known.
  name text,
  body text,
  token text,
  method text NOT NULL DEFAULT 'POST',
  path text,
  status int,
  answer text,
  state text NOT NULL CHECK (state IN ('waiting', 'done', 'refused', 'cancelled', 'gaveUp')),
  attempts int NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  leased_until timestamptz,
  last_error text,
  created_at timestamptz NOT NULL,
  done_at timestamptz
);
CREATE UNIQUE INDEX dsp_messages_repeat ON exchange.dsp_messages (process, name) WHERE direction = 'in' AND name IS NOT NULL;
CREATE INDEX dsp_messages_process ON exchange.dsp_messages (process, seq);
CREATE INDEX dsp_messages_waiting ON exchange.dsp_messages (due_at) WHERE state = 'waiting';

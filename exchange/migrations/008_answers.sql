-- Questions that a steward opens for a dataset. The text of a question never changes; another one is made instead.
CREATE TABLE exchange.questions (
  participant text NOT NULL REFERENCES exchange.participants (slug),
  dataset text NOT NULL,
  id text NOT NULL,
  body jsonb NOT NULL,
  digest text NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (participant, dataset, id)
);

-- Provider: what was answered. The same nonce of the same consumer is the same question and gets the same answer.
CREATE TABLE exchange.answers_given (
  participant text NOT NULL REFERENCES exchange.participants (slug),
  consumer text NOT NULL,
  nonce text NOT NULL,
  request_digest text NOT NULL,
  grant_id text NOT NULL,
  dataset text NOT NULL,
  question text NOT NULL,
  -- Null as long as the question is counted and not yet answered.
  jws text,
  at timestamptz NOT NULL,
  PRIMARY KEY (participant, consumer, nonce)
);

-- Provider: groups that one consumer asked about. A repeated group gets its first answer of the period again, and a group
-- that hardly differs from an earlier one gets none. Lists are kept as keyed digests only.
CREATE TABLE exchange.answer_groups (
  participant text NOT NULL REFERENCES exchange.participants (slug),
  consumer text NOT NULL,
  dataset text NOT NULL,
  question text NOT NULL,
  fingerprint text NOT NULL,
  conditions jsonb,
  members bytea,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (participant, consumer, dataset, question, fingerprint)
);
CREATE INDEX answer_groups_until ON exchange.answer_groups (until);

CREATE TABLE exchange.answer_budgets (
  participant text NOT NULL REFERENCES exchange.participants (slug),
  grant_id text NOT NULL,
  question text NOT NULL,
  day date NOT NULL,
  used integer NOT NULL,
  PRIMARY KEY (participant, grant_id, question, day)
);

-- Consumer: questions asked and their signed answers.
CREATE TABLE exchange.answers_received (
  id uuid PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants (slug),
  transfer text NOT NULL,
  agreement text NOT NULL,
  provider text NOT NULL,
  question text NOT NULL,
  purpose text NOT NULL,
  case_number text,
  parameters jsonb,
  salt text NOT NULL,
  request_digest text NOT NULL,
  state text NOT NULL DEFAULT 'asking' CHECK (state IN ('asking', 'answered', 'refused')),
  answer jsonb,
  jws text,
  refusal text,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz
);
CREATE INDEX answers_received_list ON exchange.answers_received (participant, asked_at DESC, id DESC);
CREATE INDEX answers_received_agreement ON exchange.answers_received (participant, agreement);

-- Consumer: matches of its own set with a provider's. Identifiers are removed when the match is over, but for those in both.
CREATE TABLE exchange.matches (
  id uuid PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants (slug),
  transfer text NOT NULL,
  agreement text NOT NULL,
  provider text NOT NULL,
  question text NOT NULL,
  purpose text NOT NULL,
  case_number text,
  mode text NOT NULL CHECK (mode IN ('size', 'intersection')),
  state text NOT NULL DEFAULT 'preparing'
    CHECK (state IN ('preparing', 'asking', 'waiting', 'computing', 'done', 'failed')),
  own_size integer NOT NULL,
  identifiers jsonb,
  sealed_key text,
  request bytea,
  parts integer,
  confirmation text,
  size integer,
  intersection jsonb,
  problem text,
  started_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX matches_list ON exchange.matches (participant, started_at DESC, id DESC);

-- Provider: its side of a match. The key lives for one match only; the consumer's message is kept until the answer is made.
CREATE TABLE exchange.match_sessions (
  participant text NOT NULL REFERENCES exchange.participants (slug),
  consumer text NOT NULL,
  id uuid NOT NULL,
  consumer_did text NOT NULL,
  transfer text NOT NULL,
  agreement text NOT NULL,
  grant_id text NOT NULL,
  dataset text NOT NULL,
  dataset_version integer NOT NULL,
  question text NOT NULL,
  purpose text NOT NULL,
  case_number text,
  mode text NOT NULL CHECK (mode IN ('size', 'intersection')),
  request_digest text NOT NULL,
  client_size integer NOT NULL,
  request bytea,
  parts integer,
  own_size integer,
  jws text,
  state text NOT NULL DEFAULT 'preparing' CHECK (state IN ('preparing', 'ready', 'failed')),
  problem text,
  at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (participant, consumer, id)
);
CREATE INDEX match_sessions_until ON exchange.match_sessions (until);

-- The long message of a match in parts, on either side: what a provider serves and what a consumer fetched so far.
CREATE TABLE exchange.match_parts (
  participant text NOT NULL REFERENCES exchange.participants (slug),
  side text NOT NULL CHECK (side IN ('provider', 'consumer')),
  counterparty text NOT NULL,
  match uuid NOT NULL,
  part integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (participant, side, counterparty, match, part)
);

-- The obligation to delete at the end of a grant, one row on either side.
CREATE TABLE exchange.deletion_duties (
  id uuid PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants (slug),
  role text NOT NULL CHECK (role IN ('provider', 'consumer')),
  grant_id text NOT NULL,
  agreement text NOT NULL,
  dataset text NOT NULL,
  provider text NOT NULL,
  consumer text NOT NULL,
  why text NOT NULL CHECK (why IN ('expired', 'revoked', 'renounced')),
  ended_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'waiting', 'signed', 'received')),
  deleted jsonb,
  deleted_at timestamptz,
  -- Null until it was looked; things are listed before they are deleted.
  handed_out boolean,
  statement jsonb,
  jws text,
  acknowledgement text,
  escalation integer NOT NULL DEFAULT 0,
  attempts integer NOT NULL DEFAULT 0,
  problem text,
  next_at timestamptz NOT NULL,
  UNIQUE (participant, role, grant_id)
);
CREATE INDEX deletion_duties_open ON exchange.deletion_duties (next_at) WHERE state <> 'received';
CREATE INDEX deletion_duties_list ON exchange.deletion_duties (participant, due_at DESC, id DESC);

-- Uses of data about persons, as the department that holds the data records them.
CREATE TABLE exchange.citizen_uses (
  id uuid PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants (slug),
  consumer text NOT NULL,
  consumer_name jsonb NOT NULL,
  dataset text NOT NULL,
  dataset_title jsonb NOT NULL,
  kind text NOT NULL CHECK (kind IN ('delivery', 'answer', 'match')),
  items jsonb NOT NULL,
  question jsonb,
  grant_id text NOT NULL,
  agreement text NOT NULL,
  transfer text NOT NULL,
  purpose text NOT NULL,
  case_number text,
  at timestamptz NOT NULL
);
CREATE INDEX citizen_uses_at ON exchange.citizen_uses (at);
CREATE TABLE exchange.citizen_use_subjects (
  participant text NOT NULL,
  pseudonym bytea NOT NULL,
  at timestamptz NOT NULL,
  use_id uuid NOT NULL REFERENCES exchange.citizen_uses (id) ON DELETE CASCADE,
  PRIMARY KEY (participant, pseudonym, at, use_id)
);
CREATE INDEX citizen_use_subjects_use ON exchange.citizen_use_subjects (use_id);

CREATE TABLE exchange.citizen_codes (
  id uuid PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants (slug),
  pseudonym bytea NOT NULL,
  code_digest bytea NOT NULL,
  officer text NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  spent_at timestamptz
);
CREATE INDEX citizen_codes_open ON exchange.citizen_codes (participant, pseudonym) WHERE spent_at IS NULL;
CREATE INDEX citizen_codes_expiry ON exchange.citizen_codes (expires_at);
CREATE TABLE exchange.citizen_sessions (
  token_digest bytea PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants (slug),
  pseudonym bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE TABLE exchange.citizen_lookups (
  id uuid PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants (slug),
  pseudonym bytea NOT NULL,
  by text NOT NULL CHECK (by IN ('person', 'officer')),
  officer text,
  at timestamptz NOT NULL
);
CREATE INDEX citizen_lookups_of ON exchange.citizen_lookups (participant, pseudonym, at DESC);
-- Counts of attempts in a window, for codes, sessions and lookups.
CREATE TABLE exchange.citizen_attempts (
  participant text NOT NULL,
  what text NOT NULL,
  whom bytea NOT NULL,
  window_start timestamptz NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (participant, what, whom, window_start)
);
CREATE TABLE exchange.citizen_objections (
  id uuid PRIMARY KEY,
  participant text NOT NULL REFERENCES exchange.participants (slug),
  use_id uuid NOT NULL REFERENCES exchange.citizen_uses (id) ON DELETE CASCADE,
  pseudonym bytea NOT NULL,
  words text NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'upheld', 'rejected')),
  answer text,
  officer text,
  made_at timestamptz NOT NULL,
  answered_at timestamptz,
  UNIQUE (use_id, pseudonym)
);
CREATE INDEX citizen_objections_inbox ON exchange.citizen_objections (participant, made_at DESC, id DESC);

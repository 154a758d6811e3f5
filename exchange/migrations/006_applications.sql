-- Matters (事项) that a department handles: the purposes for which it asks.
CREATE TABLE exchange.matters (
  participant text NOT NULL,
  code text NOT NULL,
  name jsonb NOT NULL,
  legal_basis text NOT NULL,
  needs jsonb NOT NULL DEFAULT '[]',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (participant, code)
);

-- A provider's standing word: a matter of a department gets these items without anybody deciding.
CREATE TABLE exchange.standing_rules (
  id uuid PRIMARY KEY,
  participant text NOT NULL,
  matter text NOT NULL,
  consumer text NOT NULL,
  dataset text NOT NULL,
  items jsonb NOT NULL,
  ways jsonb NOT NULL,
  per_day integer NOT NULL CHECK (per_day > 0),
  longest_days integer NOT NULL CHECK (longest_days > 0),
  until timestamptz,
  enabled boolean NOT NULL DEFAULT true,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE INDEX standing_rules_lookup ON exchange.standing_rules (participant, dataset, consumer, matter) WHERE enabled;

-- Days on which a department works or not, whatever the official calendar says.
CREATE TABLE exchange.calendar_days (
  participant text NOT NULL,
  day date NOT NULL,
  working boolean NOT NULL,
  name jsonb NOT NULL,
  PRIMARY KEY (participant, day)
);

CREATE TABLE exchange.asking_settings (
  participant text PRIMARY KEY,
  settings jsonb NOT NULL
);

-- Applications as each side keeps them; the consumer's id names the application on both sides.
CREATE TABLE exchange.applications (
  participant text NOT NULL,
  id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('provider', 'consumer')),
  counterparty_did text NOT NULL,
  counterparty_slug text NOT NULL,
  negotiation uuid,
  dataset text NOT NULL,
  dataset_title jsonb,
  dataset_version integer,
  offer text NOT NULL,
  -- The catalogue's policy of the offer when it was asked for.
  offer_policy jsonb NOT NULL,
  form jsonb NOT NULL,
  state text NOT NULL CHECK (state IN
    ('inReview', 'returned', 'narrowed', 'approved', 'granted', 'refused', 'disputed', 'arbitrated', 'withdrawn')),
  -- The running clock; due_at stays while paused_days says how many working days are left of a paused one.
  stage text CHECK (stage IN ('firstCheck', 'answer', 'provision', 'review', 'ruling')),
  limit_days integer,
  due_at timestamptz,
  paused_days integer,
  -- When somebody is told next that it is overdue.
  escalate_at timestamptz,
  escalated smallint NOT NULL DEFAULT 0,
  returns smallint NOT NULL DEFAULT 0,
  note text,
  terms jsonb,
  decision jsonb,
  agreement text,
  review text CHECK (review IN ('justified', 'misuse')),
  rule uuid,
  ruling text,
  key text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (participant, id),
  UNIQUE (participant, negotiation),
  UNIQUE (participant, key)
);
CREATE INDEX applications_list ON exchange.applications (participant, role, id);
CREATE INDEX applications_due ON exchange.applications (escalate_at) WHERE stage IS NOT NULL AND paused_days IS NULL;
CREATE INDEX applications_rule ON exchange.applications (rule) WHERE rule IS NOT NULL;
CREATE INDEX applications_dataset ON exchange.applications (participant, dataset, counterparty_slug);
-- A ruling is carried out once.
CREATE UNIQUE INDEX applications_ruling ON exchange.applications (participant, ruling) WHERE ruling IS NOT NULL;

CREATE TABLE exchange.application_steps (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  participant text NOT NULL,
  application uuid NOT NULL,
  at timestamptz NOT NULL,
  step text NOT NULL,
  actor text,
  words jsonb NOT NULL,
  record text
);
CREATE INDEX application_steps_list ON exchange.application_steps (participant, application, number);

-- Departments that misused an emergency, at the provider whose data it was.
CREATE TABLE exchange.emergency_bars (
  participant text NOT NULL,
  consumer text NOT NULL,
  application uuid NOT NULL,
  since timestamptz NOT NULL,
  lifted_at timestamptz,
  PRIMARY KEY (participant, application)
);
CREATE INDEX emergency_bars_open ON exchange.emergency_bars (participant, consumer) WHERE lifted_at IS NULL;

-- What was laid before the data authority.
CREATE TABLE exchange.disputes (
  participant text NOT NULL,
  id uuid NOT NULL,
  application uuid NOT NULL,
  provider_did text NOT NULL,
  provider_slug text NOT NULL,
  consumer_did text NOT NULL,
  consumer_slug text NOT NULL,
  dataset text NOT NULL,
  form jsonb NOT NULL,
  refusal jsonb NOT NULL,
  reason text NOT NULL,
  limit_days integer NOT NULL,
  due_at timestamptz NOT NULL,
  ruling jsonb,
  created_at timestamptz NOT NULL,
  ruled_at timestamptz,
  PRIMARY KEY (participant, id),
  UNIQUE (participant, application)
);

-- Signed notices between connectors about applications: disputes, rulings, overdue stages, misuse.
CREATE TABLE exchange.notices (
  participant text NOT NULL,
  id uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  kind text NOT NULL CHECK (kind IN ('dispute', 'ruling', 'overdue', 'misuse')),
  counterparty text NOT NULL,
  application uuid NOT NULL,
  content jsonb NOT NULL,
  signed text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'done', 'refused')),
  problem text,
  created_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (participant, direction, id)
);
CREATE INDEX notices_list ON exchange.notices (participant, direction, created_at DESC, id);

-- The catalogue: duty → dataset → table. Texts that are shown are {"zh": …, "en": …}.
CREATE TABLE exchange.catalogue_duties (
  participant text NOT NULL,
  code text NOT NULL,
  title jsonb NOT NULL,
  legal_basis text NOT NULL,
  PRIMARY KEY (participant, code)
);

-- A dataset with what its stewards write now. `version` is the one in force, 0 before the first; what was published is in
-- dataset_versions and never changes.
CREATE TABLE exchange.datasets (
  id uuid PRIMARY KEY,
  participant text NOT NULL,
  state text NOT NULL CHECK (state IN ('created', 'inReview', 'published', 'changing', 'withdrawn')),
  version integer NOT NULL DEFAULT 0,
  revision integer NOT NULL DEFAULT 1,
  draft jsonb NOT NULL,
  -- Who wrote last, and everybody who wrote since the version in force: none of them reviews.
  author jsonb NOT NULL,
  authors text[] NOT NULL,
  returned text,
  words tsvector NOT NULL,
  -- Crontab in UTC of the measurements, and when the next one is due.
  measuring text,
  measure_next timestamptz,
  quality jsonb,
  freshness jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX datasets_participant ON exchange.datasets (participant, id);
CREATE INDEX datasets_words ON exchange.datasets USING gin (words);
CREATE INDEX datasets_due ON exchange.datasets (measure_next) WHERE measure_next IS NOT NULL;

CREATE TABLE exchange.dataset_versions (
  dataset uuid NOT NULL REFERENCES exchange.datasets (id),
  version integer NOT NULL,
  participant text NOT NULL,
  content jsonb NOT NULL,
  digest text NOT NULL,
  words tsvector NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (dataset, version)
);
CREATE INDEX dataset_versions_words ON exchange.dataset_versions USING gin (words);

-- Steps of the life cycle; `record` is the audit's.
CREATE TABLE exchange.dataset_steps (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset uuid NOT NULL,
  participant text NOT NULL,
  step text NOT NULL,
  at timestamptz NOT NULL,
  actor jsonb NOT NULL,
  version integer NOT NULL,
  note text,
  record text NOT NULL
);
CREATE INDEX dataset_steps_dataset ON exchange.dataset_steps (dataset, id);

-- What the real source showed; a look that failed has a problem instead.
CREATE TABLE exchange.dataset_measurements (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset uuid NOT NULL REFERENCES exchange.datasets (id),
  participant text NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  quality jsonb,
  freshness jsonb,
  problem text
);
CREATE INDEX dataset_measurements_dataset ON exchange.dataset_measurements (dataset, id);

-- Who wants to know of changes: a person, or a department as a whole (person is null).
CREATE TABLE exchange.catalogue_subscriptions (
  id uuid PRIMARY KEY,
  participant text NOT NULL,
  subscriber text NOT NULL,
  subscriber_did text,
  person text,
  dataset uuid REFERENCES exchange.datasets (id) ON DELETE CASCADE,
  webhook text,
  created_at timestamptz NOT NULL
);
CREATE INDEX catalogue_subscriptions_participant ON exchange.catalogue_subscriptions (participant);
CREATE INDEX catalogue_subscriptions_subscriber ON exchange.catalogue_subscriptions (subscriber, person);

CREATE TABLE exchange.catalogue_news (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message uuid NOT NULL,
  subscription uuid NOT NULL REFERENCES exchange.catalogue_subscriptions (id) ON DELETE CASCADE,
  participant text NOT NULL,
  dataset uuid NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  title jsonb NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  -- Of the webhook, where the subscription has one: null when nothing is to be sent (any more).
  send_next timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  problem text
);
CREATE INDEX catalogue_news_subscription ON exchange.catalogue_news (subscription, id);
CREATE INDEX catalogue_news_due ON exchange.catalogue_news (send_next) WHERE send_next IS NOT NULL;

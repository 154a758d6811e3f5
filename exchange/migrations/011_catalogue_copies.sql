-- What catalogues elsewhere showed to a department of this process. What is shown depends on who asks, so that every row is the
-- copy of one asker (participant) and nobody else's.

-- When a department last searched all catalogues: copies are kept fresh for those who look at them.
CREATE TABLE exchange.catalogue_askers (
  participant text PRIMARY KEY,
  asked_at timestamptz NOT NULL
);

CREATE TABLE exchange.catalogue_copies (
  participant text NOT NULL,
  department text NOT NULL,
  -- As the registry says; when either changes the copy is read again from the start.
  did text NOT NULL,
  address text NOT NULL,
  -- Where a reading that was broken off goes on: {"page": 2, "next": "https://…"}.
  cursor jsonb,
  -- The last whole reading, and the last failure since: {"code": …, "words": {"zh": …, "en": …}}.
  read_at timestamptz,
  failed_at timestamptz,
  failures integer NOT NULL DEFAULT 0,
  problem jsonb,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (participant, department)
);
CREATE INDEX catalogue_copies_due ON exchange.catalogue_copies (due_at);

-- A page as it was read: with the same digest nothing of it is written again.
CREATE TABLE exchange.catalogue_pages (
  participant text NOT NULL,
  department text NOT NULL,
  page integer NOT NULL,
  digest text NOT NULL,
  ids text[] NOT NULL,
  PRIMARY KEY (participant, department, page),
  FOREIGN KEY (participant, department) REFERENCES exchange.catalogue_copies ON DELETE CASCADE
);

-- A dataset of a copy: `entry` as it is shown, `content` and `freshness` as datasets here are filtered by.
CREATE TABLE exchange.catalogue_entries (
  participant text NOT NULL,
  department text NOT NULL,
  id text NOT NULL,
  entry jsonb NOT NULL,
  content jsonb NOT NULL,
  freshness jsonb,
  words tsvector NOT NULL,
  PRIMARY KEY (participant, department, id),
  FOREIGN KEY (participant, department) REFERENCES exchange.catalogue_copies ON DELETE CASCADE
);
CREATE INDEX catalogue_entries_words ON exchange.catalogue_entries USING gin (words);

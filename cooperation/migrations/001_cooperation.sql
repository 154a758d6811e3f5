CREATE SCHEMA IF NOT EXISTS cooperation;

-- Texts that are shown are {"zh": …, "en": …}; one of the two may be empty. `search` holds the words of a text as the room cuts
-- them (Chinese in pairs of characters), so that no extension of the database is needed.

-- The first day of the platform's cooperation; the goals count from it while no alliance is founded.
CREATE TABLE cooperation.beginning (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  first_day date NOT NULL DEFAULT current_date
);
INSERT INTO cooperation.beginning DEFAULT VALUES;

-- What a member says of itself in the directory. `contact` is for people who are signed in.
CREATE TABLE cooperation.profiles (
  member text PRIMARY KEY,
  summary jsonb NOT NULL,
  about jsonb NOT NULL,
  offers jsonb NOT NULL,
  seeks jsonb NOT NULL,
  tags text[] NOT NULL,
  website text NOT NULL,
  place jsonb NOT NULL,
  contact text NOT NULL,
  search tsvector NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX profiles_search ON cooperation.profiles USING gin (search);

CREATE TABLE cooperation.announcements (
  id uuid PRIMARY KEY,
  member text NOT NULL,
  author text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('public', 'members')),
  title jsonb NOT NULL,
  body jsonb NOT NULL,
  pinned boolean NOT NULL,
  search tsvector NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  withdrawn_at timestamptz
);
CREATE INDEX announcements_listed ON cooperation.announcements (pinned DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX announcements_member ON cooperation.announcements (member, pinned DESC, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX announcements_search ON cooperation.announcements USING gin (search);

CREATE TABLE cooperation.groups (
  id uuid PRIMARY KEY,
  -- The member whose person founded it.
  member text NOT NULL,
  name jsonb NOT NULL,
  summary jsonb NOT NULL,
  joining text NOT NULL CHECK (joining IN ('open', 'request')),
  search tsvector NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz
);
CREATE INDEX groups_search ON cooperation.groups USING gin (search);

-- The people of a group, each for its organisation at that time.
CREATE TABLE cooperation.group_people (
  group_id uuid NOT NULL REFERENCES cooperation.groups,
  person text NOT NULL,
  name text NOT NULL,
  member text NOT NULL,
  role text NOT NULL CHECK (role IN ('chair', 'member')),
  state text NOT NULL CHECK (state IN ('requested', 'active')),
  message text NOT NULL DEFAULT '',
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (group_id, person)
);
CREATE INDEX group_people_person ON cooperation.group_people (person, group_id);
CREATE INDEX group_people_member ON cooperation.group_people (member, group_id) WHERE state = 'active';
CREATE INDEX group_people_listed ON cooperation.group_people (group_id, state DESC, role, person);

CREATE TABLE cooperation.documents (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL REFERENCES cooperation.groups,
  title text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz
);
CREATE INDEX documents_listed ON cooperation.documents (group_id, id DESC) WHERE removed_at IS NULL;

-- `statement_id`: the version's digest in the evidence log.
CREATE TABLE cooperation.document_versions (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES cooperation.documents,
  number int NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  digest bytea NOT NULL,
  member text NOT NULL,
  author text NOT NULL,
  author_name text NOT NULL,
  statement_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (document_id, number)
);
-- The content in pieces, so that a reader never holds all of it in memory.
CREATE TABLE cooperation.document_pieces (
  version_id uuid NOT NULL REFERENCES cooperation.document_versions ON DELETE CASCADE,
  place int NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (version_id, place)
);

-- A discussion, or the minutes of a meeting, which is then the first post.
CREATE TABLE cooperation.threads (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL REFERENCES cooperation.groups,
  kind text NOT NULL CHECK (kind IN ('discussion', 'minutes')),
  title text NOT NULL,
  met_on date,
  created_by text NOT NULL,
  created_by_name text NOT NULL,
  member text NOT NULL,
  posts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_post_at timestamptz NOT NULL DEFAULT now(),
  statement_id uuid
);
CREATE INDEX threads_listed ON cooperation.threads (group_id, kind, id DESC);

CREATE TABLE cooperation.posts (
  id uuid PRIMARY KEY,
  thread_id uuid NOT NULL REFERENCES cooperation.threads,
  member text NOT NULL,
  author text NOT NULL,
  author_name text NOT NULL,
  body text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz
);
CREATE INDEX posts_listed ON cooperation.posts (thread_id, id);

-- A call for cooperation. An open one is over by itself at its deadline.
CREATE TABLE cooperation.calls (
  id uuid PRIMARY KEY,
  member text NOT NULL,
  author text NOT NULL,
  title jsonb NOT NULL,
  body jsonb NOT NULL,
  deadline timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'closed', 'decided', 'finished')),
  decision jsonb,
  outcome jsonb,
  search tsvector NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  decided_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX calls_member ON cooperation.calls (member, id DESC);
CREATE INDEX calls_search ON cooperation.calls USING gin (search);

-- One application of an organisation to a call; `statement_id` proves when it was handed in, without saying for what.
CREATE TABLE cooperation.applications (
  id uuid PRIMARY KEY,
  call_id uuid NOT NULL REFERENCES cooperation.calls,
  member text NOT NULL,
  author text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  statement_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  result text CHECK (result IN ('accepted', 'declined')),
  reason text NOT NULL DEFAULT '',
  UNIQUE (call_id, member)
);
CREATE INDEX applications_member ON cooperation.applications (member, id DESC);

-- An achievement as its present version says, with what other organisations said of that version. The counts are taken from the
-- judgements in every transaction that changes these.
CREATE TABLE cooperation.achievements (
  id uuid PRIMARY KEY,
  member text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('application', 'standard', 'patent', 'output')),
  version int NOT NULL,
  title jsonb NOT NULL,
  -- The day that it counts for.
  achieved_on date NOT NULL,
  -- Months since the year 0, for the sums by month.
  month int NOT NULL GENERATED ALWAYS AS (
    (extract(year FROM achieved_on) * 12 + extract(month FROM achieved_on) - 1)::int) STORED,
  -- Output value in fen (a hundredth of a yuan); 0 for the other kinds.
  amount_fen numeric(20, 0) NOT NULL,
  confirmations int NOT NULL DEFAULT 0,
  disputes int NOT NULL DEFAULT 0,
  state text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN disputes > 0 THEN 'disputed' WHEN confirmations > 0 THEN 'confirmed' ELSE 'claimed' END) STORED,
  search tsvector NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  withdrawn_reason text
);
CREATE INDEX achievements_listed ON cooperation.achievements (id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX achievements_by_kind ON cooperation.achievements (kind, state, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX achievements_by_state ON cooperation.achievements (state, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX achievements_by_member ON cooperation.achievements (member, id DESC) WHERE withdrawn_at IS NULL;
CREATE INDEX achievements_counted ON cooperation.achievements (achieved_on) INCLUDE (kind, month, confirmations, disputes, amount_fen)
  WHERE withdrawn_at IS NULL;
CREATE INDEX achievements_search ON cooperation.achievements USING gin (search);

-- Every version of a claim, for good. `details` depends on the kind; `statement_id` states the whole version.
CREATE TABLE cooperation.achievement_versions (
  achievement_id uuid NOT NULL REFERENCES cooperation.achievements,
  version int NOT NULL,
  author text NOT NULL,
  title jsonb NOT NULL,
  body jsonb NOT NULL,
  achieved_on date NOT NULL,
  details jsonb NOT NULL,
  evidence jsonb NOT NULL,
  -- Why the version before was corrected; empty for the first.
  correction text NOT NULL,
  statement_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (achievement_id, version)
);

-- What an organisation says of a version; a later word takes the place of an earlier one, which stays to be read.
CREATE TABLE cooperation.judgements (
  id uuid PRIMARY KEY,
  achievement_id uuid NOT NULL,
  version int NOT NULL,
  member text NOT NULL,
  author text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('confirmed', 'disputed')),
  reason text NOT NULL,
  statement_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  replaced_at timestamptz,
  FOREIGN KEY (achievement_id, version) REFERENCES cooperation.achievement_versions
);
CREATE UNIQUE INDEX judgements_now ON cooperation.judgements (achievement_id, version, member) WHERE replaced_at IS NULL;
CREATE INDEX judgements_listed ON cooperation.judgements (achievement_id, id);

-- The goals that the alliance decided, the last row in force; none means the default ones. `decision` names the decided proposal.
CREATE TABLE cooperation.goal_settings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  setting jsonb NOT NULL,
  decision text,
  author text NOT NULL,
  member text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- What happened, in the order in which it is told: rows get their numbers one transaction at a time.
CREATE TABLE cooperation.news (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  topic text NOT NULL,
  type text NOT NULL,
  -- Who it concerns: everybody, people who are signed in, the people of a group, or those of one organisation.
  audience text NOT NULL CHECK (audience IN ('public', 'members', 'group', 'organisation')),
  group_id uuid,
  recipient text,
  member text NOT NULL,
  -- Who did it: a person who is not told of its own doings.
  actor text NOT NULL,
  title jsonb NOT NULL,
  path text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Who wants mail about what.
CREATE TABLE cooperation.subscriptions (
  person text PRIMARY KEY,
  member text NOT NULL,
  topics text[] NOT NULL,
  language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- How far the mail went: all of the news before `seq`, and of `seq` itself the people up to `person`.
CREATE TABLE cooperation.mailed (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  seq bigint NOT NULL DEFAULT 0,
  person text NOT NULL DEFAULT ''
);
INSERT INTO cooperation.mailed DEFAULT VALUES;

-- Addresses of organisations that are told the news. The secret that signs is derived from the platform's own and is not stored.
CREATE TABLE cooperation.webhooks (
  id uuid PRIMARY KEY,
  member text NOT NULL,
  url text NOT NULL,
  topics text[] NOT NULL,
  secret_version int NOT NULL DEFAULT 1,
  rotated_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  paused_at timestamptz,
  pause_reason text,
  removed_at timestamptz
);
CREATE INDEX webhooks_member ON cooperation.webhooks (member, id) WHERE removed_at IS NULL;

-- One message to one webhook; the order of numbers is the order of delivery.
CREATE TABLE cooperation.messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  webhook_id uuid NOT NULL REFERENCES cooperation.webhooks,
  news_id uuid NOT NULL,
  type text NOT NULL,
  -- Exactly the bytes that are signed and sent, the same at every attempt.
  body text NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered', 'dead')),
  attempts int NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL DEFAULT now(),
  queued_at timestamptz NOT NULL DEFAULT now(),
  last_status int,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  delivered_at timestamptz,
  UNIQUE (webhook_id, news_id)
);
CREATE INDEX messages_pending ON cooperation.messages (webhook_id, id) WHERE state = 'pending';
CREATE INDEX messages_listed ON cooperation.messages (webhook_id, id DESC);

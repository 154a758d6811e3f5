-- Work to be done later, by whichever server process is free.
CREATE TABLE store.jobs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  queue text NOT NULL,
  -- The same (queue, key) is one job, however often it is put in.
  key text,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  attempts int NOT NULL DEFAULT 0,
  max_attempts int NOT NULL CHECK (max_attempts > 0),
  -- When a worker may take it: its start, its next attempt, or the end of the lease of the worker that has it.
  due_at timestamptz NOT NULL,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  UNIQUE (queue, key)
);

CREATE INDEX jobs_due ON store.jobs (queue, due_at) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_finished ON store.jobs (queue, finished_at) WHERE state = 'done';

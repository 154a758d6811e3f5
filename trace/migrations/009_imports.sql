-- Files whose events were captured; a file that is confirmed again is answered with its first import.
CREATE TABLE trace.imports (
  id uuid PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  member text NOT NULL,
  -- SHA-256 of the file's bytes and of what they are read with, in hexadecimal.
  digest text NOT NULL,
  name text NOT NULL,
  template text NOT NULL,
  row_count int NOT NULL,
  events int NOT NULL,
  repeated int NOT NULL,
  capture_id text NOT NULL,
  person text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (member, digest)
);

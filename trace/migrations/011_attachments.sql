-- Pictures that events name by their hash; one row however many events show the same picture.
CREATE TABLE trace.attachments (
  hash text COLLATE "C" PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL,
  size_bytes int NOT NULL,
  content bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Which events show a picture: whoever may see one of them may see the picture.
CREATE TABLE trace.attachment_events (
  hash text COLLATE "C" NOT NULL REFERENCES trace.attachments (hash) ON DELETE CASCADE,
  event bigint NOT NULL,
  member text NOT NULL,
  PRIMARY KEY (hash, event)
);

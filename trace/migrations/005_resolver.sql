-- Links of the resolver. An anchor is a canonical Digital Link with all of its qualifiers and without a query string.
CREATE TABLE trace.links (
  link_id text PRIMARY KEY,
  sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  member text NOT NULL,
  anchor text COLLATE "C" NOT NULL,
  -- The anchor's primary key alone: whoever links it first owns its links.
  root text COLLATE "C" NOT NULL,
  link_type text COLLATE "C" NOT NULL,
  href text COLLATE "C" NOT NULL,
  title text NOT NULL,
  languages text[] NOT NULL,
  media_type text,
  contexts text[] NOT NULL,
  forward_query boolean NOT NULL,
  is_default boolean NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (anchor, link_type, href)
);
CREATE INDEX links_by_member ON trace.links (member, sequence);
CREATE INDEX links_by_root ON trace.links (root);

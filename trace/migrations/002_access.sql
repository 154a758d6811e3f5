-- Who may see an event besides the member that recorded it; no part of the event, of its hash or of its evidence.
-- `audience_members`: slugs, for 'members'. `audience_parties`: sources and destinations of the event under their
-- canonical names, for 'partners'.
ALTER TABLE trace.events
  ADD COLUMN audience text NOT NULL DEFAULT 'public'
    CHECK (audience IN ('public', 'partners', 'members', 'certifier', 'authority')),
  ADD COLUMN audience_members text[],
  ADD COLUMN audience_parties text[];

-- The audience that a member's events get when the capture names none.
CREATE TABLE trace.member_access (
  member text PRIMARY KEY,
  audience text NOT NULL CHECK (audience IN ('public', 'partners', 'members', 'certifier', 'authority')),
  audience_members text[] NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL
);

-- Which member stands behind a party (GLN) that events name as source or destination.
CREATE TABLE trace.member_parties (
  party text COLLATE "C" PRIMARY KEY,
  member text NOT NULL,
  since timestamptz NOT NULL
);
CREATE INDEX member_parties_by_member ON trace.member_parties (member);

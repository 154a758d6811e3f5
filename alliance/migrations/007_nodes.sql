-- Nodes of the network by their network key, as they reported last. What a node says of itself is its word; that it is the
-- member's is shown by its signature, and the blocks it made are counted from the chain.
create table alliance.node (
  public_key text primary key check (public_key ~ '^0x[0-9a-f]{128}$'),
  member text not null references alliance.member (slug),
  -- Core Space address that follows from the key: the author of its blocks.
  author text not null check (author ~ '^0x1[0-9a-f]{39}$'),
  -- True for the node that the platform itself works with.
  platform boolean not null default false,
  name text,
  place text,
  host text,
  port int,
  producer boolean not null,
  version text,
  height bigint not null,
  epoch bigint not null,
  best_hash text not null,
  settled_epoch bigint,
  settled_hash text,
  sync_phase text,
  peers text[] not null,
  -- Epochs behind the platform's node when the report came; null when that one did not answer.
  lag bigint,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  -- The time in the newest report, by the node's clock.
  reported_at timestamptz not null
);
create index node_member on alliance.node (member, public_key);
create index node_author on alliance.node (author);

-- A member's signature over the keys of its node and its witness is carried to the chain as others are.
alter table alliance.action drop constraint action_kind_check;
alter table alliance.action add constraint action_kind_check check (
  kind in ('proposal', 'ballot', 'delegation', 'key', 'nodeKeys', 'leave', 'application', 'execution'));

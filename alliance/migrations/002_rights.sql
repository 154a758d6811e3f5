-- Where an organisation stands: everything but `guest` follows from the chain.
alter table alliance.member
  add column standing text not null default 'guest'
    check (standing in ('guest', 'applied', 'admitted', 'suspended', 'left')),
  add column did text,
  add column kinds text[] not null default '{}';

-- Set once the alliance is founded on the chain; from then on guests only read and apply.
create table alliance.state (
  singleton boolean primary key default true check (singleton),
  founded_at timestamptz
);
insert into alliance.state default values;

-- A person has several roles in its organisation. The account library does not know the column, so that no request of
-- its own can set it.
alter table alliance."user" add column "roles" text[] not null default '{viewer}'
  check ("roles" <@ array['admin', 'operator', 'developer', 'steward', 'auditor', 'viewer']);
insert into alliance.member (slug, name_zh, name_en, kind)
  select 'operator', '运营方', 'Operator', 'operator' from alliance."user" where "role" = 'operator' limit 1
  on conflict (slug) do nothing;
update alliance."user" set
  "roles" = case "role"
    when 'operator' then array['admin', 'operator']
    when 'member' then array['operator', 'developer', 'steward']
    else array['viewer'] end,
  "member" = case "role" when 'operator' then 'operator' else "member" end;
alter table alliance."user" drop column "role";
create index user_member on alliance."user" ("member", "id");

alter table alliance.api_key add column expires_at timestamptz;

-- Administrative acts, each with its statement in the evidence log. `member` is the organisation that acted,
-- `resource_member` the one whose thing it was.
create table alliance.act (
  id uuid primary key,
  sequence bigint generated always as identity unique,
  time timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'key', 'platform')),
  actor_id text,
  actor_name text not null,
  member text not null,
  action text not null,
  resource_type text not null,
  resource_id text not null,
  resource_member text,
  detail jsonb not null,
  statement_id text not null
);
create index act_member on alliance.act (member, sequence desc);
create index act_resource_member on alliance.act (resource_member, sequence desc);

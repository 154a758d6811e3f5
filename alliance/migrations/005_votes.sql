-- What happened on the alliance's contracts, made readable. Everything down to `alliance.scenario` follows from the
-- logs of the chain index alone: it is written by one background role, taken back with a reorganisation, and can be thrown
-- away and built anew. Ids, accounts, keys and hashes are lower-case hexadecimal with 0x.
create table alliance.projection (
  singleton boolean primary key default true check (singleton),
  -- Whose logs these are. Others are another alliance: everything is built anew then.
  governor text not null,
  registry text not null,
  record text not null,
  -- Chain id of eSpace, and the chain's number in the index.
  chain bigint not null,
  index_chain int not null default 0,
  -- Place of the last log that was taken in, and the pivot block there.
  epoch bigint not null,
  log_index int not null,
  block_hash text,
  -- Time and number of the newest block that was looked at, and of the newest that no reorganisation takes back.
  head_epoch bigint not null default 0,
  head_time timestamptz,
  safe_epoch bigint not null default 0,
  founded_epoch bigint,
  founded_at timestamptz,
  rollbacks int not null default 0,
  updated_at timestamptz not null default now()
);

-- The blocks in which something happened.
create table alliance.projected_block (
  epoch bigint primary key,
  hash text not null,
  time timestamptz not null,
  -- Of the last log that was taken in.
  last_index int not null
);

-- A member as the registry has it now. `epoch`, `log_index` and `transaction` are those of its last change.
create table alliance.chain_member (
  id text primary key,
  account text not null unique,
  status text not null check (status in ('applied', 'admitted', 'suspended', 'left')),
  did text not null default '',
  kinds int not null default 0,
  key text,
  witness text,
  node_key text,
  profile_hash text not null default '',
  weight numeric not null default 0,
  applied_at timestamptz,
  admitted_at timestamptz,
  epoch bigint not null,
  log_index int not null,
  transaction text not null
);
create index chain_member_key on alliance.chain_member (key);

-- Every change of a member, with the whole row as it was afterwards: what a rollback goes back to.
create table alliance.member_version (
  member text not null,
  epoch bigint not null,
  log_index int not null,
  what text not null,
  transaction text not null,
  state jsonb not null,
  primary key (member, epoch, log_index)
);
create index member_version_epoch on alliance.member_version (epoch);

-- Every voting key, for good: a key belongs to one member and never to another.
create table alliance.member_key (
  key text primary key,
  member text not null,
  epoch bigint not null,
  log_index int not null,
  transaction text not null
);
create index member_key_member on alliance.member_key (member, epoch, log_index);
create index member_key_epoch on alliance.member_key (epoch);

-- What organisations applied with. An application is used up when exactly it is admitted.
create table alliance.application (
  entry_hash text not null,
  member text not null,
  entry jsonb not null,
  admitted_epoch bigint,
  epoch bigint not null,
  log_index int not null,
  transaction text not null,
  primary key (entry_hash, epoch, log_index)
);
create index application_member on alliance.application (member, epoch, log_index);
create index application_epoch on alliance.application (epoch);
create index application_admitted on alliance.application (admitted_epoch);

-- To whom an account delegates, and the votes that it casts; every change, and the present state.
create table alliance.account_version (
  account text not null,
  epoch bigint not null,
  log_index int not null,
  delegate text,
  votes numeric,
  transaction text not null,
  primary key (account, epoch, log_index)
);
create index account_version_epoch on alliance.account_version (epoch);
create table alliance.voting_account (
  account text primary key,
  delegate text,
  votes numeric not null default 0
);
create index voting_account_delegate on alliance.voting_account (delegate);

-- Weight of all members together, over time.
create table alliance.total_weight (
  epoch bigint not null,
  log_index int not null,
  time timestamptz not null,
  total numeric not null,
  primary key (epoch, log_index)
);
create index total_weight_time on alliance.total_weight (time desc, epoch desc, log_index desc);

-- Every value of every rule.
create table alliance.rule_version (
  rule text not null,
  epoch bigint not null,
  log_index int not null,
  time timestamptz not null,
  value numeric not null,
  transaction text not null,
  primary key (rule, epoch, log_index)
);
create index rule_version_time on alliance.rule_version (rule, time desc, epoch desc, log_index desc);
create index rule_version_epoch on alliance.rule_version (epoch);

create table alliance.proposal (
  id text primary key,
  -- What its calls do; null when that is none of the types.
  type text,
  proposer text not null,
  targets text[] not null,
  amounts numeric[] not null,
  calldatas text[] not null,
  description text not null,
  digest text,
  created_at timestamptz not null,
  vote_start timestamptz not null,
  vote_end timestamptz not null,
  votes_for numeric not null default 0,
  votes_against numeric not null default 0,
  votes_abstain numeric not null default 0,
  ballots int not null default 0,
  -- Set by the first block after the vote's end.
  outcome text check (outcome in ('succeeded', 'defeated')),
  settled_epoch bigint,
  -- By which it was judged; they count only together with the outcome.
  quorum numeric,
  pass_percent numeric,
  executed_epoch bigint,
  executed_index int,
  executed_transaction text,
  cancelled_epoch bigint,
  spends boolean not null,
  epoch bigint not null,
  log_index int not null,
  transaction text not null
);
create index proposal_order on alliance.proposal (created_at desc, id desc);
create index proposal_type on alliance.proposal (type, created_at desc, id desc);
create index proposal_proposer on alliance.proposal (proposer, created_at desc, id desc);
create index proposal_digest on alliance.proposal (digest);
create index proposal_epoch on alliance.proposal (epoch);
create index proposal_settled on alliance.proposal (settled_epoch);
create index proposal_executed on alliance.proposal (executed_epoch, executed_index);
create index proposal_cancelled on alliance.proposal (cancelled_epoch);
create index proposal_spent on alliance.proposal (executed_epoch desc, executed_index desc)
  where spends and executed_epoch is not null;
-- Proposals without an outcome are few; the others are found by it.
create index proposal_open on alliance.proposal (created_at desc, id desc)
  where outcome is null and cancelled_epoch is null;
create index proposal_outcome on alliance.proposal (outcome, created_at desc, id desc)
  where executed_epoch is null and cancelled_epoch is null;
create index proposal_type_outcome on alliance.proposal (type, outcome, created_at desc, id desc)
  where executed_epoch is null and cancelled_epoch is null;
create index proposal_type_done on alliance.proposal (type, created_at desc, id desc) where executed_epoch is not null;
create index proposal_done on alliance.proposal (created_at desc, id desc) where executed_epoch is not null;
create index proposal_withdrawn on alliance.proposal (created_at desc, id desc) where cancelled_epoch is not null;

create table alliance.ballot (
  proposal text not null,
  voter text not null,
  support smallint not null,
  weight numeric not null,
  reason text not null,
  time timestamptz not null,
  epoch bigint not null,
  log_index int not null,
  transaction text not null,
  primary key (proposal, voter)
);
create index ballot_order on alliance.ballot (proposal, epoch desc, log_index desc);
create index ballot_epoch on alliance.ballot (epoch);

create table alliance.scenario (
  id_hash text not null,
  version int not null,
  uri text not null,
  digest text not null,
  epoch bigint not null,
  log_index int not null,
  transaction text not null,
  primary key (epoch, log_index)
);

-- What the chain does not hold. Documents of proposals, by their SHA-256 (RFC 8785).
create table alliance.proposal_document (
  digest text primary key,
  proposal text not null unique,
  type text not null,
  title_zh text not null,
  title_en text not null,
  document text not null,
  member text not null,
  statement_id text not null,
  submitted_at timestamptz not null default now()
);

-- Profiles of organisations, by their SHA-256 (RFC 8785).
create table alliance.profile (
  hash text primary key,
  profile text not null,
  created_at timestamptz not null default now()
);

-- Slugs of ids: an id is the keccak256 of its slug.
create table alliance.member_identity (
  id text primary key,
  slug text not null unique
);

-- What members signed and the platform carries to the chain.
create table alliance.action (
  id bigint generated always as identity primary key,
  kind text not null
    check (kind in ('proposal', 'ballot', 'delegation', 'key', 'leave', 'application', 'execution')),
  -- Id of the member, whose turn it is for the nonce of its key; null where nobody signs.
  member text,
  proposal text,
  body jsonb not null,
  -- SHA-256 of the call: the same again is the same action.
  digest text not null,
  transaction_id bigint not null unique,
  state text not null default 'submitted' check (state in ('submitted', 'done', 'failed')),
  failure jsonb,
  transaction_hash text,
  -- True once the chain has what it is about, or it was signed anew: what lists show besides the chain is the rest.
  hidden boolean not null default false,
  -- As precise as times are in page tokens.
  submitted_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
  settled_at timestamptz
);
create index action_member on alliance.action (member, id desc);
create index action_open on alliance.action (id) where state = 'submitted';
create index action_proposal on alliance.action (proposal, kind, id desc);
create index action_proposals on alliance.action (submitted_at desc, proposal desc)
  where kind = 'proposal' and not hidden;
create index action_shown on alliance.action (proposal, kind, id desc) where not hidden;
create index action_digest on alliance.action (digest);

-- Where reading of the ledger's changes of state goes on.
create table alliance.action_cursor (
  singleton boolean primary key default true check (singleton),
  cursor text
);

create table alliance.comment (
  id bigint generated always as identity primary key,
  proposal text not null,
  author text not null,
  author_name text not null,
  member text not null,
  -- Null once it was retracted.
  text text,
  created_at timestamptz not null default clock_timestamp(),
  retracted_at timestamptz
);
create index comment_proposal on alliance.comment (proposal, id);

-- A rule as it was at a time: what proposals are judged by whose vote began then.
create function alliance.rule_at(rule text, moment timestamptz) returns numeric language sql stable as $$
  select value from alliance.rule_version v
  where v.rule = rule_at.rule and time <= moment order by time desc, epoch desc, log_index desc limit 1
$$;

-- The votes for and abstentions that a proposal needs whose vote began at a time, as the governor rounds.
create function alliance.quorum_at(moment timestamptz) returns numeric language sql stable as $$
  select floor(coalesce((
      select total from alliance.total_weight where time <= moment order by time desc, epoch desc, log_index desc limit 1), 0)
    * alliance.rule_at('quorumPercent', moment) / 100)
$$;

-- Times as the API has them.
create function alliance.iso(moment timestamptz) returns text language sql immutable as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Where something happened, as the API has it.
create function alliance.place(epoch bigint, transaction text) returns jsonb language sql stable as $$
  select jsonb_build_object('blockNumber', b.epoch, 'blockHash', b.hash, 'transactionHash', place.transaction,
    'time', alliance.iso(b.time), 'confirmed', b.epoch <= p.safe_epoch)
  from alliance.projected_block b cross join alliance.projection p where b.epoch = place.epoch
$$;

-- A member as others name it, by its id or by its account.
create function alliance.member_ref(id text) returns jsonb language sql stable as $$
  select jsonb_build_object('id', member_ref.id, 'slug', i.slug,
    'name', case when m.slug is null then null else jsonb_build_object('zh', m.name_zh, 'en', m.name_en) end)
  from (select) one
  left join alliance.member_identity i on i.id = member_ref.id left join alliance.member m on m.slug = i.slug
$$;
create function alliance.account_ref(account text) returns jsonb language sql stable as $$
  select alliance.member_ref(id) from alliance.chain_member c where c.account = account_ref.account
$$;

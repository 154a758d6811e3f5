import type { Hex } from 'viem';
import type { Sql } from '../../../store/index.ts';
import type { ProposalType } from '../proposalTypes.ts';
import type { Proposal, ProposalState } from '../schemas.ts';
import type { Failure, MemberRef, Place } from '../sharedSchemas.ts';

/** A proposal as it is read, on the chain or on its way there. */
export interface ProposalRow {
  id: Hex;
  type: ProposalType | null;
  title_zh: string | null;
  title_en: string | null;
  digest: string | null;
  proposer: MemberRef | null;
  state: ProposalState;
  failure: Failure | null;
  at: Date;
  vote_start: Date | null;
  vote_end: Date | null;
  votes_for: string;
  votes_against: string;
  votes_abstain: string;
  ballots: number;
  quorum: string | null;
  pass_percent: number | null;
  place: Place | null;
  executed: Place | null;
}

/** The state of `alliance.proposal p`; the clock is that of the newest block. */
const stateOf = (sql: Sql) => sql`
  case when p.executed_epoch is not null then 'executed' when p.cancelled_epoch is not null then 'cancelled'
    when p.outcome is not null then p.outcome when p.vote_start >= h.head_time then 'pending' else 'active' end`;

/**
 * What `proposalColumns` needs besides `alliance.proposal p`: the projection `h`, the document `d`, the proposer and the
 * blocks. Each is looked up for the few rows of a page, in place of joining large tables.
 */
export const proposalTables = (sql: Sql) => sql`
  cross join alliance.projection h
  left join lateral (select * from alliance.proposal_document where digest = p.digest limit 1) d on true
  left join lateral (
    select c.id, i.slug, m.name_zh, m.name_en from alliance.chain_member c
    left join alliance.member_identity i on i.id = c.id left join alliance.member m on m.slug = i.slug
    where c.account = p.proposer limit 1) o on true
  left join lateral (select * from alliance.projected_block where epoch = p.epoch limit 1) b on true
  left join lateral (select * from alliance.projected_block where epoch = p.executed_epoch limit 1) x on true`;

/** Columns of `ProposalRow` for `alliance.proposal p` and `proposalTables`. */
export const proposalColumns = (sql: Sql) => sql`
  p.id, p.type, d.title_zh, d.title_en, p.digest, ${stateOf(sql)} as state,
  case when o.id is null then null else jsonb_build_object('id', o.id, 'slug', o.slug, 'name',
    case when o.name_zh is null then null else jsonb_build_object('zh', o.name_zh, 'en', o.name_en) end) end as proposer,
  null::jsonb as failure, p.created_at as at, p.vote_start, p.vote_end, p.votes_for::text, p.votes_against::text,
  p.votes_abstain::text, p.ballots,
  case when p.outcome is null then alliance.quorum_at(p.vote_start) else p.quorum end::text as quorum,
  case when p.outcome is null then alliance.rule_at('passPercent', p.vote_start) else p.pass_percent end::int as pass_percent,
  jsonb_build_object('blockNumber', b.epoch, 'blockHash', b.hash, 'transactionHash', p.transaction,
    'time', alliance.iso(b.time), 'confirmed', b.epoch <= h.safe_epoch) as place,
  case when x.epoch is null then null else jsonb_build_object('blockNumber', x.epoch, 'blockHash', x.hash,
    'transactionHash', p.executed_transaction, 'time', alliance.iso(x.time), 'confirmed', x.epoch <= h.safe_epoch)
  end as executed`;

/** The same columns for `alliance.action a` of a proposal that is not on the chain. */
export const submittedColumns = (sql: Sql) => sql`
  a.proposal as id, d.type, d.title_zh, d.title_en, d.digest, alliance.member_ref(a.member) as proposer,
  case when a.state = 'failed' then 'failed' else 'submitted' end as state, a.failure, a.submitted_at as at,
  null::timestamptz as vote_start, null::timestamptz as vote_end, '0' as votes_for, '0' as votes_against,
  '0' as votes_abstain, 0 as ballots, null as quorum, null::int as pass_percent, null::jsonb as place,
  null::jsonb as executed`;

/** A row as it is shown. */
export function toProposal(row: ProposalRow): Proposal {
  const reached =
    row.quorum !== null &&
    BigInt(row.votes_for) + BigInt(row.votes_abstain) >= BigInt(row.quorum) &&
    row.place !== null;
  return {
    id: row.id,
    type: row.type,
    title: row.title_zh === null || row.title_en === null ? null : { zh: row.title_zh, en: row.title_en },
    documentDigest: row.digest,
    proposer: row.proposer,
    state: row.state,
    failure: row.failure,
    submittedAt: row.at.toISOString(),
    voteStart: row.vote_start?.toISOString() ?? null,
    voteEnd: row.vote_end?.toISOString() ?? null,
    tally: { for: row.votes_for, against: row.votes_against, abstain: row.votes_abstain },
    ballots: row.ballots,
    quorum: row.quorum,
    quorumReached: reached,
    passPercent: row.pass_percent,
    executable: row.state === 'succeeded',
    place: row.place,
    executed: row.executed,
  };
}

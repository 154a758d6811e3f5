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

/** Columns of `ProposalRow` for `alliance.proposal p`, its document `d` and the projection `h`. */
export const proposalColumns = (sql: Sql) => sql`
  p.id, p.type, d.title_zh, d.title_en, p.digest, alliance.account_ref(p.proposer) as proposer, ${stateOf(sql)} as state,
  null::jsonb as failure, p.created_at as at, p.vote_start, p.vote_end, p.votes_for::text, p.votes_against::text,
  p.votes_abstain::text, p.ballots, alliance.quorum_at(p.vote_start)::text as quorum,
  alliance.rule_at('passPercent', p.vote_start)::int as pass_percent, alliance.place(p.epoch, p.transaction) as place,
  alliance.place(p.executed_epoch, p.executed_transaction) as executed`;

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

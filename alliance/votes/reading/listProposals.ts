import type { Sql, Store } from '../../../store/index.ts';
import { memberAccount, memberId } from '../../chain/members.ts';
import { allianceErrors } from '../../errors.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../../page.ts';
import type { ProposalType } from '../proposalTypes.ts';
import type { Proposal, ProposalState } from '../schemas.ts';
import { type ProposalRow, proposalColumns, proposalTables, submittedColumns, toProposal } from './proposalRows.ts';

export interface ListProposalsParameters extends PageParameters {
  state?: ProposalState | undefined;
  type?: ProposalType | undefined;
  /** Slug of the proposer. */
  member?: string | undefined;
}

/** Conditions in the words of the partial indexes. */
function ofState(sql: Sql, state: ProposalState | undefined) {
  switch (state) {
    case undefined:
      return sql``;
    case 'executed':
      return sql`and p.executed_epoch is not null`;
    case 'cancelled':
      return sql`and p.cancelled_epoch is not null`;
    case 'pending':
      return sql`and p.outcome is null and p.cancelled_epoch is null and p.vote_start >= (select head_time from alliance.projection)`;
    case 'active':
      return sql`and p.outcome is null and p.cancelled_epoch is null and p.vote_start < (select head_time from alliance.projection)`;
    default:
      return sql`and p.outcome = ${state} and p.executed_epoch is null and p.cancelled_epoch is null`;
  }
}

/** Lists proposals, newest first, those on their way to the chain among them. @throws ALLIANCE_PAGE_TOKEN_WRONG */
export async function listProposals({ sql }: Store, parameters: ListProposalsParameters): Promise<Page<Proposal>> {
  const { perPage, pageToken, state, type, member } = parameters;
  const [time = 'infinity', id = ''] = readPageToken(pageToken, 2);
  if (time !== 'infinity' && Number.isNaN(Date.parse(time))) throw allianceErrors.pageTokenWrong();
  const off = state === 'submitted' || state === 'failed';
  const limit = perPage + 1;
  const onChain = async () => sql<ProposalRow[]>`
    select ${proposalColumns(sql)}
    from (
      select * from alliance.proposal p
      where (created_at, id) < (${time}::text::timestamptz, ${id}) ${ofState(sql, state)}
        ${type ? sql`and p.type = ${type}` : sql``}
        ${member ? sql`and p.proposer = ${memberAccount(memberId(member))}` : sql``}
      order by created_at desc, id desc limit ${limit}) p
    ${proposalTables(sql)}
    order by p.created_at desc, p.id desc`;
  const onTheWay = async () => sql<ProposalRow[]>`
    select ${submittedColumns(sql)}
    from alliance.action a cross join lateral (select * from alliance.proposal_document where proposal = a.proposal limit 1) d
    where a.kind = 'proposal' and not a.hidden and (a.submitted_at, a.proposal) < (${time}::text::timestamptz, ${id})
      ${off ? sql`and (a.state = 'failed') = ${state === 'failed'}` : sql``}
      ${type ? sql`and d.type = ${type}` : sql``}
      ${member ? sql`and a.member = ${memberId(member)}` : sql``}
    order by a.submitted_at desc, a.proposal desc limit ${limit}`;
  const rows = [...(off ? [] : await onChain()), ...(off || state === undefined ? await onTheWay() : [])];
  rows.sort((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1));
  return toPage(rows.slice(0, limit).map(toProposal), perPage, (proposal) => [proposal.submittedAt, proposal.id]);
}

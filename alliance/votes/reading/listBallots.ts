import type { Hex } from 'viem';
import { memberAccount, memberId } from '../../chain/members.ts';
import { allianceErrors } from '../../errors.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../../page.ts';
import type { Ballot } from '../schemas.ts';
import { type Failure, type MemberRef, type Place, type Support, supports } from '../sharedSchemas.ts';
import type { VotesContext } from '../votesContext.ts';
import { requireProposal } from './readProposal.ts';

interface CountedRow {
  voter: MemberRef;
  support: number;
  weight: string;
  reason: string;
  place: Place;
  epoch: number;
  log_index: number;
}

interface UnderWayRow {
  voter: MemberRef;
  support: Support;
  failure: Failure | null;
  state: 'submitted' | 'failed' | 'done';
  submitted_at: Date;
}

export interface ListBallotsParameters extends PageParameters {
  proposal: Hex;
  /** Slug of the voter. */
  member?: string | undefined;
}

const toBallot = ({ voter, support, weight, reason, place }: CountedRow): Ballot => ({
  voter,
  support: supports[support] ?? 'abstain',
  weight,
  reason,
  state: 'counted',
  failure: null,
  submittedAt: null,
  place,
});

async function listUnderWay(
  { store: { sql } }: VotesContext,
  proposal: Hex,
  member: string | undefined,
): Promise<Ballot[]> {
  const rows = await sql<UnderWayRow[]>`
    select alliance.member_ref(member) as voter, body->>'support' as support, failure, state, submitted_at
    from alliance.action
    where proposal = ${proposal} and kind = 'ballot' and not hidden ${member ? sql`and member = ${memberId(member)}` : sql``}
    order by id desc limit 200`;
  return rows.map(({ voter, support, failure, state, submitted_at }) => ({
    voter,
    support,
    weight: '0',
    reason: '',
    state: state === 'failed' ? 'failed' : 'submitted',
    failure,
    submittedAt: submitted_at.toISOString(),
    place: null,
  }));
}

/**
 * Lists the ballots of a proposal, newest first; on the first page those come before that are on their way to the chain, or
 * that it refused. @throws VOTES_PROPOSAL_UNKNOWN, ALLIANCE_PAGE_TOKEN_WRONG
 */
export async function listBallots(context: VotesContext, parameters: ListBallotsParameters): Promise<Page<Ballot>> {
  const { sql } = context.store;
  const { perPage, pageToken, member } = parameters;
  const proposal = await requireProposal(context, parameters.proposal);
  const [epoch = '9007199254740991', index = '0'] = readPageToken(pageToken, 2);
  if (!/^\d{1,16}$/.test(epoch) || !/^\d{1,9}$/.test(index)) throw allianceErrors.pageTokenWrong();
  const rows = await sql<CountedRow[]>`
    select jsonb_build_object('id', c.id, 'slug', i.slug, 'name',
        case when m.slug is null then null else jsonb_build_object('zh', m.name_zh, 'en', m.name_en) end) as voter,
      support, v.weight::text, reason, alliance.place(v.epoch, v.transaction) as place, v.epoch::float8, v.log_index
    from alliance.ballot v join alliance.chain_member c on c.account = v.voter
    left join alliance.member_identity i on i.id = c.id left join alliance.member m on m.slug = i.slug
    where proposal = ${proposal} and (v.epoch, v.log_index) < (${epoch}::bigint, ${index}::int)
      ${member ? sql`and voter = ${memberAccount(memberId(member))}` : sql``}
    order by v.epoch desc, v.log_index desc limit ${perPage + 1}`;
  const page = toPage(rows, perPage, (row) => [String(row.epoch), String(row.log_index)]);
  const underWay = pageToken === undefined ? await listUnderWay(context, proposal, member) : [];
  return { items: [...underWay, ...page.items.map(toBallot)], nextPageToken: page.nextPageToken };
}

import type { Hex } from 'viem';
import { memberAccount, memberId } from '../../chain/members.ts';
import { allianceErrors } from '../../errors.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../../page.ts';
import { votesErrors } from '../errors.ts';
import type { ProposalType } from '../proposalTypes.ts';
import type { MemberBallot } from '../schemas.ts';
import { type Place, supports } from '../sharedSchemas.ts';
import type { VotesContext } from '../votesContext.ts';

interface Row {
  id: Hex;
  type: ProposalType | null;
  title: MemberBallot['proposal']['title'];
  support: number;
  weight: string;
  reason: string;
  place: Place;
  epoch: number;
  log_index: number;
}

export interface ListMemberBallotsParameters extends PageParameters {
  /** Slug of the voter. */
  member: string;
}

/**
 * Lists the ballots of a member that count, newest first, whatever became of the member since.
 *
 * @throws VOTES_MEMBER_UNKNOWN, ALLIANCE_PAGE_TOKEN_WRONG
 */
export async function listMemberBallots(
  { store: { sql } }: VotesContext,
  { member, perPage, pageToken }: ListMemberBallotsParameters,
): Promise<Page<MemberBallot>> {
  const [epoch = '9007199254740991', index = '0'] = readPageToken(pageToken, 2);
  if (!/^\d{1,16}$/.test(epoch) || !/^\d{1,9}$/.test(index)) throw allianceErrors.pageTokenWrong();
  const id = memberId(member);
  const [known] = await sql`select from alliance.chain_member where id = ${id}`;
  if (!known) throw votesErrors.memberUnknown({ slug: member });
  const voter = memberAccount(id);
  // A range in place of an equation: else the newest ballots of everybody may be gone through for those of one.
  const rows = await sql<Row[]>`
    select v.proposal as id, p.type, v.support, v.weight::text, v.reason, v.epoch::float8, v.log_index,
      case when d.digest is null then null else jsonb_build_object('zh', d.title_zh, 'en', d.title_en) end as title,
      alliance.place(v.epoch, v.transaction) as place
    from (
      select * from alliance.ballot
      where (voter, epoch, log_index) < (${voter}::text, ${epoch}::bigint, ${index}::int)
        and (voter, epoch, log_index) >= (${voter}::text, 0, 0)
      order by voter desc, epoch desc, log_index desc limit ${perPage + 1}) v
    left join lateral (select * from alliance.proposal where id = v.proposal limit 1) p on true
    left join lateral (select * from alliance.proposal_document where digest = p.digest limit 1) d on true
    order by v.epoch desc, v.log_index desc`;
  const page = toPage(rows, perPage, (row) => [String(row.epoch), String(row.log_index)]);
  return {
    items: page.items.map(({ id: proposal, type, title, support, weight, reason, place }) => ({
      proposal: { id: proposal, type, title },
      support: supports[support] ?? 'abstain',
      weight,
      reason,
      place,
    })),
    nextPageToken: page.nextPageToken,
  };
}

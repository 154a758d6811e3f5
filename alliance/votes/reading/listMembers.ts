import type { Store } from '../../../store/index.ts';
import { encodeKinds, type MemberKind } from '../../chain/members.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../../page.ts';
import type { ChainMember } from '../schemas.ts';
import type { MemberStatus } from '../sharedSchemas.ts';
import { type MemberRow, memberColumns, memberTables, toChainMember } from './memberRows.ts';

export interface ListMembersParameters extends PageParameters {
  status?: MemberStatus | undefined;
  kind?: MemberKind | undefined;
  /** Part of the slug or of a name. */
  q?: string | undefined;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`);

/** Lists the members that the chain knows, by slug. @throws ALLIANCE_PAGE_TOKEN_WRONG */
export async function listMembers({ sql }: Store, parameters: ListMembersParameters): Promise<Page<ChainMember>> {
  const { perPage, pageToken, status, kind, q } = parameters;
  const [after = ''] = readPageToken(pageToken, 1);
  const pattern = q ? `%${escapeLike(q)}%` : null;
  const rows = await sql<MemberRow[]>`
    select ${memberColumns(sql)} from ${memberTables(sql)}
    where coalesce(i.slug, c.id) > ${after}
      ${status ? sql`and c.status = ${status}` : sql``}
      ${kind ? sql`and c.kinds & ${encodeKinds([kind])}::int <> 0` : sql``}
      ${pattern ? sql`and (i.slug ilike ${pattern} or m.name_zh ilike ${pattern} or m.name_en ilike ${pattern})` : sql``}
    order by coalesce(i.slug, c.id) limit ${perPage + 1}`;
  return toPage(rows.map(toChainMember), perPage, (member) => [member.slug ?? member.id]);
}

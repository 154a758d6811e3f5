import type { Hex } from 'viem';
import { memberId } from '../../chain/members.ts';
import { allianceErrors } from '../../errors.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../../page.ts';
import type { Principal } from '../../principal.ts';
import { votesErrors } from '../errors.ts';
import type { Comment } from '../schemas.ts';
import type { MemberRef } from '../sharedSchemas.ts';
import type { VotesContext } from '../votesContext.ts';
import { requireProposal } from './readProposal.ts';

interface CommentRow {
  id: string;
  author: string;
  author_name: string;
  member: MemberRef;
  text: string | null;
  created_at: Date;
  retracted_at: Date | null;
}

const toComment = (row: CommentRow, reader: Principal | null): Comment => ({
  id: row.id,
  author: { name: row.author_name, member: row.member, own: reader !== null && row.author === authorOf(reader) },
  text: row.text,
  createdAt: row.created_at.toISOString(),
  retractedAt: row.retracted_at?.toISOString() ?? null,
});

const authorOf = ({ kind, id }: Principal) => `${kind} ${id}`;

/** Lists the discussion of a proposal, oldest first. @throws VOTES_PROPOSAL_UNKNOWN, ALLIANCE_PAGE_TOKEN_WRONG */
export async function listComments(
  context: VotesContext,
  parameters: PageParameters & { proposal: Hex; reader: Principal | null },
): Promise<Page<Comment>> {
  const { sql } = context.store;
  const { perPage, pageToken, reader } = parameters;
  const [after = '0'] = readPageToken(pageToken, 1);
  if (!/^\d{1,18}$/.test(after)) throw allianceErrors.pageTokenWrong();
  const proposal = await requireProposal(context, parameters.proposal);
  const rows = await sql<CommentRow[]>`
    select id, author, author_name, alliance.member_ref(member) as member, text, created_at, retracted_at
    from alliance.comment where proposal = ${proposal} and id > ${after} order by id limit ${perPage + 1}`;
  return toPage(
    rows.map((row) => toComment(row, reader)),
    perPage,
    ({ id }) => [id],
  );
}

/** Adds to the discussion of a proposal. @throws VOTES_PROPOSAL_UNKNOWN, VOTES_COMMENT_REFUSED */
export async function addComment(
  context: VotesContext,
  { proposal: given, author, text }: { proposal: Hex; author: Principal; text: string },
): Promise<Comment> {
  const { store } = context;
  const proposal = await requireProposal(context, given);
  if (author.standing !== 'admitted') throw votesErrors.commentRefused({ slug: author.member });
  return store.transaction(async (tx) => {
    const [row] = await tx<CommentRow[]>`
      insert into alliance.comment (proposal, author, author_name, member, text)
      values (${proposal}, ${authorOf(author)}, ${author.name}, ${memberId(author.member)}, ${text.replaceAll('\0', '')})
      returning id, author, author_name, alliance.member_ref(member) as member, text, created_at, retracted_at`;
    const news = { type: 'alliance', members: [], proposals: [proposal], other: false };
    await store.notify(tx, 'live', JSON.stringify(news));
    return toComment(row as CommentRow, author);
  });
}

/**
 * Takes a comment's text away at its author's wish; that there was one stays to be seen. Nobody else can, whatever they are.
 * @throws VOTES_COMMENT_UNKNOWN, VOTES_COMMENT_FOREIGN
 */
export async function retractComment(
  { store: { sql } }: VotesContext,
  { proposal, id, author }: { proposal: Hex; id: string; author: Principal },
): Promise<void> {
  const [row] = await sql<{ author: string }[]>`
    select author from alliance.comment where id = ${id} and proposal = ${proposal.toLowerCase()}`;
  if (!row) throw votesErrors.commentUnknown({ id });
  if (row.author !== authorOf(author)) throw votesErrors.commentForeign();
  await sql`
    update alliance.comment set text = null, retracted_at = coalesce(retracted_at, now())
    where id = ${id} and author = ${authorOf(author)}`;
}

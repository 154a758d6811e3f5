import type { Sql } from '../../store/index.ts';
import { decodePageToken, encodePageToken } from '../pageToken.ts';
import type { StoredLink } from './link.ts';

interface LinkRow {
  link_id: string;
  sequence: string;
  member: string;
  anchor: string;
  link_type: string;
  href: string;
  title: string;
  languages: string[];
  media_type: string | null;
  contexts: string[];
  forward_query: boolean;
  is_default: boolean;
  updated_at: Date;
}

function toLink(row: LinkRow): StoredLink {
  return {
    linkId: row.link_id,
    member: row.member,
    anchor: row.anchor,
    linkType: row.link_type,
    href: row.href,
    title: row.title,
    languages: row.languages,
    mediaType: row.media_type,
    contexts: row.contexts,
    forwardQuery: row.forward_query,
    isDefault: row.is_default,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** Most links that one request looks at. */
const maxLinks = 500;

/** The links that hang on these anchors, in the order in which they were set. */
export async function findLinks(sql: Sql, anchors: readonly string[]): Promise<StoredLink[]> {
  const rows = await sql<LinkRow[]>`
    SELECT * FROM trace.links WHERE anchor = ANY(${[...anchors]}::text[]) ORDER BY sequence LIMIT ${maxLinks}`;
  return rows.map(toLink);
}

export interface ListLinksParameters {
  member: string;
  /** Only those of this anchor. */
  anchor: string | null;
  perPage: number;
  nextPageToken: string | null;
}

/** The links of a member, the newest first. Throws TRACE_INVALID_PARAMETER. */
export async function listLinks(
  sql: Sql,
  { member, anchor, perPage, nextPageToken }: ListLinksParameters,
): Promise<{ links: StoredLink[]; nextPageToken: string | null }> {
  const list = `links ${member} ${anchor ?? ''}`;
  const [before = null] = nextPageToken === null ? [] : decodePageToken(nextPageToken, list, [/^\d{1,18}$/]);
  const rows = await sql<LinkRow[]>`
    SELECT * FROM trace.links
    WHERE member = ${member} AND (${anchor}::text IS NULL OR anchor = ${anchor})
      AND (${before}::bigint IS NULL OR sequence < ${before}::bigint)
    ORDER BY sequence DESC LIMIT ${perPage + 1}`;
  const page = rows.slice(0, perPage);
  const last = rows.length > perPage ? page.at(-1) : undefined;
  return { links: page.map(toLink), nextPageToken: last ? encodePageToken(list, [String(last.sequence)]) : null };
}

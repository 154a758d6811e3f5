import type { JsonObject } from '../../house.ts';
import type { AskingContext } from '../context.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';

/** What another connector told. */
export interface Notice {
  id: string;
  kind: 'dispute' | 'ruling' | 'overdue' | 'misuse';
  /** Slug of who told it. */
  from: string;
  application: string;
  content: JsonObject;
  /** Compact JWS of the connector that told it. */
  signed: string;
  at: string;
}

interface NoticeRow extends Omit<Notice, 'at' | 'from'> {
  counterparty: string;
  created_at: Date;
}

/** What a department was told by others, newest first. */
export async function listNotices(
  { house }: Pick<AskingContext, 'house'>,
  participant: string,
  { perPage, pageToken }: PageParameters,
): Promise<Page<Notice>> {
  const { sql } = house.store;
  const after = readPageToken(pageToken, /^\d{4}-\d\d-\d\dT[\d:.]+Z\|[0-9a-f-]{36}$/)?.split('|');
  const rows = await sql<NoticeRow[]>`
    SELECT id, kind, counterparty, application, content, signed, created_at FROM exchange.notices
    WHERE participant = ${participant} AND direction = 'in'
      ${after ? sql`AND (date_trunc('milliseconds', created_at), id) < (${after[0] ?? ''}::timestamptz, ${after[1] ?? ''}::uuid)` : sql``}
    ORDER BY date_trunc('milliseconds', created_at) DESC, id DESC LIMIT ${perPage + 1}`;
  const keyOf = ({ created_at, id }: NoticeRow) => `${created_at.toISOString()}|${id}`;
  return toPage(rows, perPage, keyOf, ({ counterparty, created_at, ...row }) => ({
    ...row,
    from: counterparty,
    at: created_at.toISOString(),
  }));
}

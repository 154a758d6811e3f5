import type { Sql } from '../store/index.ts';
import { selectVisible } from './access/selectVisible.ts';
import { publicViewer } from './access/viewer.ts';
import { type LocalText, readDescriptions } from './names.ts';
import { decodePageToken, encodePageToken } from './pageToken.ts';

/** A lot that events mention. */
export interface ProductLot {
  gtin: string;
  lot: string;
  digitalLink: string;
  name: LocalText | null;
  origin: LocalText | null;
  demo: boolean;
}

/** The lots that public events mention, the latest recorded first. Throws TRACE_INVALID_PARAMETER. */
export async function listProducts(
  sql: Sql,
  { perPage, nextPageToken }: { perPage: number; nextPageToken: string | null },
): Promise<{ products: ProductLot[]; nextPageToken: string | null }> {
  const [before = null, beforeKey = null] =
    nextPageToken === null ? [] : decodePageToken(nextPageToken, 'products', [/^\d{1,18}$/, /^/]);
  const rows = await sql<{ key: string; first_event: string }[]>`
    SELECT key, first_event::text FROM trace.lots l
    WHERE (${before}::bigint IS NULL OR (first_event, key) < (${before}::bigint, ${beforeKey}::text COLLATE "C"))
      AND (EXISTS (SELECT FROM trace.event_things t JOIN trace.events e ON e.sequence = t.event
          WHERE t.key = l.key AND ${selectVisible(sql, publicViewer)})
        OR EXISTS (SELECT FROM trace.lot_items i JOIN trace.event_things t ON t.key = i.item
          JOIN trace.events e ON e.sequence = t.event WHERE i.lot = l.key AND ${selectVisible(sql, publicViewer)}))
    ORDER BY first_event DESC, key DESC LIMIT ${perPage + 1}`;
  const page = rows.slice(0, perPage);
  const last = rows.length > perPage ? page.at(-1) : undefined;
  const descriptions = await readDescriptions(
    sql,
    page.map(({ key }) => key),
  );
  return {
    products: page.map(({ key }) => {
      const [, gtin = '', lot = ''] = /\/01\/(\d{14})\/10\/(.+)$/.exec(key) ?? [];
      const { name = null, origin = null, demo = false } = descriptions.get(key) ?? {};
      return { gtin, lot: decodeURIComponent(lot), digitalLink: key, name, origin, demo };
    }),
    nextPageToken: last ? encodePageToken('products', [last.first_event, last.key]) : null,
  };
}

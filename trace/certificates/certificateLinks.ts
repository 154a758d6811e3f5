import type { Sql } from '../../store/index.ts';

/** A certificate that covers a trade item now. */
export interface ItemCertificate {
  /** Key of the trade item. */
  item: string;
  id: string;
  number: string;
}

const most = 20;

/** The certificates that cover some trade items and hold now, for the links of the resolver. */
export async function readItemCertificates(sql: Sql, items: readonly string[]): Promise<ItemCertificate[]> {
  if (items.length === 0) return [];
  return sql<ItemCertificate[]>`
    SELECT i.item, c.id, c.number FROM unnest(${[...items]}::text[]) AS i(item)
    JOIN trace.certificates c ON c.scope->'products' @> jsonb_build_array(jsonb_build_object('item', i.item))
    WHERE c.valid_until >= now() AND coalesce((
      SELECT state FROM trace.certificate_states s WHERE s.certificate = c.id AND effective_at <= now()
      ORDER BY effective_at DESC, sequence DESC LIMIT 1), 'valid') = 'valid'
    ORDER BY c.issued_at DESC LIMIT ${most}`;
}

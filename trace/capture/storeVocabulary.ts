import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { toThingKey } from '../things.ts';

interface Vocabulary {
  type: string;
  vocabularyElementList?: {
    id: string;
    attributes?: { id: string; attribute?: JsonValue }[];
    children?: string[];
  }[];
}

/**
 * Stores the master data of a document's header (EPCIS 2.0 section 9.4). What one member described first, another
 * cannot describe anew: a name on a product page stays with the member that gave it.
 */
export async function storeVocabulary(
  tx: Tx,
  { vocabularies, member, time }: { vocabularies: JsonValue[]; member: string; time: string },
): Promise<void> {
  const rows = new Map<string, Record<string, JsonValue>>();
  for (const { type, vocabularyElementList = [] } of vocabularies as unknown as Vocabulary[]) {
    for (const { id, attributes = [], children = [] } of vocabularyElementList) {
      const key = toThingKey(id);
      const earlier = rows.get(key);
      const own = Object.fromEntries(attributes.map(({ id: name, attribute = null }) => [name, attribute]));
      rows.set(key, { key, id, type, attributes: { ...(earlier?.attributes as object), ...own }, children });
    }
  }
  if (rows.size === 0) return;
  await tx`
    INSERT INTO trace.vocabulary AS v (key, id, type, member, attributes, children, updated_at)
    SELECT key, id, type, ${member}, attributes, children, ${time}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::text::jsonb)
      AS g(key text, id text, type text, attributes jsonb, children jsonb)
    ORDER BY key COLLATE "C"
    ON CONFLICT (key) DO UPDATE
      SET type = excluded.type, attributes = v.attributes || excluded.attributes, children = excluded.children,
        updated_at = excluded.updated_at
      WHERE v.member = excluded.member`;
}

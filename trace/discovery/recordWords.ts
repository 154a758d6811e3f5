import type { Tx } from '../../store/index.ts';
import type { StoredEvent } from '../capture/insertEvents.ts';
import { toThingKey } from '../things.ts';

/** What a collection of the discovery interface lists, besides things. */
export type WordKind = 'eventType' | 'bizStep' | 'disposition' | 'bizLocation' | 'readPoint';

/** Notes which words and places the events of this transaction use, for the collections of the discovery interface. */
export async function recordWords(tx: Tx, stored: readonly StoredEvent[]): Promise<void> {
  const words = new Map<string, { kind: WordKind; value: string }>();
  for (const { event, bizStep, disposition } of stored) {
    const place = (at: { id: string } | undefined) => (at ? toThingKey(at.id) : null);
    const used: [WordKind, string | null][] = [
      ['eventType', event.type],
      ['bizStep', bizStep],
      ['disposition', disposition],
      ['bizLocation', place(event.bizLocation)],
      ['readPoint', place(event.readPoint)],
    ];
    for (const [kind, value] of used) if (value !== null) words.set(`${kind} ${value}`, { kind, value });
  }
  if (words.size === 0) return;
  await tx`
    INSERT INTO trace.words (kind, value)
    SELECT kind, value FROM jsonb_to_recordset(${JSON.stringify([...words.values()])}::text::jsonb)
      AS w(kind text, value text)
    ORDER BY kind, value COLLATE "C"
    ON CONFLICT DO NOTHING`;
}

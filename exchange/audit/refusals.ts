import type { Store, Tx } from '../../store/index.ts';
import type { JsonObject } from '../house.ts';
import type { AuditEntry, RecordReference } from './auditEntry.ts';

/** Refusals of one source in a minute that get a record each; the others are counted. */
export const singleRefusals = 20;

const minuteMs = 60_000;

/** Keeps refusals from filling the chain: whoever asks a thousand times a minute gets twenty records and one with the count. */
export interface Refusals {
  /** Counts a refusal; true when it gets a record of its own. */
  admit(entry: AuditEntry, at: Date): Promise<boolean>;
  /** Writes one record for every source and minute that is over; gives how many. */
  summarise(now: Date): Promise<number>;
}

interface CountRow {
  participant: string;
  source: string;
  minute: Date;
  count: string;
  first_detail: JsonObject;
}

/** Strangers share one source: they could take as many names as they like. */
const sourceOf = ({ counterparty, kind }: AuditEntry) => `${counterparty ?? 'stranger'} ${kind}`.slice(0, 500);
const minuteOf = (at: Date) => new Date(Math.floor(at.getTime() / minuteMs) * minuteMs);

/** Opens the counting of refusals; `write` writes a record in a transaction. */
export function openRefusals(store: Store, write: (tx: Tx, entry: AuditEntry) => Promise<RecordReference>): Refusals {
  // Only to spare the database the first ones of a minute: what is counted is in rows.
  let minute = 0;
  let seen = new Map<string, number>();

  return {
    async admit(entry, at) {
      const now = minuteOf(at).getTime();
      if (now !== minute) {
        minute = now;
        seen = new Map();
      }
      const source = sourceOf(entry);
      const key = `${entry.participant}\n${source}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      if (count <= singleRefusals) return true;
      await store.sql`
        INSERT INTO exchange.refusal_counts (participant, source, minute, count, first_detail)
        VALUES (${entry.participant}, ${source}, ${minuteOf(at)}, 1, ${JSON.stringify(entry.detail)}::text::jsonb)
        ON CONFLICT (participant, source, minute) DO UPDATE SET count = refusal_counts.count + 1`;
      return false;
    },
    async summarise(now) {
      return store.transaction(async (tx) => {
        const rows = await tx<CountRow[]>`
          DELETE FROM exchange.refusal_counts WHERE (participant, source, minute) IN (
            SELECT participant, source, minute FROM exchange.refusal_counts WHERE minute < ${minuteOf(now)}
            LIMIT 500 FOR UPDATE SKIP LOCKED)
          RETURNING participant, source, minute, count, first_detail`;
        for (const row of rows) {
          const [counterparty = 'stranger', kind = 'refusal'] = row.source.split(' ');
          await write(tx, {
            participant: row.participant,
            kind,
            outcome: 'refused',
            ...(counterparty === 'stranger' ? {} : { counterparty }),
            detail: { more: Number(row.count), minute: row.minute.toISOString(), firstOfThem: row.first_detail },
          });
        }
        return rows.length;
      });
    },
  };
}

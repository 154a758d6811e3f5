import { makeStatementIds } from '../../../ledger/index.ts';
import { makeCalendar, type WorkCalendar } from '../../applications/clocks/workCalendar.ts';
import type { House } from '../../house.ts';
import { findAnomalies } from './findAnomalies.ts';

/** Records of one step: their days are examined together. */
const mostRecords = 5_000;

/**
 * Looks through the records that came since the last time, a step of each participant in a transaction of its own: what it
 * found and how far it is are kept together, so that it goes on where it was. Gives how many records it saw.
 */
export async function examineRecords(house: House, calendar: WorkCalendar = makeCalendar()): Promise<number> {
  const waiting = await house.store.sql<{ participant: string }[]>`
    SELECT participant FROM exchange.record_heads AS heads LEFT JOIN exchange.anomaly_progress AS progress USING (participant)
    WHERE heads.sequence > coalesce(progress.sequence, 0)`;
  let seen = 0;
  for (const { participant } of waiting) seen += await examineParticipant(house, participant, calendar);
  return seen;
}

async function examineParticipant({ store, now }: House, participant: string, calendar: WorkCalendar): Promise<number> {
  return store.transaction(async (tx) => {
    await tx`INSERT INTO exchange.anomaly_progress (participant) VALUES (${participant}) ON CONFLICT DO NOTHING`;
    const [progress] = await tx<{ sequence: string }[]>`
      SELECT sequence FROM exchange.anomaly_progress WHERE participant = ${participant} FOR UPDATE`;
    const from = Number(progress?.sequence ?? 0);
    const rows = await tx<{ day: string; last: string; count: string }[]>`
      SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, max(sequence) AS last, count(*) AS count
      FROM (SELECT at, sequence FROM exchange.records WHERE participant = ${participant} AND sequence > ${from}
        ORDER BY sequence LIMIT ${mostRecords}) AS new_ones
      GROUP BY 1 ORDER BY 1`;
    const last = Math.max(from, ...rows.map((row) => Number(row.last)));
    for (const { day } of rows) {
      const found = await findAnomalies(tx, { participant, day }, calendar);
      const ids = makeStatementIds(found.length);
      for (const [at, anomaly] of found.entries()) {
        // What an auditor has judged already is not opened again by more of the same.
        await tx`
          INSERT INTO exchange.anomalies (id, participant, rule, key, found_at, at, facts, records)
          VALUES (${ids[at] ?? ''}, ${participant}, ${anomaly.rule}, ${anomaly.key}, ${now()}, ${anomaly.at},
            ${JSON.stringify(anomaly.facts)}::text::jsonb, ${anomaly.records}::uuid[])
          ON CONFLICT (participant, rule, key) DO UPDATE
          SET at = excluded.at, facts = excluded.facts, records = excluded.records`;
      }
    }
    await tx`UPDATE exchange.anomaly_progress SET sequence = ${last} WHERE participant = ${participant}`;
    return rows.reduce((sum, { count }) => sum + Number(count), 0);
  });
}

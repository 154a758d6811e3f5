import type { Store } from '../store/index.ts';
import { selectVisible } from './access/selectVisible.ts';
import { publicViewer } from './access/viewer.ts';
import type { EvidenceLog, EvidenceStatus } from './evidence.ts';

/** What was captured so far. */
export interface TraceStats {
  events: number;
  captures: number;
  /** When the last event was recorded, ISO 8601; null before the first. */
  lastEventAt: string | null;
  recent: {
    eventID: string;
    hash: string;
    type: string;
    eventTime: string;
    eventTimeZoneOffset: string;
    bizStep: string | null;
    member: string;
    status: EvidenceStatus;
  }[];
}

interface Row {
  event_id: string;
  hash: string;
  type: string;
  event_time: Date;
  event_time_zone_offset: string;
  record_time: Date;
  biz_step: string | null;
  member: string;
  statement_id: string | null;
}

/**
 * How many events and captures there are (the evidence log counts all of them for everybody), and the last ten public
 * events as recorded.
 */
export async function readStats(house: {
  store: Store;
  ledger: Pick<EvidenceLog, 'findStatements'>;
}): Promise<TraceStats> {
  const { sql } = house.store;
  const [totals, rows] = await Promise.all([
    sql<{ events: string; captures: string }[]>`
      SELECT sum(events) AS events, sum(captures) AS captures FROM trace.totals`,
    sql<Row[]>`
      SELECT event_id, hash, type, event_time, event_time_zone_offset, record_time, biz_step, member, statement_id
      FROM trace.events e WHERE ${selectVisible(sql, publicViewer)} ORDER BY record_time DESC, sequence DESC LIMIT 10`,
  ]);
  const recent = rows.map(async (row) => {
    const statements = await house.ledger.findStatements(row.hash);
    const statement = statements.find(({ statementId }) => statementId === row.statement_id) ?? statements[0];
    return {
      eventID: row.event_id,
      hash: row.hash,
      type: row.type,
      eventTime: row.event_time.toISOString(),
      eventTimeZoneOffset: row.event_time_zone_offset,
      bizStep: row.biz_step,
      member: row.member,
      status: statement?.status ?? 'pending',
    };
  });
  return {
    events: Number(totals[0]?.events ?? 0),
    captures: Number(totals[0]?.captures ?? 0),
    lastEventAt: rows[0]?.record_time.toISOString() ?? null,
    recent: await Promise.all(recent),
  };
}

import type { Sql } from '../../../store/index.ts';
import { selectVisible } from '../../access/selectVisible.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { EvidenceLog, EvidenceStatus } from '../../evidence.ts';
import type { SeenRecord } from './seal.ts';

/** Events by sequence with whether the viewer may see each, in the order in which they happened. */
export async function readSeenRecords(sql: Sql, sequences: readonly string[], viewer: Viewer): Promise<SeenRecord[]> {
  if (sequences.length === 0) return [];
  return sql<SeenRecord[]>`
    SELECT e.*, v.content AS envelope, ${selectVisible(sql, viewer)} AS visible
    FROM trace.events e JOIN trace.envelopes v ON v.digest = e.envelope
    WHERE e.sequence = ANY(${[...sequences]}::bigint[])
    ORDER BY e.event_time, e.sequence`;
}

/** How far the evidence of events has come, by statement. */
export async function readStatuses(
  ledger: Pick<EvidenceLog, 'statements'>,
  records: readonly SeenRecord[],
): Promise<Map<string, EvidenceStatus>> {
  const ids = records.flatMap(({ statement_id }) => statement_id ?? []);
  const statements = ids.length === 0 ? [] : await ledger.statements.read(ids);
  return new Map(statements.map(({ statementId, status }) => [statementId, status]));
}

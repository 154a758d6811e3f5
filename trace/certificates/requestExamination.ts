import type { Tx } from '../../store/index.ts';

/**
 * Has the events examined once more that cite a certificate, and those of its operator that claim to be organic without
 * citing one: what is known of the certificate changed.
 */
export async function requestExamination(tx: Tx, { uri, operator }: { uri: string; operator: string }): Promise<void> {
  await tx`
    INSERT INTO trace.examination_queue (event)
    SELECT DISTINCT event FROM trace.organic_claims o
    WHERE (uri = ${uri} OR (uri = '' AND member = ${operator}))
      AND NOT EXISTS (SELECT FROM trace.examination_queue q WHERE q.event = o.event)`;
  await tx`SELECT pg_notify('trace_examination', '')`;
}
